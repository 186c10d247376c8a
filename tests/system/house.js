// SPDX-License-Identifier: BSL-1.0
// One host over a database of its own, for tests in which the database fails it. EXTSRC_TEST_SERVER names the server of the
// database, else it is a file.
import assert from 'node:assert/strict';
import path from 'node:path';

import { makeDatabase } from '../api/support/databases.js';
import { hostBinary, run, serve, standardClients, temporaryDirectory, writeConfig } from '../api/support/host.js';
import { connectHttp } from '../api/support/http.js';
import { Load } from './load.js';

export const recovery = 10_000; // ms, within which calls succeed again
export const requestSeconds = 4;
const slack = 1_500; // ms, for a busy machine

// The host, and an external source in it.
export class House {
  // `through` changes the database's URL for the host alone, as for a way to it that the test has in its hands.
  static async open({ through = async (url) => url, ...options } = {}) {
    const house = new House();
    Object.assign(house, await temporaryDirectory());
    house.database = await makeDatabase(house.directory);
    house.socket = path.join(house.directory, 'ctl.sock');
    house.config = await writeConfig(house.directory, {
      database: await through(house.database.url),
      control: house.socket,
      limits: { requestSeconds },
      ...options,
    });
    await house.start();
    house.source = (await house.call('POST', '/externalsources', { name: 'CRM' })).body.id;
    return house;
  }
  async start() {
    this.host = await serve(this.config);
    this.call = await connectHttp({ port: this.host.port, clients: standardClients });
  }
  load(prefix, writers) {
    this.latest = new Load((...given) => this.call(...given), this.source, prefix, writers);
    return this.latest;
  }
  async healthy() {
    const asked = run(hostBinary, ['ctl', '--socket', this.socket, 'plugin', 'health']);
    return (await asked.exited).code === 0;
  }
  async close() {
    await this.latest?.stop(); // a test that failed has left it running
    await this.host.stop();
    await this.database.remove();
    await this.remove();
  }
}

// While nothing can be written every refusal says when to come back, and comes in time.
export function assertRefusedInTime(load) {
  assert.ok(load.failures.length > 0, 'nothing was refused');
  for (const { status, retryAfter, took } of load.failures) {
    assert.equal(status, 503);
    assert.ok(Number(retryAfter) > 0, `Retry-After: ${retryAfter}`);
    assert.ok(took < requestSeconds * 1000 + slack, `refused after ${took} ms`);
  }
}

// Once nothing is in the way any more calls succeed again by themselves, and what was acknowledged is there.
export async function afterwards(house, load) {
  const took = await load.successes(20, recovery);
  await load.stop();
  assert.equal(await house.healthy(), true);
  await load.verify(house.call);
  console.log(`${load.acknowledged.size} acknowledged, ${load.doubtful.size} refused, again after ${took} ms`);
}

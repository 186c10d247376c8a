// SPDX-License-Identifier: BSL-1.0
// The host is killed again and again in the middle of its work: what it acknowledged is there, and nothing is half there.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';

import { makeDatabase } from '../api/support/databases.js';
import { serve, standardClients, temporaryDirectory, writeConfig } from '../api/support/host.js';
import { connectHttp } from '../api/support/http.js';
import { count } from './support.js';
import { Load } from './load.js';

const kills = Number(process.env.EXTSRC_KILLS ?? 10);

describe(`a host that is killed ${kills} times`, () => {
  let directory;
  let remove;
  let database;
  let config;
  before(async () => {
    ({ directory, remove } = await temporaryDirectory());
    database = await makeDatabase(directory);
    config = await writeConfig(directory, { database: database.url });
  });
  after(async () => {
    await database.remove();
    await remove();
  });

  it('lost nothing it had acknowledged, and left nothing half done', async () => {
    const loads = [];
    let source;
    for (let i = 0; i < kills; ++i) {
      const host = await serve(config);
      const call = await connectHttp({ port: host.port, clients: standardClients });
      source ??= (await call('POST', '/externalsources', { name: 'CRM' })).body.id;
      const load = new Load(call, source, `round-${i}`);
      loads.push(load);
      await load.successes(1, 20_000);
      await pause(20 + Math.random() * 180);
      host.running.child.kill('SIGKILL');
      await host.running.exited;
      await load.stop();
    }

    const host = await serve(config);
    const call = await connectHttp({ port: host.port, clients: standardClients });
    for (const load of loads) await load.verify(call);
    await host.stop();
    const acknowledged = loads.reduce((sum, load) => sum + load.acknowledged.size, 0);
    const doubtful = loads.reduce((sum, load) => sum + load.doubtful.size, 0);
    const contacts = await count(database, 'SELECT COUNT(*) FROM contact');
    assert.ok(acknowledged > kills, `only ${acknowledged} were acknowledged`);
    assert.ok(contacts >= acknowledged && contacts <= acknowledged + doubtful, `${contacts} contacts`);
    assert.equal(await count(database, 'SELECT COUNT(*) FROM identifier'), contacts);
    console.log(`${acknowledged} acknowledged, ${contacts - acknowledged} of ${doubtful} others were committed too`);
  });
});

// SPDX-License-Identifier: BSL-1.0
// Contacts nobody promoted end 60 days after their last interaction: on an operator's word, and on the host's timer.
import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';

import { makeDatabase } from '../api/support/databases.js';
import { hostBinary, runToEnd, serve, standardClients, temporaryDirectory, writeConfig } from '../api/support/host.js';
import { connectHttp } from '../api/support/http.js';
import { arrive, interaction } from '../api/support/interactions.js';

const daysAgo = (days) => ({ occurredAt: new Date(Date.now() - days * 24 * 3600 * 1000).toISOString() });
const caller = (number) => [{ type: 'Phone', value: number }];

describe('expiry', { timeout: 60_000 }, () => {
  let directory;
  let remove;
  let database;
  let config;
  let host;
  let call;
  before(async () => {
    ({ directory, remove } = await temporaryDirectory());
    database = await makeDatabase(directory);
    config = await writeConfig(directory, { database: database.url, control: path.join(directory, 'control.sock') });
    await start();
  });
  after(async () => {
    await host.stop();
    await database.remove();
    await remove();
  });
  async function start() {
    host = await serve(config);
    host.directory = directory;
    call = await connectHttp({ port: host.port, clients: standardClients });
  }
  const ctl = async (...words) => JSON.parse(await runToEnd(hostBinary, ['ctl', '--socket', path.join(directory, 'control.sock'), '--json', ...words]));
  const status = async (id) => (await call('GET', `/contacts/${id}`)).status;

  it('is swept by `ctl task run expiry`, and takes only those whose time is up', async () => {
    const [gone, renewed, , recent, promoted] = await arrive(
      host,
      interaction('voice', caller('+13175550101'), daysAgo(61)),
      interaction('voice', caller('+13175550102'), daysAgo(61)),
      interaction('voice', caller('+13175550102'), daysAgo(1)),
      interaction('voice', caller('+13175550103'), daysAgo(59)),
      interaction('voice', caller('+13175550104'), daysAgo(61)),
    );
    assert.equal((await call('POST', `/contacts/${promoted.contactId}/promotion`)).status, 200);
    const { data } = await ctl('task', 'run', 'expiry');
    assert.deepEqual(data.report, { removed: 1 });
    assert.equal(await status(gone.contactId), 404);
    for (const { contactId } of [renewed, recent, promoted]) assert.equal(await status(contactId), 200);
    const [again] = await arrive(host, interaction('voice', caller('+13175550101')));
    assert.equal(again.outcome, 'created');
  });

  it('is swept by the host by itself', async () => {
    await host.stop();
    const document = JSON.parse(await readFile(config, 'utf8'));
    document.plugins[0].taskSeconds = { expiry: 1 };
    await writeFile(config, JSON.stringify(document));
    await start();
    const [gone] = await arrive(host, interaction('voice', caller('+13175550105'), daysAgo(61)));
    while ((await status(gone.contactId)) !== 404) await new Promise((resolve) => setTimeout(resolve, 50));
    const [task] = (await ctl('task', 'list')).data;
    assert.equal(task.name, 'expiry');
    assert.equal(task.everySeconds, 1);
  });
});

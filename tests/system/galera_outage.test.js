// SPDX-License-Identifier: BSL-1.0
// A cluster loses any one node under load, the one the host is at among them: nothing acknowledged is lost, on no node, and calls
// succeed again within ten seconds without anybody's help.
import assert from 'node:assert/strict';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';

import { ask, makeDatabase, nodesOf } from '../api/support/databases.js';
import { serve, standardClients, temporaryDirectory, writeConfig } from '../api/support/host.js';
import { connectHttp } from '../api/support/http.js';
import { root, runToEnd } from '../api/support/programs.js';
import { Load } from './load.js';

const recovery = 10_000;
const control = (action, ...node) => runToEnd(path.join(root, 'tests/servers/servers'), ['galera', action, process.env.EXTSRC_TEST_SERVER_DIR, ...node]);

describe('a Galera cluster', () => {
  let directory;
  let remove;
  let database;
  let host;
  let call;
  let source;

  before(async () => {
    ({ directory, remove } = await temporaryDirectory());
    database = await makeDatabase(directory);
    host = await serve(await writeConfig(directory, { database: database.url, limits: { requestSeconds: 8 } }));
    call = await connectHttp({ port: host.port, clients: standardClients });
    source = (await call('POST', '/externalsources', { name: 'CRM' })).body.id;
  });
  after(async () => {
    await host.stop();
    await database.remove();
    await remove();
  });

  // Puts the cluster under load, does something to it, and measures how long no call succeeded.
  async function lose(what, doIt, undo) {
    const load = new Load(call, source, what);
    await load.successes(50, recovery);
    const began = Date.now();
    await doIt();
    await load.successes(50, recovery);
    const times = load.answered.filter((at) => at >= began - 100);
    const gap = Math.max(...times.slice(1).map((at, i) => at - times[i]));
    await undo();
    await load.stop();
    assert.ok(gap < recovery, `no call succeeded for ${gap} ms`);
    await load.verify(call);
    await verifyOnEachNode(load);
    console.log(`${what}: ${load.acknowledged.size} acknowledged, ${load.doubtful.size} refused, longest pause ${gap} ms`);
  }

  async function verifyOnEachNode(load) {
    for (const node of nodesOf(database.url)) {
      const held = await ask(node, `SELECT value, contact_id FROM identifier WHERE source_id = '${source}'`);
      const there = new Map(held.trim().split('\n').map((line) => line.split('|')));
      for (const [value, contact] of load.acknowledged) assert.equal(there.get(value), contact, `${value} on ${node}`);
    }
  }

  const isolate = (node, on) => ask(nodesOf(process.env.EXTSRC_TEST_SERVER)[node - 1], `SET GLOBAL wsrep_provider_options = 'gmcast.isolate=${on ? 1 : 0}'`);

  for (const node of [1, 2, 3]) {
    it(`goes on when node ${node} is killed`, () => lose(`killed-${node}`, () => control('kill', node), () => control('restart', node)));
  }

  it('goes on when a node is cut off from the others', async () => {
    await lose('cut-off', () => isolate(1, true), async () => {
      await isolate(1, false);
      await joined(nodesOf(process.env.EXTSRC_TEST_SERVER)[0]);
    });
  });

  async function joined(node) {
    for (const until = Date.now() + 60_000; Date.now() < until; await pause(200)) {
      const state = await ask(node, "SHOW GLOBAL STATUS LIKE 'wsrep_ready'").catch(() => '');
      if (state.includes('ON')) return;
    }
    assert.fail('the node did not join again');
  }
});

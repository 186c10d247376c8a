// SPDX-License-Identifier: BSL-1.0
// The database server goes away and comes back, under load: nothing acknowledged is lost, what cannot be served is refused in
// time, and calls succeed again without anybody's help. EXTSRC_TEST_SERVER names the server.
import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';

import { ask } from '../api/support/databases.js';
import { hostBinary, organization, run } from '../api/support/host.js';
import { root, runToEnd } from '../api/support/programs.js';
import { House, afterwards, assertRefusedInTime, recovery, requestSeconds } from './house.js';

const kind = process.env.EXTSRC_TEST_SERVER_KIND;
const control = (action, ...node) => runToEnd(path.join(root, 'tests/servers/servers'), [kind, action, process.env.EXTSRC_TEST_SERVER_DIR, ...node]);

// The database's URL for a user without the rights of an administrator, whom a server that only reads would not refuse.
async function ordinaryUser(url) {
  const name = /\bdb=(\S+)/.exec(url)[1];
  await ask(url, `CREATE USER IF NOT EXISTS ordinary IDENTIFIED BY 'ordinary'`);
  await ask(url, `GRANT ALL ON ${name}.* TO ordinary`);
  return url.replace(/\buser=\S+/, 'user=ordinary').replace(/\bpassword=\S+/, 'password=ordinary');
}

describe(`a ${kind} server`, () => {
  let house;
  before(async () => {
    house = await House.open(kind === 'mariadb' ? { through: ordinaryUser } : {});
  });
  after(() => house.close());

  it('that is restarted under load loses nothing, and calls succeed again', async () => {
    const load = house.load('restarted');
    await load.successes(50, recovery);
    await control('stop');
    await control('restart');
    await afterwards(house, load);
  });

  it('that is killed and stays away has requests refused in time, with the time to come back, and health says so', async () => {
    const load = house.load('killed');
    await load.successes(50, recovery);
    await control('kill');
    await pause(3_000);
    const reading = await house.call('GET', '/externalsources');
    assert.equal(reading.status, 503, reading.text);
    assert.ok(reading.headers['retry-after']);
    assert.equal(await house.healthy(), false);
    await control('restart');
    await afterwards(house, load);
    assertRefusedInTime(load);
  });

  it('that hangs has requests refused in time', async () => {
    const load = house.load('hung');
    await load.successes(50, recovery);
    const servers = await processesOf(Number(await control('pid')));
    for (const pid of servers) process.kill(pid, 'SIGSTOP');
    await pause((requestSeconds + 3) * 1000);
    assert.equal(load.answered.filter((at) => at > Date.now() - 2_000).length, 0, 'it answered while it hung');
    for (const pid of servers) process.kill(pid, 'SIGCONT');
    await afterwards(house, load);
    assertRefusedInTime(load);
  });

  it('that only reads for a while refuses writes with the time to come back, and takes them again', async () => {
    const load = house.load('read-only');
    await load.successes(50, recovery);
    await readOnly(house.database.url, true);
    await pause(1_500);
    const refused = load.failures.length;
    await readOnly(house.database.url, false);
    await afterwards(house, load);
    assert.ok(refused > 0, 'it took writes');
    assertRefusedInTime(load);
  });
});

// A server and, where it has one for each session, its children.
async function processesOf(pid) {
  const children = await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8');
  return [pid, ...children.trim().split(' ').filter(Boolean).map(Number)];
}

async function readOnly(url, on) {
  if (kind === 'postgresql') {
    const name = /\bdbname=(\S+)/.exec(url)[1];
    const server = process.env.EXTSRC_TEST_SERVER;
    await ask(server, `ALTER DATABASE ${name} SET default_transaction_read_only = ${on ? 'on' : 'off'}`);
    await ask(server, `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '${name}'`);
  } else {
    await ask(url, `SET GLOBAL read_only = ${on ? 1 : 0}`);
  }
}

describe(`the identity hook while a ${kind} server is away`, () => {
  const lines = 2_000;
  let house;
  before(async () => {
    house = await House.open();
  });
  after(() => house.close());

  it('answers every interaction, by memory or unresolved with the reason, and loses none it acknowledged', async () => {
    const input = path.join(house.directory, 'in.ndjson');
    const output = path.join(house.directory, 'out.ndjson');
    const one = (_, i) => ({
      interactionId: `i-${i}`, organizationId: organization, channel: 'voice', occurredAt: '2026-11-23T10:00:00Z', integrationId: 'main-line',
      identifiers: [{ type: 'Phone', value: `+1317555${1000 + (i % 100)}` }],
    });
    await writeFile(input, `${Array.from({ length: lines }, one).map((line) => JSON.stringify(line)).join('\n')}\n`);
    const replaying = run(hostBinary, ['replay', '--config', house.config, input, '--out', output, '--workers', '2']);
    for (;;) {
      const so_far = await readFile(output, 'utf8').catch(() => '');
      if (so_far.split('\n').length > 300) break;
      await pause(5);
    }
    replaying.child.kill('SIGSTOP'); // so that it is not through before the server is gone
    await control('kill');
    replaying.child.kill('SIGCONT');
    await pause(2_000);
    await control('restart');
    assert.equal((await replaying.exited).code, 0, replaying.errors().slice(-2000));

    const answers = (await readFile(output, 'utf8')).trim().split('\n').map((line) => JSON.parse(line));
    assert.equal(answers.length, lines);
    const byMemory = answers.filter(({ reason }) => reason.includes('Nothing was recorded'));
    const unresolved = answers.filter(({ outcome }) => outcome === 'unresolved');
    for (const { reason } of unresolved) assert.ok(reason.length > 20, reason);
    assert.ok(byMemory.length + unresolved.length > 0, 'the server was not missed');

    const contacts = new Map(); // phone -> contact
    const recorded = answers.filter((answer) => !byMemory.includes(answer) && !unresolved.includes(answer));
    for (const { interactionId, contactId } of [...recorded, ...byMemory]) {
      const phone = Number(interactionId.slice(2)) % 100;
      assert.equal(contactId, contacts.get(phone) ?? contactId, `${interactionId} is with somebody else`);
      contacts.set(phone, contactId);
    }
    const stored = (await ask(house.database.url, 'SELECT interaction_id, contact_id FROM interaction_link')).trim().split('\n');
    const links = new Map(stored.map((line) => line.split('|')));
    for (const { interactionId, contactId } of recorded) assert.equal(links.get(interactionId), contactId, `${interactionId} was acknowledged`);
    console.log(`${recorded.length} recorded, ${byMemory.length} by memory, ${unresolved.length} unresolved`);
  });
});

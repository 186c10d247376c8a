// SPDX-License-Identifier: BSL-1.0
// Organizations leave one database and enter another, through processes that may be killed at any moment.
import assert from 'node:assert/strict';
import { access, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';

import { ask, makeDatabase } from '../api/support/databases.js';
import { hostBinary, organization, run, serve, standardClients, temporaryDirectory, writeConfig } from '../api/support/host.js';
import { connectHttp } from '../api/support/http.js';
import { createSources, customers, generate, interactions, replay } from './support.js';

const refused = 5;

// Runs a command of the host's to its end.
async function host(...words) {
  const running = run(hostBinary, words);
  const { code } = await running.exited;
  return { code, errors: running.errors() };
}

async function exists(file) {
  return access(file).then(() => true, () => false);
}

// Kills the command with SIGKILL once `begun` says so. Resolves to whether it was killed before it ended by itself.
async function killOnce(begun, ...words) {
  const running = run(hostBinary, words);
  let ended = false;
  running.exited.then(() => (ended = true));
  while (!ended && !(await begun())) await new Promise((resolve) => setTimeout(resolve, 5));
  running.child.kill('SIGKILL');
  return (await running.exited).signal === 'SIGKILL';
}

describe(`moving ${customers} customers with ${interactions} interactions`, { timeout: 600_000 }, () => {
  let directory;
  let remove;
  const places = {};
  const file = (name) => path.join(directory, name);
  const exportFrom = (place, name) => host('export', '--config', places[place].config, '--organization', organization, '--out', file(name));
  const importInto = (place, name) => ['import', '--config', places[place].config, '--in', file(name)];
  async function addPlace(name) {
    const database = await makeDatabase(directory, `${name}.db`);
    places[name] = { database, config: await writeConfig(directory, { name, database: database.url }) };
  }

  before(async () => {
    ({ directory, remove } = await temporaryDirectory());
    for (const name of ['first', 'second', 'third']) await addPlace(name);
    const sources = await createSources(places.first.config, standardClients, ['crm', 'erp', 'shop']);
    const files = await generate(directory, { customers, interactions, sources });
    await replay(places.first.config, files.interactions, file('results.ndjson'));
  });
  after(async () => {
    for (const { database } of Object.values(places)) await database.remove();
    await remove();
  });

  it('writes a file that proves itself, and only when it is complete', async () => {
    const inTheMiddle = async () => {
      await rm(file('a.ndjson'), { force: true });
      const killed = await killOnce(() => exists(file('a.ndjson.partial')), 'export', '--config', places.first.config, '--organization', organization, '--out', file('a.ndjson'));
      return killed && !(await exists(file('a.ndjson')));
    };
    let attempts = 1;
    while (!(await inTheMiddle())) assert.ok(++attempts <= 20, 'every export was complete before it could be killed');
    const done = await exportFrom('first', 'a.ndjson');
    assert.equal(done.code, 0, done.errors);
    assert.ok(!(await exists(file('a.ndjson.partial'))));
    const lines = (await readFile(file('a.ndjson'), 'utf8')).trimEnd().split('\n').map((line) => JSON.parse(line));
    assert.equal(lines[0].organization, organization);
    assert.equal(lines.at(-1).records.contact, customers);
    assert.equal(lines.at(-1).records.link, interactions);
    assert.equal(lines.length, 2 + Object.values(lines.at(-1).records).reduce((sum, count) => sum + count));
  });

  it('goes on after kill -9 in the middle of an import, and is then the same', async () => {
    const { url } = places.second.database;
    const rows = async (table) => Number(await ask(url, `SELECT COUNT(*) FROM ${table}`).catch(() => '0'));
    let kills = 0;
    for (const wanted of [1, Math.floor(customers / 3), Math.floor(customers / 1.5)]) {
      if (await killOnce(async () => (await rows('contact')) >= wanted, ...importInto('second', 'a.ndjson'))) kills += 1;
    }
    assert.ok(kills >= 2, `killed ${kills} times only`);
    const incomplete = await exportFrom('second', 'early.ndjson');
    assert.equal(incomplete.code, refused, incomplete.errors);
    const done = await host(...importInto('second', 'a.ndjson'));
    assert.equal(done.code, 0, done.errors);
    assert.match(done.errors, /"resumedAtLine":(?!1,)\d+/);
    assert.equal((await exportFrom('second', 'b.ndjson')).code, 0);
    assert.ok((await readFile(file('b.ndjson'))).equals(await readFile(file('a.ndjson'))));
  });

  it('changes nothing when it is repeated, or when something is there already', async () => {
    const again = await host(...importInto('second', 'a.ndjson'));
    assert.equal(again.code, 0, again.errors);
    assert.match(again.errors, /"wasComplete":true/);
    const occupied = await host(...importInto('first', 'a.ndjson'));
    assert.equal(occupied.code, refused, occupied.errors);
    assert.match(occupied.errors, /is not empty/);
  });

  it('refuses a file that was touched, with the line, and stores nothing of it', async () => {
    const text = await readFile(file('a.ndjson'), 'utf8');
    await writeFile(file('touched.ndjson'), text.replace('"type":"Ephemeral"', '"type":"Curated"'));
    const touched = await host(...importInto('third', 'touched.ndjson'));
    assert.equal(touched.code, refused, touched.errors);
    assert.match(touched.errors, /line \d+: the archive is damaged/);
    await writeFile(file('cut.ndjson'), text.slice(0, text.length / 2));
    assert.equal((await host(...importInto('third', 'cut.ndjson'))).code, refused);
    assert.equal(Number(await ask(places.third.database.url, 'SELECT COUNT(*) FROM contact')), 0);
  });

  it('works beside a host that serves, which then knows everybody', async () => {
    const serving = await serve(places.third.config);
    const done = await host(...importInto('third', 'a.ndjson'));
    assert.equal(done.code, 0, done.errors);
    const call = await connectHttp({ port: serving.port, clients: standardClients });
    const contact = (await readFile(file('a.ndjson'), 'utf8')).split('\n').map((line) => line && JSON.parse(line)).find((line) => line.kind === 'contact');
    const answer = await call('GET', `/contacts/${contact.id}`);
    assert.equal(answer.status, 200, answer.text);
    assert.equal((await exportFrom('third', 'c.ndjson')).code, 0);
    assert.ok((await readFile(file('c.ndjson'))).equals(await readFile(file('a.ndjson'))));
    await serving.stop();
  });

  it('says what it cannot do', async () => {
    const nobody = await host('export', '--config', places.first.config, '--organization', '3f0a1c5e-0000-4000-8000-00000000000f', '--out', file('none'));
    assert.equal(nobody.code, refused, nobody.errors);
    assert.match(nobody.errors, /the database has nothing of organization/);
    assert.equal((await host('export', '--config', places.first.config, '--organization', 'acme', '--out', file('none'))).code, refused);
    assert.equal((await host('export', '--config', places.first.config)).code, 2);
    assert.equal((await host(...importInto('first', 'there-is-no-such.ndjson'))).code, 1);
    const elsewhere = await host(...importInto('first', 'a.ndjson'), '--plugin', 'org.example.other');
    assert.equal(elsewhere.code, 1);
    assert.match(elsewhere.errors, /no plugin org\.example\.other is configured/);
  });
});

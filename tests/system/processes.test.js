// SPDX-License-Identifier: BSL-1.0
// Several host processes at once on one database, in a cluster each at another node: the invariants hold between processes, not
// only between threads.
import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';

import { makeDatabase, nodesOf } from '../api/support/databases.js';
import { serve, standardClients, temporaryDirectory, writeConfig } from '../api/support/host.js';
import { connectHttp } from '../api/support/http.js';
import { count, createSources, customers, generate, interactions, judge, replay } from './support.js';

const processes = 4;

// The same lines in another order, the same one for the same seed.
async function shuffled(file, to, seed) {
  const lines = (await readFile(file, 'utf8')).trim().split('\n');
  let state = seed;
  for (let i = lines.length - 1; i > 0; --i) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    const other = state % (i + 1);
    [lines[i], lines[other]] = [lines[other], lines[i]];
  }
  await writeFile(to, `${lines.join('\n')}\n`);
  return to;
}

// One configuration for each process.
function writeConfigs(directory, database) {
  const nodes = nodesOf(database.url);
  const one = (_, i) => writeConfig(directory, { name: `host-${i}`, database: nodes[i % nodes.length] });
  return Promise.all(Array.from({ length: processes }, one));
}

describe(`${processes} replays at once on one database`, () => {
  // A tenth of the large replay: it is done four times over, and processes cannot share their flushes to disk.
  const fewer = { customers: customers / 10, interactions: interactions / 10 };

  it(`put each of ${fewer.customers} customers on one contact (${fewer.interactions} interactions each, in different orders)`, async () => {
    const { directory, remove } = await temporaryDirectory();
    const database = await makeDatabase(directory);
    try {
      const configs = await writeConfigs(directory, database);
      const sources = await createSources(configs[0], standardClients, ['crm', 'erp']);
      const files = await generate(directory, { ...fewer, sources, seed: 2 });
      const inputs = [files.interactions, files.interactions];
      for (let i = inputs.length; i < processes; ++i) inputs.push(await shuffled(files.interactions, path.join(directory, `order-${i}.ndjson`), i));
      const results = inputs.map((_, i) => path.join(directory, `results-${i}.ndjson`));
      await Promise.all(inputs.map((input, i) => replay(configs[i], input, results[i], 8)));
      console.log(await judge(files.truth, fewer.customers, ...results));
      assert.equal(await count(database, 'SELECT COUNT(*) FROM contact'), fewer.customers);
      assert.equal(await count(database, 'SELECT COUNT(*) FROM interaction_link'), fewer.interactions);
    } finally {
      await database.remove();
      await remove();
    }
  });
});

describe(`${processes} hosts at once on one database`, () => {
  let directory;
  let remove;
  let database;
  const hosts = [];
  const calls = [];
  before(async () => {
    ({ directory, remove } = await temporaryDirectory());
    database = await makeDatabase(directory);
    const configs = await writeConfigs(directory, database);
    // Started together, so that they also race to bring the schema up to date.
    hosts.push(...(await Promise.all(configs.map(serve))));
    for (const host of hosts) calls.push(await connectHttp({ port: host.port, clients: standardClients }));
  });
  after(async () => {
    await Promise.all(hosts.map((host) => host.stop()));
    await database.remove();
    await remove();
  });

  // The same request on all hosts at once.
  const everywhere = (request) => Promise.all(calls.map((call, i) => request(call, i)));
  const statuses = (answers) => answers.map((answer) => answer.status).sort((a, b) => a - b);
  const sources = async (query = '') => (await calls[0]('GET', `/externalsources?limit=200${query}`)).body.entities;
  const removeSources = async () => {
    for (const { id } of await sources()) assert.equal((await calls[0]('DELETE', `/externalsources/${id}`)).status, 200);
  };

  it('brought the schema up to date once', async () => {
    for (const call of calls) assert.equal((await call('GET', '/externalsources')).status, 200);
  });

  it('create no more than ten active sources', async () => {
    for (let round = 0; round < 5; ++round) {
      const wishes = Array.from({ length: 6 }, (_, n) => everywhere((call, i) => call('POST', '/externalsources', { name: `r${round} ${n} ${i}` })));
      const answers = (await Promise.all(wishes)).flat();
      assert.equal(answers.filter(({ status }) => status === 200).length, 10, JSON.stringify(statuses(answers)));
      for (const answer of answers.filter(({ status }) => status !== 200)) {
        assert.equal(answer.status, 409, answer.text);
        assert.equal(answer.body.code, 'limit.exceeded');
      }
      assert.equal((await sources('&active=true')).length, 10);
      await removeSources();
    }
  });

  it('activate no more than ten sources', async () => {
    const inactive = [];
    for (let i = 0; i < 16; ++i) inactive.push((await calls[0]('POST', '/externalsources', { name: `Sleeping ${i}`, active: false })).body);
    const answers = (
      await Promise.all(inactive.map(({ id, name }) => everywhere((call) => call('PUT', `/externalsources/${id}`, { name, active: true }))))
    ).flat();
    for (const answer of answers) assert.ok(answer.status === 200 || answer.body.code === 'limit.exceeded', answer.text);
    assert.equal((await sources('&active=true')).length, 10);
    await removeSources();
  });

  it('give a name to one source', async () => {
    for (let round = 0; round < 10; ++round) {
      const answers = await everywhere((call, i) => call('POST', '/externalsources', { name: i % 2 ? `Round ${round}` : ` ROUND ${round} ` }));
      assert.deepEqual(statuses(answers), [200, 409, 409, 409], JSON.stringify(answers.map(({ text }) => text)));
    }
    const names = (await sources()).map(({ name }) => name.toLowerCase());
    assert.equal(new Set(names).size, 10);
    await removeSources();
  });

  it('give an external ID to one contact, by creation and by claim', async () => {
    const source = (await calls[0]('POST', '/externalsources', { name: 'CRM' })).body;
    for (let round = 0; round < 25; ++round) {
      const externalIds = [{ externalSource: { id: source.id }, value: `C-${round}` }];
      const answers = await everywhere((call, i) => call('POST', '/contacts', { firstName: `Racer ${i}`, externalIds }));
      assert.deepEqual(statuses(answers), [200, 409, 409, 409], JSON.stringify(answers.map(({ text }) => text)));
      const owner = answers.find(({ status }) => status === 200).body.id;
      for (const answer of answers.filter(({ status }) => status === 409)) assert.equal(answer.body.entityId, owner);
    }
    const contacts = await everywhere(async (call, i) => (await call('POST', '/contacts', { firstName: `Claimer ${i}` })).body);
    for (let round = 0; round < 25; ++round) {
      const identifier = { type: 'Cookie', value: `cookie-${round}` };
      const answers = await everywhere((call, i) => call('PATCH', `/contacts/${contacts[i].id}/identifiers`, { operation: 'Claim', identifier }));
      assert.deepEqual(statuses(answers), [200, 409, 409, 409], JSON.stringify(answers.map(({ text }) => text)));
      const found = (await calls[1]('POST', '/identifierlookup/contacts', identifier)).body;
      assert.equal(found.id, contacts[answers.findIndex(({ status }) => status === 200)].id);
    }
  });

  it('see at once what another one did', async () => {
    const { id } = (await calls[0]('POST', '/externalsources', { name: 'Seen', active: false })).body;
    for (const call of calls) assert.equal((await call('GET', `/externalsources/${id}`)).body.name, 'Seen');
    await calls[3]('DELETE', `/externalsources/${id}`);
    for (const call of calls) assert.equal((await call('GET', `/externalsources/${id}`)).status, 404);
  });
});

// SPDX-License-Identifier: BSL-1.0
import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';

import { makeDatabase } from '../api/support/databases.js';
import { standardClients, temporaryDirectory, writeConfig } from '../api/support/host.js';
import { count, createSources, customers, generate, interactions, judge, replay } from './support.js';

const sourceNames = ['crm', 'erp', 'shop'];

// Numbers that hold in the database itself, whatever the results said.
async function assertOneContactEach(database, expectedCustomers, expectedInteractions) {
  assert.equal(await count(database, 'SELECT COUNT(*) FROM contact'), expectedCustomers);
  assert.equal(await count(database, 'SELECT COUNT(*) FROM interaction_link'), expectedInteractions);
  assert.equal(await count(database, 'SELECT COUNT(DISTINCT contact_id) FROM interaction_link'), expectedCustomers);
  assert.equal(await count(database, 'SELECT COUNT(*) FROM decision'), expectedInteractions);
  const twice =
    'SELECT COUNT(*) FROM (SELECT 1 FROM identifier WHERE owner = 1' +
    ' GROUP BY organization_id, division_id, type, source_id, value HAVING COUNT(DISTINCT contact_id) > 1) found';
  assert.equal(await count(database, twice), 0);
}

describe(`replaying ${interactions} interactions of ${customers} customers over 4 channels`, () => {
  let directory;
  let remove;
  let config;
  let files;
  let database;
  before(async () => {
    ({ directory, remove } = await temporaryDirectory());
    database = await makeDatabase(directory);
    config = await writeConfig(directory, { database: database.url });
    const sources = await createSources(config, standardClients, sourceNames);
    files = await generate(directory, { customers, interactions, sources });
  });
  after(async () => {
    await database.remove();
    await remove();
  });

  it('puts every customer on one contact and links every interaction', async () => {
    const results = path.join(directory, 'first.ndjson');
    const summary = await replay(config, files.interactions, results);
    console.log(summary.text.slice(summary.text.lastIndexOf('replayed ')));
    assert.equal(summary.total, interactions);
    assert.equal(summary.created, customers);
    assert.equal(summary.matched, interactions - customers);
    assert.equal(summary.contacts, customers);
    console.log(await judge(files.truth, customers, results));
    await assertOneContactEach(database, customers, interactions);
  });

  it('creates nothing when it is run again, and answers every interaction with the same contact', async () => {
    const results = path.join(directory, 'second.ndjson');
    const summary = await replay(config, files.interactions, results);
    assert.equal(summary.created, 0);
    assert.equal(summary.matched, interactions);
    console.log(await judge(files.truth, customers, path.join(directory, 'first.ndjson'), results));
    await assertOneContactEach(database, customers, interactions);
  });

  it('writes results in the order of the input', async () => {
    const ids = async (file) => (await readFile(file, 'utf8')).trim().split('\n').map((line) => JSON.parse(line).interactionId);
    assert.deepEqual(await ids(path.join(directory, 'first.ndjson')), await ids(files.interactions));
  });
});

describe('replaying lines that are not valid', () => {
  it('rejects them with their line number and a reason, and goes on', async () => {
    const { directory, remove } = await temporaryDirectory();
    const database = await makeDatabase(directory);
    try {
      const config = await writeConfig(directory, { database: database.url });
      const good = (id) =>
        JSON.stringify({
          interactionId: id,
          organizationId: '3f0a1c5e-0000-4000-8000-000000000001',
          channel: 'voice',
          occurredAt: '2026-11-23T10:00:00Z',
          identifiers: [{ type: 'Phone', value: '+13172229033' }],
        });
      const change = (members) => JSON.stringify({ ...JSON.parse(good('bad')), ...members });
      const bad = [
        '{"interactionId":',
        '[]',
        'null',
        change({ interactionId: undefined }),
        change({ interactionId: 'x'.repeat(256) }),
        change({ organizationId: 'nonsense' }),
        change({ channel: 'telepathy' }),
        change({ occurredAt: 'yesterday' }),
        change({ identifiers: 'Phone' }),
        change({ identifiers: [{ type: 'Fax', value: '1' }] }),
        change({ identifiers: [{ type: 'ExternalId', externalSourceId: 'crm', value: '1' }] }),
        change({ identifiers: [{ type: 'Cookie', value: 'a\u0000b' }] }),
        change({ identifiers: [{ type: 'Cookie', value: 'x'.repeat(256) }] }),
      ];
      const lines = [good('first'), ...bad, good('last')].map((line) => Buffer.from(line));
      lines.splice(1, 0, Buffer.concat([Buffer.from('{"interactionId":"'), Buffer.from([0xff]), Buffer.from('"}')]));
      const file = path.join(directory, 'bad.ndjson');
      await writeFile(file, Buffer.concat(lines.flatMap((line) => [line, Buffer.from('\n')])));
      const results = path.join(directory, 'results.ndjson');
      // One worker, so that the first line is resolved before the last.
      await replay(config, file, results, 1);
      const answers = (await readFile(results, 'utf8')).trim().split('\n').map((line) => JSON.parse(line));
      assert.deepEqual(
        answers.map(({ outcome }) => outcome),
        ['created', ...Array(lines.length - 2).fill('rejected'), 'matched'],
        JSON.stringify(answers, null, 1),
      );
      for (const [index, answer] of answers.slice(1, -1).entries()) {
        assert.ok(answer.reason.length > 0);
        assert.match(JSON.stringify(answer), new RegExp(`\\b${index + 2}\\b`), 'the line number is missing');
      }
      assert.equal(await count(database, 'SELECT COUNT(*) FROM contact'), 1);
      assert.equal(await count(database, 'SELECT COUNT(*) FROM interaction_link'), 2);
    } finally {
      await database.remove();
      await remove();
    }
  });
});

// SPDX-License-Identifier: BSL-1.0
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';

import { startHost } from './support/host.js';
import { connect, refused } from './support/sdk.js';

const division = { id: '00000000-0000-4000-8000-0000000000d4' };

describe('scanning contacts', () => {
  let host;
  let api;
  before(async () => {
    host = await startHost();
    api = await connect(host);
  });
  after(() => host.stop());

  it('an organization without contacts has an empty page', async () => {
    const page = await api.getExternalcontactsScanContacts();
    assert.deepEqual(page.entities, []);
    assert.ok(!page.cursors?.after);
  });

  it('returns every contact once, page by page, also when some are deleted on the way', async () => {
    const created = new Set();
    for (let i = 0; i < 25; ++i) created.add((await api.postExternalcontactsContacts({ firstName: `Number ${i}` })).id);
    const seen = [];
    for (let cursor; ; ) {
      const page = await api.getExternalcontactsScanContacts({ limit: 10, cursor });
      assert.ok(page.entities.length <= 10);
      seen.push(...page.entities.map((contact) => contact.id));
      if (seen.length === 10) await api.deleteExternalcontactsContact(seen[3]);
      cursor = page.cursors?.after;
      if (!cursor || page.entities.length === 0) break;
    }
    assert.deepEqual([...seen].sort(), [...created].sort());
  });

  it('refuses limits outside 10 to 200 and cursors it did not give out', async () => {
    for (const limit of [0, 9, 201]) await refused(api.getExternalcontactsScanContacts({ limit }), 400, 'bad.request');
    await refused(api.getExternalcontactsScanContacts({ cursor: 'nonsense' }), 400, 'bad.request');
    const sources = await api.getExternalcontactsExternalsources();
    assert.deepEqual(sources.entities, []);
  });
});

describe('scanning divisions', () => {
  let host;
  let api;
  let inDivision;
  let unassigned;
  before(async () => {
    host = await startHost();
    api = await connect(host);
    const create = (contact) => api.postExternalcontactsContacts(contact);
    [inDivision, unassigned] = [[], []];
    for (let i = 0; i < 6; ++i) inDivision.push((await create({ division })).id);
    for (let i = 0; i < 7; ++i) unassigned.push((await create({})).id);
  });
  after(() => host.stop());

  async function all(scan) {
    const seen = [];
    for (let cursor; ; ) {
      const page = await scan(cursor);
      seen.push(...page.entities.map(({ id }) => id));
      cursor = page.cursors.after;
      if (!cursor) return seen.sort();
      assert.equal(new URL(page.nextUri, 'http://host').searchParams.get('cursor'), cursor);
    }
  }

  it('shows one, the unassigned, or all of them', async () => {
    const one = (divisionId) => all((cursor) => api.getExternalcontactsScanContacts({ limit: 10, cursor, divisionId }));
    assert.deepEqual(await one(division.id), [...inDivision].sort());
    assert.deepEqual(await one(undefined), [...unassigned].sort());
    assert.deepEqual(await one('*'), [...unassigned].sort());
    assert.deepEqual(await one('00000000-0000-4000-8000-0000000000d5'), []);
    const everyone = await all((cursor) => api.getExternalcontactsScanContactsDivisionviewsAll({ limit: 10, cursor }));
    assert.deepEqual(everyone, [...inDivision, ...unassigned].sort());
  });

  it('goes on with its own cursors only', async () => {
    const { cursors } = await api.getExternalcontactsScanContactsDivisionviewsAll({ limit: 10 });
    await refused(api.getExternalcontactsScanContacts({ cursor: cursors.after }), 400, 'bad.request');
    await refused(api.getExternalcontactsScanContacts({ cursor: cursors.after, divisionId: division.id }), 400, 'bad.request');
    for (const options of [{ limit: 9 }, { limit: 201 }, { cursor: 'nonsense' }]) {
      await refused(api.getExternalcontactsScanContactsDivisionviewsAll(options), 400, 'bad.request');
    }
    await refused(api.getExternalcontactsScanContacts({ divisionId: 'nonsense' }), 400, 'bad.request');
  });
});

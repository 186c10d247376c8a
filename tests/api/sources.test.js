// SPDX-License-Identifier: BSL-1.0
import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';

import { startHost } from './support/host.js';
import { assertFailure, assertFaultIn, connectHttp } from './support/http.js';
import { connect, externalId, linkTo, refused } from './support/sdk.js';

describe('external sources', () => {
  let host;
  let api;
  before(async () => {
    host = await startHost();
    api = await connect(host);
  });
  after(() => host.stop());

  const all = async (options = {}) => {
    const found = [];
    for (let cursor; ; ) {
      const page = await api.getExternalcontactsExternalsources({ limit: 200, ...options, cursor });
      found.push(...page.entities);
      cursor = page.cursors?.after;
      if (!cursor || page.entities.length === 0) return found;
    }
  };
  const create = (name, more = {}) => api.postExternalcontactsExternalsources({ name, ...more });

  beforeEach(async () => {
    for (const source of await all()) await api.deleteExternalcontactsExternalsource(source.id);
  });

  it('tell how many contacts have an ID of theirs', async () => {
    const call = await connectHttp(host); // an operation of ours, which the vendor's client does not know
    const [crm, erp] = [await create('Counted'), await create('Empty')];
    for (const value of ['N-1', 'N-2']) await api.postExternalcontactsContacts({ externalIds: [externalId(crm, value)] });
    const answer = await call('GET', `/externalsources/contactcounts?ids=${erp.id},${crm.id}`);
    assert.equal(answer.status, 200, answer.text);
    assert.deepEqual(answer.body, { entities: [{ id: erp.id, contactCount: 0, capped: false }, { id: crm.id, contactCount: 2, capped: false }] });
    assertFaultIn(assertFailure(await call('GET', '/externalsources/contactcounts?ids=mine'), 400), 'ids');
  });

  it('a created source is active, has an id of its own and is what is read back', async () => {
    const wish = { id: '00000000-0000-4000-8000-00000000dead', name: '  CRM ', linkConfiguration: linkTo('https://crm.example/', '/view') };
    const created = await api.postExternalcontactsExternalsources(wish);
    assert.match(created.id, /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
    assert.notEqual(created.id, wish.id);
    assert.equal(created.name, 'CRM');
    assert.equal(created.active, true);
    assert.deepEqual(created.linkConfiguration, wish.linkConfiguration);
    assert.equal(created.selfUri, `/api/v2/externalcontacts/externalsources/${created.id}`);
    assert.deepEqual(await api.getExternalcontactsExternalsource(created.id), created);
  });

  it('an id that is unknown or no UUID is not found', async () => {
    for (const id of ['00000000-0000-4000-8000-00000000dead', 'nonsense']) {
      await refused(api.getExternalcontactsExternalsource(id), 404, 'not.found');
      await refused(api.putExternalcontactsExternalsource(id, { name: 'CRM' }), 404, 'not.found');
      await refused(api.deleteExternalcontactsExternalsource(id), 404, 'not.found');
    }
  });

  it('replacing keeps active when it is absent and clears the link when it is absent', async () => {
    const source = await create('CRM', { active: false, linkConfiguration: linkTo('https://crm.example/') });
    const replaced = await api.putExternalcontactsExternalsource(source.id, { name: 'ERP' });
    assert.deepEqual(replaced, { id: source.id, name: 'ERP', active: false, selfUri: source.selfUri });
    assert.deepEqual(await api.getExternalcontactsExternalsource(source.id), replaced);
    assert.equal((await api.putExternalcontactsExternalsource(source.id, { name: 'ERP', active: true })).active, true);
  });

  it('a deleted source answers with an empty object, is gone, and its name is free again', async () => {
    const source = await create('CRM');
    assert.deepEqual(await api.deleteExternalcontactsExternalsource(source.id), {});
    await refused(api.getExternalcontactsExternalsource(source.id), 404, 'not.found');
    await refused(api.deleteExternalcontactsExternalsource(source.id), 404, 'not.found');
    assert.deepEqual(await all(), []);
    await create('CRM');
  });

  it('names are unique without regard to case and surrounding white space', async () => {
    const source = await create('Straße');
    for (const name of ['Straße', 'STRASSE', '  strasse\t']) {
      assertFaultIn(await refused(create(name), 409, 'general.conflict'), 'name');
    }
    const other = await create('Other');
    assertFaultIn(await refused(api.putExternalcontactsExternalsource(other.id, { name: 'strasse' }), 409, 'general.conflict'), 'name');
    await api.putExternalcontactsExternalsource(source.id, { name: 'STRASSE' });
    assert.equal((await api.getExternalcontactsExternalsource(other.id)).name, 'Other');
  });

  it('a name is required and has at most 200 code points', async () => {
    for (const name of [undefined, '', '   ', 'x'.repeat(201), '🦊'.repeat(201)]) {
      assertFaultIn(await refused(create(name), 400, 'bad.request'), 'name');
    }
    for (const name of ['x'.repeat(200), '🦊'.repeat(200)]) assert.equal((await create(name)).name, name);
  });

  it('an eleventh active source is refused, created or activated, and inactive ones do not count', async () => {
    for (let i = 1; i <= 10; ++i) await create(`Active ${i}`);
    const limit = { key: 'external.sources.active', namespace: 'external.contacts', value: 10 };
    assert.deepEqual((await refused(create('Eleventh'), 409, 'limit.exceeded')).limit, limit);
    const inactive = await create('Eleventh', { active: false });
    const activate = () => api.putExternalcontactsExternalsource(inactive.id, { name: 'Eleventh', active: true });
    assert.deepEqual((await refused(activate(), 409, 'limit.exceeded')).limit, limit);
    assert.equal((await api.getExternalcontactsExternalsource(inactive.id)).active, false);

    const [first] = await all({ active: true });
    await api.putExternalcontactsExternalsource(first.id, { name: first.name, active: false });
    assert.equal((await activate()).active, true);
    await refused(api.putExternalcontactsExternalsource(first.id, { name: first.name, active: true }), 409, 'limit.exceeded');
    await api.deleteExternalcontactsExternalsource(inactive.id);
    await api.putExternalcontactsExternalsource(first.id, { name: first.name, active: true });
    assert.equal((await all({ active: true })).length, 10);
  });

  it('replacing one of ten active sources needs no free place', async () => {
    const sources = [];
    for (let i = 1; i <= 10; ++i) sources.push(await create(`Active ${i}`));
    assert.equal((await api.putExternalcontactsExternalsource(sources[4].id, { name: 'Renamed', active: true })).name, 'Renamed');
  });

  for (const uriTemplate of [
    'https://crm.example/{{externalId.value}}',
    'http://crm.example:8080/a/{{externalId.value}}/view?x=1#top',
    'https://crm.example/?id={{externalId.value}}',
    'https://crm.example/no-placeholder',
    `https://crm.example/${'a'.repeat(400 - 'https://crm.example/{{externalId.value}}'.length)}{{externalId.value}}`,
  ]) {
    it(`the link template ${uriTemplate.slice(0, 60)} is kept`, async () => {
      const source = await create('CRM', { linkConfiguration: { uriTemplate } });
      assert.equal(source.linkConfiguration.uriTemplate, uriTemplate);
    });
  }

  for (const uriTemplate of [
    'ftp://crm.example/{{externalId.value}}',
    'javascript:alert({{externalId.value}})',
    'crm.example/{{externalId.value}}',
    'https://crm.example/{{externalId.value}}/{{externalId.value}}',
    'https://crm.example/{{contact.id}}',
    'https://crm.example/{{externalId.value',
    'https://crm.example/a b/{{externalId.value}}',
    'https://',
    `https://crm.example/${'a'.repeat(400)}{{externalId.value}}`,
  ]) {
    it(`the link template ${uriTemplate.slice(0, 60)} is refused`, async () => {
      const call = create('CRM', { linkConfiguration: { uriTemplate } });
      assertFaultIn(await refused(call, 400, 'bad.request'), 'linkConfiguration.uriTemplate');
      assert.deepEqual(await all(), []);
    });
  }

  it('the empty link template that Terraform sends for none counts as absent', async () => {
    const source = await create('CRM', { linkConfiguration: { uriTemplate: '' } });
    assert.equal(source.linkConfiguration, undefined);
  });

  describe('lists', () => {
    const names = ['Alpha', 'alpine', 'Beta', 'beta 2', 'Ätna', 'Gamma', 'delta', 'Epsilon', 'Zeta', 'eta', 'Theta', 'iota'];
    beforeEach(async () => {
      for (const [i, name] of names.entries()) await create(name, { active: i % 2 === 0 });
    });

    it('are ordered by name without case, page by page, each source once', async () => {
      const first = await api.getExternalcontactsExternalsources({ limit: 10 });
      assert.equal(first.entities.length, 10);
      assert.ok(first.cursors.after);
      const second = await api.getExternalcontactsExternalsources({ limit: 10, cursor: first.cursors.after });
      assert.equal(second.entities.length, 2);
      assert.ok(!second.cursors?.after);
      const listed = [...first.entities, ...second.entities].map((source) => source.name);
      assert.deepEqual([...listed].sort(), [...names].sort());
      const ascii = listed.filter((name) => name !== 'Ätna').map((name) => name.toLowerCase());
      assert.deepEqual(ascii, [...ascii].sort());
    });

    it('filter by a prefix of the name without case', async () => {
      const found = async (name) => (await all({ name })).map((source) => source.name).sort();
      assert.deepEqual(await found('ALP'), ['Alpha', 'alpine']);
      assert.deepEqual(await found('beta'), ['Beta', 'beta 2']);
      assert.deepEqual(await found('ät'), ['Ätna']);
      assert.deepEqual(await found('eta'), ['eta']);
      assert.deepEqual(await found('%'), []);
      assert.deepEqual(await found('_lpha'), []);
    });

    it('filter by active, and show both kinds without the filter', async () => {
      assert.equal((await all()).length, 12);
      assert.ok((await all({ active: true })).every((source) => source.active));
      assert.ok((await all({ active: false })).every((source) => !source.active));
      assert.equal((await all({ active: true })).length, 6);
      assert.equal((await all({ active: false })).length, 6);
    });

    it('take the empty name and cursor that generated clients send for absent ones', async () => {
      assert.equal((await api.getExternalcontactsExternalsources({ name: '', cursor: '' })).entities.length, 12);
    });

    it('refuse a limit outside 10 to 200', async () => {
      for (const limit of [0, 9, 201, -1, 'ten', 10.5]) {
        await refused(api.getExternalcontactsExternalsources({ limit }), 400, 'bad.request');
      }
    });

    it('refuse a cursor that was not given out, or not for this list', async () => {
      const { cursors } = await api.getExternalcontactsExternalsources({ limit: 10 });
      const middle = cursors.after.length >> 1;
      const tampered = cursors.after.slice(0, middle) + (cursors.after[middle] === 'A' ? 'B' : 'A') + cursors.after.slice(middle + 1);
      for (const cursor of ['nonsense', tampered, '%00']) {
        await refused(api.getExternalcontactsExternalsources({ limit: 10, cursor }), 400, 'bad.request');
      }
      await refused(api.getExternalcontactsExternalsources({ limit: 10, active: true, cursor: cursors.after }), 400, 'bad.request');
    });

    it('do not repeat the query in selfUri, and lead to the next page by nextUri', async () => {
      const page = await api.getExternalcontactsExternalsources({ limit: 10, name: '' });
      assert.equal(page.selfUri, '/api/v2/externalcontacts/externalsources');
      const next = new URL(page.nextUri, 'http://host');
      assert.equal(next.pathname, '/api/v2/externalcontacts/externalsources');
      assert.equal(next.searchParams.get('cursor'), page.cursors.after);
    });
  });
});

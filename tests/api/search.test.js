// SPDX-License-Identifier: BSL-1.0
import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';

import { hostBinary, organization, runToEnd, startHost } from './support/host.js';
import { assertFailure, assertFaultIn, connectHttp } from './support/http.js';
import { connect, externalId, refused } from './support/sdk.js';

const firstNames = ({ entities }) => entities.map(({ firstName }) => firstName);
const unknown = '00000000-0000-4000-8000-00000000dead';

describe('searching contacts', () => {
  let host;
  let api;
  let theirs;
  before(async () => {
    host = await startHost();
    api = await connect(host);
    theirs = await connect(host, 'other');
  });
  after(() => host.stop());

  // Names no other test uses, since all share the host.
  let counter = 0;
  const family = () => `Family${++counter}x`;
  const create = (contact) => api.postExternalcontactsContacts(contact);
  const list = (q, more = {}) => api.getExternalcontactsContacts({ q, ...more });
  const search = (simpleSearch, more = {}) => api.postExternalcontactsContactsSearch({ ...more, operation: { simpleSearch } });

  it('finds names by their beginnings, without case, every keyword', async () => {
    const lastName = family();
    const ada = await create({ firstName: 'Ada', lastName });
    await create({ firstName: 'Bob', lastName });
    assert.deepEqual(firstNames(await list(lastName.toUpperCase())), ['Ada', 'Bob']);
    assert.deepEqual((await list(`${lastName} ad`)).entities, [ada]);
    assert.deepEqual(firstNames(await list(`"ada ${lastName}"`)), ['Ada']);
    assert.deepEqual(firstNames(await search({ query: `bob ${lastName}` })), ['Bob']);
    assert.deepEqual(firstNames(await list(`${lastName} nobody`)), []);
  });

  it('finds phones in any notation, e-mails, and external IDs even of a disabled source', async () => {
    const crm = await api.postExternalcontactsExternalsources({ name: 'Search CRM' });
    const contact = await create({
      cellPhone: { display: '+1 317 555 0142' },
      workEmail: 'Search.Me@Example.com',
      externalIds: [externalId(crm, 'Search-1')],
    });
    await api.putExternalcontactsExternalsource(crm.id, { name: crm.name, active: false });
    for (const query of ['(317) 555-0142', '+13175550142', '317 555 0142', 'SEARCH.ME@example.COM', 'Search-1']) {
      assert.deepEqual((await list(query)).entities.map(({ id }) => id), [contact.id], query);
      assert.deepEqual((await search({ query })).entities.map(({ id }) => id), [contact.id], query);
    }
    for (const query of ['"(317) 555-0142"', 'search-1', 'Search-']) assert.deepEqual((await list(query)).entities, [], query);
  });

  it('finds a contact of an interaction only after its promotion', async () => {
    const interaction = {
      interactionId: 'search-1',
      organizationId: organization,
      channel: 'voice',
      occurredAt: '2026-11-23T10:00:00Z',
      identifiers: [{ type: 'Phone', value: '+1 317 555 0177' }],
    };
    const file = path.join(host.directory, 'interaction.ndjson');
    await writeFile(file, JSON.stringify(interaction) + '\n');
    await runToEnd(hostBinary, ['replay', '--config', path.join(host.directory, 'host.json'), file, '--out', `${file}.out`]);
    const contact = await api.postExternalcontactsIdentifierlookupContacts({ type: 'Phone', value: '+13175550177' });
    assert.notEqual(contact.type, 'Curated');
    assert.deepEqual((await list('+13175550177')).entities, []);
    await api.postExternalcontactsContactPromotion(contact.id);
    assert.deepEqual((await list('+13175550177')).entities.map(({ id }) => id), [contact.id]);
  });

  it('finds the contact that others were merged into', async () => {
    const lastName = family();
    const parts = [await create({ firstName: 'Ada', lastName }), await create({ firstName: 'Ada', lastName })];
    const merged = await api.postExternalcontactsContactsMerge({ contactIds: parts.map(({ id }) => id) });
    assert.deepEqual((await list(lastName)).entities.map(({ id }) => id), [merged.id]);
    const among = await search({ ids: parts.map(({ id }) => id) });
    assert.deepEqual(among.entities.map(({ id }) => id), [merged.id]);
    await api.deleteExternalcontactsContact(merged.id);
    assert.deepEqual((await list(lastName)).entities, []);
  });

  it('sorts as asked', async () => {
    const lastName = family();
    for (const [firstName, title] of [['bob', 'A'], ['Ada', 'b'], ['Carl', 'b']]) await create({ firstName, title, lastName });
    assert.deepEqual(firstNames(await list(lastName)), ['Ada', 'bob', 'Carl']);
    assert.deepEqual(firstNames(await list(lastName, { sortOrder: 'firstName:desc' })), ['Carl', 'bob', 'Ada']);
    assert.deepEqual(firstNames(await list(lastName, { sortOrder: 'title:desc,firstName:desc' })), ['Carl', 'Ada', 'bob']);
    assert.deepEqual(firstNames(await search({ query: lastName, sortOrder: ['title', 'firstName:desc'] })), ['bob', 'Carl', 'Ada']);
  });

  it('shows page after page, each with links to the others', async () => {
    const lastName = family();
    for (const firstName of ['a', 'b', 'c', 'd', 'e']) await create({ firstName, lastName });
    const call = await connectHttp(host);
    const seen = [];
    let page = await list(lastName, { pageSize: 2 });
    assert.deepEqual([page.total, page.pageCount, page.pageNumber, page.pageSize, page.partialResults], [5, 3, 1, 2, false]);
    assert.equal(page.previousUri, undefined);
    for (;;) {
      seen.push(...firstNames(page));
      if (!page.nextUri) break;
      page = (await call('GET', page.nextUri)).body;
    }
    assert.deepEqual(seen, ['a', 'b', 'c', 'd', 'e']);
    assert.deepEqual(firstNames((await call('GET', page.previousUri)).body), ['c', 'd']);
    assert.deepEqual(firstNames((await call('GET', page.firstUri)).body), ['a', 'b']);
    assert.deepEqual(firstNames((await call('GET', page.lastUri)).body), ['e']);
    assert.deepEqual(firstNames(await search({ query: lastName }, { pageSize: 2, pageNumber: 3 })), ['e']);
    const beyond = await list(lastName, { pageSize: 2, pageNumber: 4 });
    assert.deepEqual([beyond.entities, beyond.total, beyond.nextUri], [[], 5, undefined]);
  });

  it('keeps to divisions and shows what is expanded', async () => {
    const lastName = family();
    const division = '00000000-0000-4000-8000-0000000000d1';
    await create({ firstName: 'Here', lastName, workEmail: `${lastName}@example.com` });
    await create({ firstName: 'There', lastName, division: { id: division } });
    assert.deepEqual(firstNames(await list(lastName)), ['Here', 'There']);
    assert.deepEqual(firstNames(await list(lastName, { divisionIds: [division] })), ['There']);
    assert.deepEqual(firstNames(await search({ query: lastName }, { divisionIds: ['*', unknown] })), ['Here']);
    const expanded = await search({ query: lastName }, { divisionIds: ['*'], expand: ['identifiers'] });
    assert.deepEqual(expanded.entities[0].identifiers.map(({ type }) => type), ['Email']);
  });

  it("never shows another organization's contacts", async () => {
    const lastName = family();
    const ours = await create({ firstName: 'Ours', lastName, cellPhone: { display: '+1 317 555 0199' } });
    assert.deepEqual((await theirs.getExternalcontactsContacts({ q: lastName })).entities, []);
    assert.deepEqual((await theirs.getExternalcontactsContacts()).total, 0);
    const among = { operation: { simpleSearch: { ids: [ours.id] } } };
    assert.deepEqual((await theirs.postExternalcontactsContactsSearch(among)).entities, []);
    assert.deepEqual(await theirs.getExternalcontactsReversewhitepageslookup('+13175550199'), { contacts: [] });
  });

  it('refuses what it cannot do, naming it', async () => {
    const bad = [
      [{ pageSize: 0 }, 'pageSize'],
      [{ pageSize: 101 }, 'pageSize'],
      [{ pageNumber: 0 }, 'pageNumber'],
      [{ pageSize: 100, pageNumber: 11 }, 'pageNumber'],
      [{ q: 'a b c d e f g h i j k' }, 'q'],
      [{ sortOrder: 'createDate:asc' }, 'sortOrder'],
      [{ divisionIds: ['nonsense'] }, 'divisionIds'],
      [{ divisionIds: Array(51).fill('*') }, 'divisionIds'],
    ];
    for (const [parameters, field] of bad)
      assertFaultIn(await refused(api.getExternalcontactsContacts(parameters), 400, 'bad.request'), field);
    const call = await connectHttp(host);
    const simpleSearch = (member) => ({ operation: { simpleSearch: member } });
    for (const [body, field] of [
      [{ pageNumber: 51 }, 'pageNumber'],
      [simpleSearch({ ids: ['nonsense'] }), 'operation.simpleSearch.ids'],
      [simpleSearch({ ids: Array(101).fill(unknown) }), 'operation.simpleSearch.ids'],
      [simpleSearch({ sortOrder: ['name'] }), 'operation.simpleSearch.sortOrder'],
    ])
      assertFaultIn(assertFailure(await call('POST', '/contacts/search', body), 400, 'bad.request'), field);
  });
});

describe('reverse look-up', () => {
  let host;
  let api;
  before(async () => {
    host = await startHost();
    api = await connect(host);
  });
  after(() => host.stop());

  const lookUp = async (value, options) =>
    (await api.getExternalcontactsReversewhitepageslookup(value, options)).contacts.map(({ id }) => id);

  it('shows everybody who has a phone, e-mail or Twitter screen name, longest first', async () => {
    const first = await api.postExternalcontactsContacts({ workPhone: { display: '(317) 555-0142' } });
    const second = await api.postExternalcontactsContacts({
      cellPhone: { display: '+1 317 555 0142' },
      workEmail: 'Ada@Example.com',
      twitterId: { id: '1', screenName: 'ada_l' },
    });
    assert.deepEqual(await lookUp('+13175550142'), [first.id, second.id]);
    assert.deepEqual(await lookUp('317-555-0142'), [first.id, second.id]);
    for (const value of ['ada@example.com', 'ada_l', '@ada_l']) assert.deepEqual(await lookUp(value), [second.id], value);
    assert.deepEqual(await lookUp('nobody@example.com'), []);
    assert.deepEqual(await lookUp('+13175550142', { divisionId: unknown }), []);
    const { contacts } = await api.getExternalcontactsReversewhitepageslookup('ada_l', {
      expand: ['contacts.externalOrganization', 'contacts.identifiers'],
    });
    assert.deepEqual(contacts[0].identifiers.map(({ type }) => type).sort(), ['Email', 'SocialTwitter', 'SocialTwitter']);
  });

  it('refuses what nobody could have', async () => {
    for (const value of ['Ada Lovelace', ' ', ''])
      assertFaultIn(await refused(api.getExternalcontactsReversewhitepageslookup(value), 400, 'bad.request'), 'lookupVal');
    const call = api.getExternalcontactsReversewhitepageslookup('ada', { divisionId: 'nonsense' });
    assertFaultIn(await refused(call, 400, 'bad.request'), 'divisionId');
  });
});

// SPDX-License-Identifier: BSL-1.0
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';

import { startHost } from './support/host.js';
import { assertFaultIn } from './support/http.js';
import { connect, externalId, externalIdIdentifier, linkTo, refused } from './support/sdk.js';

describe('contacts', () => {
  let host;
  let api;
  let crm;
  let erp;
  before(async () => {
    host = await startHost();
    api = await connect(host);
    crm = await api.postExternalcontactsExternalsources({ name: 'CRM', linkConfiguration: linkTo('https://crm.example/') });
    erp = await api.postExternalcontactsExternalsources({ name: 'ERP' });
  });
  after(() => host.stop());

  const create = (contact) => api.postExternalcontactsContacts(contact);
  const read = (contact, options) => api.getExternalcontactsContact(contact.id, options);

  it('a created contact is Curated, of no division, and is what is read back', async () => {
    const wish = {
      firstName: 'Ada',
      middleName: 'King',
      lastName: 'Lovelace',
      salutation: 'Countess',
      title: 'Analyst',
      workEmail: 'Ada.Lovelace@Example.com',
      personalEmail: 'ada@example.org',
      otherEmail: 'a@example.net',
      address: { address1: '12 St James Square', city: 'London', postalCode: 'SW1Y', countryCode: 'GB' },
      surveyOptOut: true,
      externalSystemUrl: 'https://crm.example/ada',
      customFields: { loyalty: 7, tags: ['a', 'b'], nested: { deep: null, yes: true } },
    };
    const created = await create(wish);
    for (const [field, value] of Object.entries(wish)) assert.deepEqual(created[field], value, field);
    assert.equal(created.type, 'Curated');
    assert.equal(created.division.id, '*');
    assert.equal(created.selfUri, `/api/v2/externalcontacts/contacts/${created.id}`);
    for (const date of [created.createDate, created.modifyDate]) assert.match(date, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{3})?Z$/);
    assert.deepEqual(await read(created), created);
  });

  it('an empty contact is accepted, and an unknown one is not found', async () => {
    const created = await create({});
    assert.equal((await read(created)).id, created.id);
    for (const id of ['00000000-0000-4000-8000-00000000dead', 'nonsense']) {
      await refused(api.getExternalcontactsContact(id), 404, 'not.found');
      await refused(api.putExternalcontactsContact(id, { firstName: 'Ada' }), 404, 'not.found');
      await refused(api.deleteExternalcontactsContact(id), 404, 'not.found');
    }
  });

  it('replacing replaces the whole record and keeps id and creation', async () => {
    const created = await create({ firstName: 'Ada', lastName: 'Byron', customFields: { a: 1 } });
    const replaced = await api.putExternalcontactsContact(created.id, { firstName: 'Ada', title: 'Countess' });
    assert.equal(replaced.lastName, undefined);
    assert.equal(replaced.customFields, undefined);
    assert.equal(replaced.title, 'Countess');
    assert.equal(replaced.id, created.id);
    assert.equal(replaced.createDate, created.createDate);
    assert.ok(replaced.modifyDate >= created.modifyDate);
    assert.deepEqual(await read(created), replaced);
  });

  it('a record sent back as it was read changes nothing but the date', async () => {
    const created = await create({ firstName: 'Ada', workPhone: { display: '+1 317-222-0100' }, externalIds: [externalId(crm, 'same')] });
    const shown = await read(created, { expand: ['identifiers', 'externalSources'] });
    const { modifyDate, ...rest } = await api.putExternalcontactsContact(created.id, shown);
    const { modifyDate: before, ...expected } = created;
    assert.ok(modifyDate >= before);
    assert.deepEqual(rest, expected);
  });

  it('a deleted contact answers with an empty object, is gone, and frees its external ID', async () => {
    const created = await create({ externalIds: [externalId(crm, 'D-1')] });
    assert.deepEqual(await api.deleteExternalcontactsContact(created.id), {});
    await refused(read(created), 404, 'not.found');
    await refused(api.deleteExternalcontactsContact(created.id), 404, 'not.found');
    await refused(api.postExternalcontactsIdentifierlookupContacts(externalIdIdentifier(crm, 'D-1')), 404, 'not.found');
    await create({ externalIds: [externalId(crm, 'D-1')] });
  });

  describe('external IDs', () => {
    it('are trimmed, keep their case, and name their source', async () => {
      const created = await create({ externalIds: [externalId(crm, '  Ab-1 '), externalId(erp, 'Ab-1')] });
      assert.deepEqual(created.externalIds.map(({ externalSource, value }) => [externalSource.id, value]).sort(), [[crm.id, 'Ab-1'], [erp.id, 'Ab-1']].sort());
      assert.equal(created.externalIds[0].externalSource.name, undefined);
      const expanded = await read(created, { expand: ['externalSources'] });
      const shown = expanded.externalIds.find(({ externalSource }) => externalSource.id === crm.id).externalSource;
      assert.equal(shown.name, 'CRM');
      assert.equal(shown.linkConfiguration.uriTemplate, 'https://crm.example/{{externalId.value}}');
      await create({ externalIds: [externalId(crm, 'ab-1')] });
    });

    it('have one owner: a second contact with the same one is refused and told who owns it', async () => {
      const owner = await create({ externalIds: [externalId(crm, 'O-1')] });
      const body = await refused(create({ firstName: 'Thief', externalIds: [externalId(crm, 'O-1')] }), 409, 'identifier.claimed');
      assert.equal(body.entityId, owner.id);
      const other = await create({ firstName: 'Other' });
      const put = api.putExternalcontactsContact(other.id, { externalIds: [externalId(crm, 'O-1')] });
      assert.equal((await refused(put, 409, 'identifier.claimed')).entityId, owner.id);
      assert.equal((await read(other)).firstName, 'Other');
    });

    it('under an unknown or deleted source are refused', async () => {
      const gone = await api.postExternalcontactsExternalsources({ name: 'Gone' });
      await api.deleteExternalcontactsExternalsource(gone.id);
      for (const source of [{ id: '00000000-0000-4000-8000-00000000dead' }, gone]) {
        await refused(create({ externalIds: [externalId(source, 'X')] }), 422, 'external.source.not.found');
      }
    });

    it('are at most ten, and each needs a source and a value of at most 255', async () => {
      const eleven = Array.from({ length: 11 }, (_, i) => externalId(crm, `many-${i}`));
      assertFaultIn(await refused(create({ externalIds: eleven }), 400, 'bad.request'), 'externalIds');
      await create({ externalIds: eleven.slice(0, 10) });
      assertFaultIn(await refused(create({ externalIds: [{ value: 'x' }] }), 400, 'bad.request'), 'externalIds[0].externalSource.id');
      for (const value of ['', '  ', 'x'.repeat(256)]) {
        assertFaultIn(await refused(create({ externalIds: [externalId(crm, value)] }), 400, 'bad.request'), 'externalIds[0].value');
      }
      await create({ externalIds: [externalId(crm, 'x'.repeat(255))] });
    });

    it('that a replacement leaves out are given up', async () => {
      const created = await create({ externalIds: [externalId(crm, 'L-1'), externalId(crm, 'L-2')] });
      await api.putExternalcontactsContact(created.id, { externalIds: [externalId(crm, 'L-2')] });
      await create({ externalIds: [externalId(crm, 'L-1')] });
      await refused(create({ externalIds: [externalId(crm, 'L-2')] }), 409, 'identifier.claimed');
    });

    it('of a deleted source stay on the contact, with the id of the source alone', async () => {
      const source = await api.postExternalcontactsExternalsources({ name: 'Soon gone' });
      const created = await create({ externalIds: [externalId(source, 'S-1')] });
      await api.deleteExternalcontactsExternalsource(source.id);
      const expanded = await read(created, { expand: ['externalSources'] });
      assert.deepEqual(expanded.externalIds, [{ externalSource: { id: source.id }, value: 'S-1' }]);
      const found = await api.postExternalcontactsIdentifierlookupContacts(externalIdIdentifier(source, 'S-1'));
      assert.equal(found.id, created.id);
      assert.equal((await api.putExternalcontactsContact(created.id, { firstName: 'Kept', externalIds: expanded.externalIds })).firstName, 'Kept');
    });
  });

  it('the empty texts that Terraform sends for unset e-mails and URLs count as absent', async () => {
    const created = await create({ firstName: 'Ada', workEmail: '', personalEmail: '', otherEmail: '', externalSystemUrl: '', middleName: '' });
    for (const field of ['workEmail', 'personalEmail', 'otherEmail', 'externalSystemUrl', 'middleName']) assert.equal(created[field], undefined, field);
  });

  it('null counts as absent', async () => {
    const created = await create({ firstName: 'Ada', lastName: null, workPhone: null, externalIds: null, customFields: null, surveyOptOut: null });
    assert.equal(created.firstName, 'Ada');
  });
});

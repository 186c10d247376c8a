// SPDX-License-Identifier: BSL-1.0
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';

import { startHost } from './support/host.js';
import { assertFaultIn } from './support/http.js';
import { arrive, interaction } from './support/interactions.js';
import { connect, connectExtended, externalId, externalIdIdentifier, refused } from './support/sdk.js';

const phone = (value) => ({ type: 'Phone', value });
const email = (value) => ({ type: 'Email', value });

describe('enriching contacts', () => {
  let host;
  let api;
  let extended;
  let crm;
  before(async () => {
    host = await startHost();
    api = await connect(host);
    extended = await connectExtended(host);
    crm = await api.postExternalcontactsExternalsources({ name: 'CRM' });
  });
  after(() => host.stop());

  const create = (contact = {}) => api.postExternalcontactsContacts(contact);
  const read = (contact) => api.getExternalcontactsContact(contact.id);
  const lookUp = (identifier) => api.postExternalcontactsIdentifierlookupContacts(identifier);
  const request = (action, matchingIdentifiers, contact, rest) => ({ action, matchingIdentifiers, contact, ...rest });
  const enrich = (...parts) => api.postExternalcontactsContactsEnrich(request(...parts));
  const answered = async (...parts) => {
    const { status, body } = await extended.postExternalcontactsContactsEnrich(request(...parts));
    return { status, contact: body };
  };

  let counter = 0;
  const fresh = () => `enrich-${++counter}`;
  const external = (value) => externalIdIdentifier(crm, value);

  it('Insert makes a Curated contact, which owns what it was to be matched by', async () => {
    const [value, address] = [fresh(), `${fresh()}@example.com`];
    const { status, contact } = await answered('Insert', [external(value), email(address)], { firstName: 'Ada' });
    assert.equal(status, 201);
    assert.deepEqual([contact.firstName, contact.type], ['Ada', 'Curated']);
    assert.deepEqual(contact.externalIds.map((one) => one.value), [value]);
    for (const identifier of [external(value), email(address)]) assert.equal((await lookUp(identifier)).id, contact.id);
    assert.deepEqual(await read(contact), contact);
  });

  it('Insert refuses a match, and names it', async () => {
    const owner = await create({ firstName: 'Ada', externalIds: [externalId(crm, 'insert-1')] });
    const body = await refused(enrich('Insert', [email(`${fresh()}@example.com`), external('insert-1')], { firstName: 'New' }), 409, 'general.conflict');
    assert.equal(body.entityId, owner.id);
    assert.deepEqual(await read(owner), owner);
  });

  it('Update changes the first match in the order given, and refuses none', async () => {
    const byPhone = await create({ firstName: 'By phone', cellPhone: { display: '+1 317 222 0601' } });
    const byEmail = await create({ firstName: 'By e-mail', workEmail: 'update@example.com' });
    const { status, contact } = await answered('Update', [external(fresh()), email('update@example.com'), phone('+13172220601')], { title: 'Analyst' });
    assert.deepEqual([status, contact.id, contact.firstName, contact.title], [200, byEmail.id, 'By e-mail', 'Analyst']);
    assert.deepEqual(await read(byPhone), byPhone);
    await refused(enrich('Update', [external(fresh())], { title: 'x' }), 404, 'not.found');
  });

  it('Upsert updates the first match, or makes a contact', async () => {
    const value = fresh();
    const first = await answered('Upsert', [external(value)], { firstName: 'Ada' });
    const second = await answered('Upsert', [external(value)], { lastName: 'Lovelace' });
    assert.deepEqual([first.status, second.status], [201, 200]);
    assert.equal(second.contact.id, first.contact.id);
    assert.deepEqual([second.contact.firstName, second.contact.lastName], ['Ada', 'Lovelace']);
  });

  it('Upsert makes one contact when it is asked for many times at once', async () => {
    const [value, address] = [fresh(), `${fresh()}@example.com`];
    const upserts = Array.from({ length: 12 }, (_, n) => answered('Upsert', [external(value), email(address)], { customFields: { [`n${n}`]: n } }));
    const answers = await Promise.all(upserts);
    assert.equal(answers.filter(({ status }) => status === 201).length, 1);
    assert.equal(new Set(answers.map(({ contact }) => contact.id)).size, 1);
    assert.equal(Object.keys((await lookUp(external(value))).customFields).length, 12);
  });

  it('Merge merges all matches, updates a single one, or makes a contact', async () => {
    const one = await create({ firstName: 'Ada', workEmail: 'merge.enrich@example.com' });
    const two = await create({ title: 'Countess', workPhone: { display: '+1 317 222 0602' } });
    const matching = [phone('+13172220602'), email('merge.enrich@example.com')];
    const { status, contact } = await answered('Merge', matching, { lastName: 'Lovelace' });
    assert.equal(status, 200);
    assert.deepEqual([contact.firstName, contact.lastName, contact.title], ['Ada', 'Lovelace', 'Countess']);
    assert.deepEqual(contact.mergedFrom.map(({ id }) => id).sort(), [one.id, two.id].sort());
    const again = await answered('Merge', matching, { middleName: 'King' });
    assert.deepEqual([again.status, again.contact.id], [200, contact.id]);
    assert.equal((await answered('Merge', [external(fresh())], {})).status, 201);
  });

  it('gives the contact those matching identifiers that nobody owns, and leaves the others to their owners', async () => {
    const other = await create({ workEmail: 'other.owner@example.com' });
    const target = await create({ externalIds: [externalId(crm, 'target')] });
    const cookie = { type: 'Cookie', value: fresh() };
    await enrich('Update', [external('target'), email('other.owner@example.com'), cookie], {});
    assert.equal((await lookUp(cookie)).id, target.id);
    assert.equal((await lookUp(email('other.owner@example.com'))).id, other.id);
  });

  it('promotes only when asked to', async () => {
    const [{ contactId }] = await arrive(host, interaction('voice', [phone('+13172220603')]));
    const matching = [phone('+13172220603')];
    assert.equal((await enrich('Update', matching, { firstName: 'Ada' })).type, 'Ephemeral');
    assert.equal((await enrich('Update', matching, {}, { options: { promote: false } })).type, 'Ephemeral');
    const promoted = await enrich('Update', matching, {}, { options: { promote: true } });
    assert.deepEqual([promoted.id, promoted.type, promoted.firstName], [contactId, 'Curated', 'Ada']);
  });

  it('with dryRun shows what would come of it and changes nothing', async () => {
    const one = await create({ firstName: 'Ada', workEmail: 'dry@example.com' });
    const two = await create({ title: 'Countess', externalIds: [externalId(crm, 'dry')] });
    const dry = (...parts) => extended.postExternalcontactsContactsEnrich(request(...parts), { dryRun: true });
    const merged = await dry('Merge', [email('dry@example.com'), external('dry')], { lastName: 'L' });
    assert.deepEqual([merged.status, merged.body.firstName, merged.body.lastName, merged.body.title], [200, 'Ada', 'L', 'Countess']);
    const value = fresh();
    assert.equal((await dry('Insert', [external(value)], {})).status, 201);
    await refused(api.postExternalcontactsContactsEnrich(request('Insert', [external('dry')], {}), { dryRun: true }), 409, 'general.conflict');
    await refused(api.postExternalcontactsContactsEnrich(request('Insert', [external(value)], {}), { dryRun: 'perhaps' }), 400, 'bad.request');
    await refused(lookUp(external(value)), 404, 'not.found');
    await refused(api.getExternalcontactsContact(merged.body.id), 404, 'not.found');
    for (const contact of [one, two]) assert.deepEqual(await read(contact), contact);
  });

  it('adds nothing under a disabled or unknown source, but matches by it', async () => {
    const source = await api.postExternalcontactsExternalsources({ name: 'Disabled' });
    const owner = await create({ externalIds: [externalId(source, 'old')] });
    await api.putExternalcontactsExternalsource(source.id, { name: source.name, active: false });
    await refused(enrich('Upsert', [externalIdIdentifier(source, 'new')], {}), 409, 'external.source.inactive');
    await refused(enrich('Update', [externalIdIdentifier(source, 'old'), externalIdIdentifier(source, 'new')], {}), 409, 'external.source.inactive');
    await refused(enrich('Update', [externalIdIdentifier(source, 'old')], { externalIds: [externalId(source, 'new')] }), 409, 'external.source.inactive');
    const unknown = { id: '00000000-0000-4000-8000-00000000dead' };
    await refused(enrich('Insert', [externalIdIdentifier(unknown, 'x')], {}), 422, 'external.source.not.found');
    const changed = await enrich('Update', [externalIdIdentifier(source, 'old')], { firstName: 'Ada' });
    assert.deepEqual([changed.id, changed.firstName], [owner.id, 'Ada']);
  });

  it('stays in the division of the request', async () => {
    const division = { id: '00000000-0000-4000-8000-0000000000d2' };
    const address = `${fresh()}@example.com`;
    const unassigned = await create({ workEmail: address });
    const { status, contact } = await answered('Upsert', [email(address)], {}, { division });
    assert.deepEqual([status, contact.division.id], [201, division.id]);
    assert.notEqual(contact.id, unassigned.id);
    const other = { ...email(address), division: { id: '*' } };
    assertFaultIn(await refused(enrich('Upsert', [other], {}, { division }), 400, 'bad.request'), 'matchingIdentifiers[0].division.id');
  });

  it('names every fault of a request', async () => {
    const faulty = {
      action: 'Replace',
      matchingIdentifiers: [{ type: 'Fax', value: '1' }],
      contact: { workEmail: 'nobody', nickname: 'x' },
      fieldRules: {
        defaultAction: 'Guess',
        defaultArrayAction: 'Shuffle',
        rules: [
          { field: '$.id', action: 'PreferProvided' },
          { field: '$.a[0]', action: 'PreferProvided' },
          { field: '$.title' },
          { field: '$.workPhone.display', action: 'PreferExisting' },
        ],
      },
      options: { promote: 'yes' },
      extra: 1,
    };
    const body = await refused(api.postExternalcontactsContactsEnrich(faulty), 400, 'bad.request');
    const fields = ['action', 'matchingIdentifiers[0].type', 'contact.workEmail', 'contact.nickname', 'fieldRules.defaultAction', 'fieldRules.defaultArrayAction'];
    fields.push('fieldRules.rules[0].field', 'fieldRules.rules[1].field', 'fieldRules.rules[2].action', 'fieldRules.rules[3].field', 'options.promote', 'extra');
    for (const field of fields) assertFaultIn(body, field);
  });

  it('takes 1 to 25 matching identifiers', async () => {
    const many = (count) => Array.from({ length: count }, () => ({ type: 'Cookie', value: fresh() }));
    for (const matching of [[], undefined, many(26)]) assertFaultIn(await refused(enrich('Upsert', matching, {}), 400, 'bad.request'), 'matchingIdentifiers');
    assert.equal((await answered('Upsert', many(25), {})).status, 201);
  });
});

// SPDX-License-Identifier: BSL-1.0
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';

import { startHost } from './support/host.js';
import { assertFailure, assertFaultIn, connectHttp } from './support/http.js';
import { arrive, interaction } from './support/interactions.js';
import { connect, externalId, externalIdIdentifier, refused } from './support/sdk.js';

describe('merging contacts', () => {
  let host;
  let api;
  let crm;
  before(async () => {
    host = await startHost();
    api = await connect(host);
    crm = await api.postExternalcontactsExternalsources({ name: 'CRM' });
  });
  after(() => host.stop());

  const create = (contact = {}) => api.postExternalcontactsContacts(contact);
  const read = (id) => api.getExternalcontactsContact(id);
  const merge = (contacts, valueOverride) => api.postExternalcontactsContactsMerge({ contactIds: contacts.map(({ id }) => id), valueOverride });
  const mergePair = (source, target) => api.postExternalcontactsMergeContacts({ sourceContactId: source.id, targetContactId: target.id });
  const lookUp = (identifier) => api.postExternalcontactsIdentifierlookupContacts(identifier);
  const ids = (links) => links.map(({ id }) => id).sort();
  const idsOf = (...contacts) => contacts.map(({ id }) => id).sort();

  it('makes a new contact that answers for all of them', async () => {
    const one = await create({ firstName: 'Ada', externalIds: [externalId(crm, 'M-1')] });
    const two = await create({ lastName: 'Lovelace', workEmail: 'merge2@example.com' });
    const three = await create({ title: 'Countess', workPhone: { display: '+1 317 222 0501' } });
    const head = await merge([one, two, three]);
    assert.ok(!idsOf(one, two, three).includes(head.id));
    assert.deepEqual([head.firstName, head.lastName, head.title, head.type], ['Ada', 'Lovelace', 'Countess', 'Curated']);
    assert.deepEqual(head.canonicalContact, { id: head.id, selfUri: head.selfUri });
    assert.deepEqual(ids(head.mergeSet), idsOf(one, two, three, head));
    assert.deepEqual(ids(head.mergedFrom), idsOf(one, two, three));
    assert.equal(head.mergedTo, undefined);
    for (const { id } of [one, two, three, head]) assert.deepEqual(await read(id), head);
    for (const identifier of [externalIdIdentifier(crm, 'M-1'), { type: 'Email', value: 'merge2@example.com' }, { type: 'Phone', value: '+13172220501' }]) {
      assert.equal((await lookUp(identifier)).id, head.id, identifier.type);
    }
  });

  it('with dryRun shows what would come of it and changes nothing', async () => {
    const call = await connectHttp(host); // the parameter is ours, and the vendor's client does not know it
    const one = await create({ firstName: 'Ada', externalIds: [externalId(crm, 'D-1')] });
    const two = await create({ lastName: 'Lovelace' });
    const dry = await call('POST', '/contacts/merge?dryRun=true', { contactIds: [one.id, two.id] });
    assert.equal(dry.status, 200, dry.text);
    assert.deepEqual([dry.body.firstName, dry.body.lastName, ids(dry.body.mergedFrom)], ['Ada', 'Lovelace', idsOf(one, two)]);
    await refused(read(dry.body.id), 404, 'not.found');
    for (const contact of [one, two]) assert.deepEqual(await read(contact.id), contact);
    const pair = { sourceContactId: one.id, targetContactId: two.id };
    const refusals = [];
    for (const query of ['?dryRun=true', '']) refusals.push(await call('POST', `/merge/contacts${query}`, pair));
    assertFailure(refusals[0], refusals[1].status, refusals[1].body.code); // two Curated contacts
    const head = await merge([one, two]);
    assert.deepEqual([head.firstName, head.lastName], ['Ada', 'Lovelace']);
  });

  it('leaves the record of each as it was, unresolved', async () => {
    const one = await create({ firstName: 'Ada', title: 'Countess' });
    const two = await create({ firstName: 'Augusta' });
    const head = await merge([one, two]);
    const raw = await api.getExternalcontactsContactUnresolved(one.id);
    assert.deepEqual([raw.id, raw.firstName, raw.title], [one.id, 'Ada', 'Countess']);
    assert.deepEqual(raw.mergedTo, { id: head.id, selfUri: head.selfUri });
    assert.deepEqual(raw.canonicalContact, raw.mergedTo);
    assert.deepEqual(ids(raw.mergeSet), idsOf(one, two, head));
    const unmerged = await create({});
    assert.deepEqual(await api.getExternalcontactsContactUnresolved(unmerged.id), unmerged);
    await refused(api.getExternalcontactsContactUnresolved('00000000-0000-4000-8000-00000000dead'), 404, 'not.found');
  });

  it('takes each value from the contact that was modified last', async () => {
    const one = await create({ firstName: 'Old', lastName: 'Only here', customFields: { a: 'old', b: 'only here' } });
    const two = await create({ firstName: 'Newer', address: { city: 'London' } });
    const newest = { firstName: 'Newest', lastName: 'Only here', address: { state: 'NY' }, customFields: { a: 'new', b: 'only here' } };
    await api.putExternalcontactsContact(one.id, newest);
    const head = await merge([two, one]);
    assert.deepEqual([head.firstName, head.lastName], ['Newest', 'Only here']);
    assert.deepEqual(head.address, { state: 'NY' }, 'an address is one value');
    assert.deepEqual(head.customFields, { a: 'new', b: 'only here' });
  });

  it('lets an override win, and adds its external IDs', async () => {
    const one = await create({ firstName: 'Ada', title: 'Analyst', externalIds: [externalId(crm, 'O-1')] });
    const two = await create({ firstName: 'Augusta', surveyOptOut: true });
    const head = await merge([one, two], { firstName: 'Lady', surveyOptOut: false, lastName: null, externalIds: [externalId(crm, 'O-2')] });
    assert.deepEqual([head.firstName, head.title, head.surveyOptOut, head.lastName], ['Lady', 'Analyst', false, undefined]);
    assert.deepEqual(head.externalIds.map(({ value }) => value).sort(), ['O-1', 'O-2']);
  });

  it('moves colliding phones and e-mails to free fields, and keeps those without one as identifiers', async () => {
    const phone = (n) => ({ display: `+1 317 222 051${n}` });
    const one = await create({ workPhone: phone(1), cellPhone: phone(2), workEmail: 'one@m.example', personalEmail: 'same@m.example' });
    const two = await create({ workPhone: phone(3), cellPhone: phone(4), homePhone: phone(5), workEmail: 'two@m.example', otherEmail: 'Same@M.example' });
    const head = await merge([one, two]);
    const e164 = (...digits) => digits.map((n) => `+1317222051${n}`);
    const { workPhone, cellPhone, homePhone, otherPhone } = head;
    assert.deepEqual([workPhone, cellPhone, homePhone].map((number) => number.e164), e164(3, 4, 5));
    assert.equal(otherPhone.e164, e164(1)[0]);
    for (const value of e164(1, 2, 3, 4, 5)) assert.equal((await lookUp({ type: 'Phone', value })).id, head.id, value);
    assert.deepEqual([head.workEmail, head.personalEmail, head.otherEmail], ['two@m.example', 'same@m.example', 'Same@M.example']);
    assert.equal((await lookUp({ type: 'Email', value: 'one@m.example' })).id, head.id);
  });

  it('of merged contacts makes one set, in which every id answers', async () => {
    const people = [];
    for (let i = 0; i < 4; ++i) people.push(await create({ firstName: `Person ${i}` }));
    const left = await merge(people.slice(0, 2));
    const right = await merge(people.slice(2));
    const head = await merge([people[0], right], { firstName: 'All' });
    assert.deepEqual(ids(head.mergeSet), idsOf(...people, left, right, head));
    assert.deepEqual(ids(head.mergedFrom), idsOf(left, right));
    for (const { id } of [...people, left, right]) assert.equal((await read(id)).id, head.id);
    assert.equal((await api.getExternalcontactsContactUnresolved(people[0].id)).mergedTo.id, left.id);
    await refused(merge([people[1], people[3]]), 409, 'general.conflict');
  });

  it('makes old ids edit, claim for and delete the canonical contact with its whole set', async () => {
    const one = await create({ firstName: 'Ada' });
    const two = await create({ workEmail: 'deleted.set@example.com' });
    const waiting = await create({ workEmail: 'deleted.set@example.com' });
    const head = await merge([one, two]);
    assert.equal((await api.putExternalcontactsContact(one.id, { firstName: 'Edited', workEmail: 'deleted.set@example.com' })).id, head.id);
    const patched = await api.patchExternalcontactsContact(two.id, { changes: [{ field: '$.title', action: 'Update', value: 'Patched' }] });
    assert.deepEqual([patched.id, patched.firstName, patched.title], [head.id, 'Edited', 'Patched']);
    await api.patchExternalcontactsContactIdentifiers(one.id, { operation: 'Claim', identifier: { type: 'Cookie', value: 'old-id' } });
    assert.equal((await lookUp({ type: 'Cookie', value: 'old-id' })).id, head.id);
    const listed = (await api.getExternalcontactsScanContacts({ limit: 200 })).entities.map(({ id }) => id);
    assert.deepEqual([one, two, head].map(({ id }) => listed.includes(id)), [false, false, true]);
    await api.deleteExternalcontactsContact(one.id);
    for (const { id } of [one, two, head]) {
      await refused(read(id), 404, 'not.found');
      await refused(api.getExternalcontactsContactUnresolved(id), 404, 'not.found');
    }
    await refused(lookUp({ type: 'Cookie', value: 'old-id' }), 404, 'not.found');
    assert.equal((await lookUp({ type: 'Email', value: 'deleted.set@example.com' })).id, waiting.id);
  });

  it('keeps the place of who waits for an identifier', async () => {
    const workEmail = 'waiting@m.example';
    const owner = await create({ workEmail });
    const second = await create({ workEmail });
    const third = await create({ workEmail });
    const head = await merge([await create(), second]);
    assert.equal((await lookUp({ type: 'Email', value: workEmail })).id, owner.id);
    await api.deleteExternalcontactsContact(owner.id);
    assert.equal((await lookUp({ type: 'Email', value: workEmail })).id, head.id);
    await api.deleteExternalcontactsContact(head.id);
    assert.equal((await lookUp({ type: 'Email', value: workEmail })).id, third.id);
  });

  it('happens once when it is asked for many times at once', async () => {
    const pair = [await create({ firstName: 'Ada' }), await create({ lastName: 'Lovelace' })];
    const answers = await Promise.allSettled(Array.from({ length: 8 }, () => merge(pair)));
    const made = answers.filter(({ status }) => status === 'fulfilled');
    assert.equal(made.length, 1);
    for (const { reason } of answers.filter(({ status }) => status === 'rejected')) assert.equal(reason.status, 409);
    assert.equal((await read(pair[0].id)).mergeSet.length, 3);
  });

  it('takes 2 to 25 known contacts, each once, and changes nothing otherwise', async () => {
    const people = [];
    for (let i = 0; i < 26; ++i) people.push(await create({ firstName: `Number ${i}` }));
    const [one, two] = people;
    for (const faulty of [[one], [one, one], people]) assertFaultIn(await refused(merge(faulty), 400, 'bad.request'), 'contactIds');
    assertFaultIn(await refused(merge([one, { id: 'nonsense' }]), 400, 'bad.request'), 'contactIds[1]');
    await refused(merge([one, { id: '00000000-0000-4000-8000-00000000dead' }]), 404, 'not.found');
    assertFaultIn(await refused(merge([one, two], { workEmail: 'nobody' }), 400, 'bad.request'), 'valueOverride.workEmail');
    assertFaultIn(await refused(api.postExternalcontactsContactsMerge({}), 400, 'bad.request'), 'contactIds');
    for (const contact of [one, two]) assert.deepEqual(await read(contact.id), contact);
    assert.equal((await merge(people.slice(0, 25))).mergeSet.length, 26);
  });

  it('lets no set grow over 52', async () => {
    const people = [];
    for (let i = 0; i < 49; ++i) people.push(await create());
    const left = await merge(people.slice(0, 25));
    const right = await merge(people.slice(25, 48));
    assert.equal(left.mergeSet.length + right.mergeSet.length, 50);
    const [last] = people.slice(48);
    const extra = await create();
    const body = await refused(merge([left, right, last, extra]), 422, 'limit.exceeded');
    assert.deepEqual(body.limit, { key: 'merge.set', namespace: 'external.contacts', value: 52 });
    assert.deepEqual(await read(left.id), left);
    const head = await merge([left, right, last]);
    assert.equal(head.mergeSet.length, 52);
    await refused(merge([head, extra]), 422, 'limit.exceeded');
    assert.deepEqual(await read(extra.id), extra);
  });

  it('refuses contacts of different divisions', async () => {
    const division = { id: '00000000-0000-4000-8000-0000000000d1' };
    const one = await create();
    const two = await create({ division });
    await refused(merge([one, two]), 409, 'general.conflict');
    assertFaultIn(await refused(merge([one, await create()], { division }), 400, 'bad.request'), 'valueOverride.division.id');
    assert.deepEqual(await read(two.id), two);
    assert.equal((await merge([two, await create({ division })])).division.id, division.id);
  });

  it('keeps external IDs of a disabled source, and adds none', async () => {
    const source = await api.postExternalcontactsExternalsources({ name: 'Disabled' });
    const one = await create({ externalIds: [externalId(source, 'kept')] });
    const two = await create();
    await api.putExternalcontactsExternalsource(source.id, { name: source.name, active: false });
    await refused(merge([one, two], { externalIds: [externalId(source, 'new')] }), 409, 'external.source.inactive');
    assert.deepEqual(await read(one.id), one);
    const head = await merge([one, two]);
    assert.equal((await lookUp(externalIdIdentifier(source, 'kept'))).id, head.id);
  });

  it('refuses more than ten external IDs together', async () => {
    const many = (mark, count) => Array.from({ length: count }, (_, i) => externalId(crm, `${mark}-${i}`));
    const one = await create({ externalIds: many('six', 6) });
    const two = await create({ externalIds: many('five', 5) });
    const body = await refused(merge([one, two]), 409, 'limit.exceeded');
    assert.deepEqual(body.limit, { key: 'external.ids.per.contact', namespace: 'external.contacts', value: 10 });
    const four = await create({ externalIds: many('four', 4) });
    await refused(merge([one, four], { externalIds: many('more', 1) }), 409, 'limit.exceeded');
    assert.equal((await merge([one, four])).externalIds.length, 10);
    assert.deepEqual(await read(two.id), two);
  });

  describe('by version 1', () => {
    const unknown = async (n) => (await arrive(host, interaction('voice', [{ type: 'Phone', value: `+1317222052${n}` }])))[0].contactId;

    it('takes an Ephemeral and a Curated contact, but no two of either', async () => {
      const [one, two] = [{ id: await unknown(1) }, { id: await unknown(2) }];
      const [curated, other] = [await create({ firstName: 'Ada' }), await create()];
      assert.equal((await read(one.id)).type, 'Ephemeral');
      await refused(mergePair(curated, other), 409, 'general.conflict');
      await refused(mergePair(one, two), 409, 'general.conflict');
      const head = await mergePair(one, curated);
      assert.deepEqual([head.type, head.firstName, head.mergeOperation], ['Curated', 'Ada', undefined]);
      assert.deepEqual(ids(head.mergedFrom), idsOf(one, curated));
      assert.equal((await lookUp({ type: 'Phone', value: '+13172220521' })).id, head.id);
    });

    it('takes two Identified contacts, which version 2 makes of Ephemeral ones', async () => {
      const made = [];
      for (const n of [3, 4, 5, 6]) made.push({ id: await unknown(n) });
      const left = await merge(made.slice(0, 2));
      const right = await merge(made.slice(2));
      assert.deepEqual([left.type, right.type], ['Identified', 'Identified']);
      assert.equal((await mergePair(left, right)).type, 'Identified');
    });

    it('needs two known contacts', async () => {
      const curated = await create();
      const body = await refused(api.postExternalcontactsMergeContacts({ sourceContactId: 'nonsense' }), 400, 'bad.request');
      for (const field of ['sourceContactId', 'targetContactId']) assertFaultIn(body, field);
      await refused(mergePair(curated, { id: '00000000-0000-4000-8000-00000000dead' }), 404, 'not.found');
    });
  });
});

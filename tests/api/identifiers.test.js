// SPDX-License-Identifier: BSL-1.0
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';

import { startHost } from './support/host.js';
import { assertFailure, assertFaultIn, connectHttp } from './support/http.js';
import { connect, externalId, externalIdIdentifier, refused } from './support/sdk.js';

describe('identifiers', () => {
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
  const change = (contact, operation, identifier) => api.patchExternalcontactsContactIdentifiers(contact.id, { operation, identifier });
  const claim = (contact, identifier) => change(contact, 'Claim', identifier);
  const release = (contact, identifier) => change(contact, 'Release', identifier);
  const lookUp = (identifier) => api.postExternalcontactsIdentifierlookupContacts(identifier);
  const listed = async (contact) =>
    (await api.getExternalcontactsContactIdentifiers(contact.id)).entities.map(({ type, value }) => `${type} ${value}`).sort();

  let counter = 0;
  const fresh = () => String(1000 + ++counter);
  const phone = (value) => ({ type: 'Phone', value });

  it('find their holders whatever their type and source', async () => {
    const call = await connectHttp(host); // an operation of ours, which the vendor's client does not know
    const n = fresh();
    const curated = await create({ externalIds: [externalId(crm, `any-${n}`)] });
    const waiting = await create({});
    await claim(waiting, { type: 'SocialLine', value: `any-${n}` });
    const answer = await call('GET', `/identifierlookup/holders?value=any-${n}`);
    assert.equal(answer.status, 200, answer.text);
    assert.deepEqual(answer.body.entities.map(({ id }) => id), [curated.id, waiting.id]);
    assert.equal(answer.body.partialResults, false);
    assertFaultIn(assertFailure(await call('GET', '/identifierlookup/holders'), 400), 'value');
  });

  it('of a contact are its phones, e-mails and external IDs in normal form', async () => {
    const n = fresh();
    const contact = await create({
      workPhone: { display: `(317) 222-${n}` },
      workEmail: `Ada${n}@Example.COM`,
      externalIds: [externalId(crm, `C-${n}`)],
      firstName: 'Ada',
    });
    assert.deepEqual(await listed(contact), [`Email ada${n}@example.com`, `ExternalId C-${n}`, `Phone +1317222${n}`]);
    const { entities } = await api.getExternalcontactsContactIdentifiers(contact.id);
    const external = entities.find(({ type }) => type === 'ExternalId');
    assert.equal(external.externalSource.id, crm.id);
    assert.match(external.dateCreated, /^\d{4}-\d\d-\d\dT.*Z$/);
    assert.deepEqual((await api.getExternalcontactsContact(contact.id, { expand: ['identifiers'] })).identifiers, entities);
  });

  it('are claimed and released, and claiming again changes nothing', async () => {
    const contact = await create();
    const cookie = { type: 'Cookie', value: ` ck-${fresh()} ` };
    const claimed = await claim(contact, cookie);
    assert.equal(claimed.type, 'Cookie');
    assert.equal(claimed.value, cookie.value.trim());
    assert.equal((await lookUp(cookie)).id, contact.id);
    assert.deepEqual(await claim(contact, cookie), claimed);
    assert.deepEqual(await listed(contact), [`Cookie ${claimed.value}`]);
    const released = await release(contact, cookie);
    assert.equal(released.value, claimed.value);
    assert.deepEqual(await listed(contact), []);
    await refused(lookUp(cookie), 404, 'not.found');
    await refused(release(contact, cookie), 404);
  });

  it('owned by another contact cannot be claimed or released', async () => {
    const owner = await create();
    const other = await create();
    for (const identifier of [phone(`+1 317 222 ${fresh()}`), externalIdIdentifier(crm, fresh())]) {
      await claim(owner, identifier);
      assert.equal((await refused(claim(other, identifier), 409, 'identifier.claimed')).entityId, owner.id);
      await refused(release(other, identifier), 409, 'identifier.not.claimed');
      assert.equal((await lookUp(identifier)).id, owner.id);
    }
  });

  it('pass to the next oldest holder when the owner releases them', async () => {
    const display = `+1 317 222 ${fresh()}`;
    const holders = [];
    for (let i = 0; i < 3; ++i) holders.push(await create({ workPhone: { display } }));
    const [first, second, third] = holders;
    assert.equal((await lookUp(phone(display))).id, first.id);
    await release(first, phone(display));
    assert.equal((await lookUp(phone(display))).id, second.id);
    await api.deleteExternalcontactsContact(second.id);
    assert.equal((await lookUp(phone(display))).id, third.id);
    await api.deleteExternalcontactsContact(third.id);
    await refused(lookUp(phone(display)), 404, 'not.found');
  });

  it('pass on when the owner is replaced without them', async () => {
    const workEmail = `shared${fresh()}@example.com`;
    const first = await create({ workEmail });
    const second = await create({ personalEmail: workEmail.toUpperCase() });
    await api.putExternalcontactsContact(first.id, { firstName: 'Moved on' });
    assert.equal((await lookUp({ type: 'Email', value: workEmail })).id, second.id);
  });

  it('under a disabled source can be released but not claimed', async () => {
    const source = await api.postExternalcontactsExternalsources({ name: `Off ${fresh()}` });
    const contact = await create({ externalIds: [externalId(source, 'kept')] });
    await api.putExternalcontactsExternalsource(source.id, { name: source.name, active: false });
    await refused(claim(contact, externalIdIdentifier(source, 'new')), 409, 'external.source.inactive');
    await claim(contact, externalIdIdentifier(source, 'kept'));
    await release(contact, externalIdIdentifier(source, 'kept'));
    await refused(claim(contact, externalIdIdentifier(source, 'kept')), 409, 'external.source.inactive');
  });

  it('under an unknown source cannot be claimed', async () => {
    const unknown = { id: '00000000-0000-4000-8000-00000000dead' };
    await refused(claim(await create(), externalIdIdentifier(unknown, 'x')), 422, 'external.source.not.found');
  });

  it('with the same value under two sources are two identifiers', async () => {
    const erp = await api.postExternalcontactsExternalsources({ name: `ERP ${fresh()}` });
    const value = fresh();
    const one = await create({ externalIds: [externalId(crm, value)] });
    const two = await create({ externalIds: [externalId(erp, value)] });
    assert.equal((await lookUp(externalIdIdentifier(crm, value))).id, one.id);
    assert.equal((await lookUp(externalIdIdentifier(erp, value))).id, two.id);
  });

  it('are looked up in any notation, by the current and by the deprecated path', async () => {
    const n = fresh();
    const contact = await create({ cellPhone: { display: `+1 415 222 ${n}` }, workEmail: `grace${n}@example.com` });
    const notations = [phone(`+1415222${n}`), phone(`(415) 222-${n}`), phone(`415.222.${n}`), { type: 'Email', value: ` GRACE${n}@EXAMPLE.com ` }];
    for (const identifier of notations) {
      assert.equal((await lookUp(identifier)).id, contact.id, JSON.stringify(identifier));
      assert.equal((await api.postExternalcontactsIdentifierlookup(identifier)).id, contact.id);
    }
    const expanded = await api.postExternalcontactsIdentifierlookupContacts(notations[0], { expand: ['identifiers'] });
    assert.deepEqual(expanded.identifiers.map(({ type }) => type).sort(), ['Email', 'Phone']);
  });

  it('that nobody owns are not found, nor those of another division', async () => {
    const value = `+1 415 222 ${fresh()}`;
    await refused(lookUp(phone(value)), 404, 'not.found');
    await create({ workPhone: { display: value } });
    await refused(lookUp({ ...phone(value), division: { id: '00000000-0000-4000-8000-0000000000d1' } }), 404, 'not.found');
  });

  it('are compared byte for byte when they are opaque', async () => {
    const contact = await create();
    await claim(contact, { type: 'Cookie', value: 'Ck-é' });
    await refused(lookUp({ type: 'Cookie', value: 'ck-é' }), 404, 'not.found');
    await refused(lookUp({ type: 'Cookie', value: 'Ck-e\u0301' }), 404, 'not.found');
  });

  it('need a known type and a value of at most 255, and external IDs a source', async () => {
    const contact = await create();
    const bad = [
      [{ type: 'Fax', value: '1' }, 'type'],
      [{ value: '1' }, 'type'],
      [{ type: 'Cookie' }, 'value'],
      [{ type: 'Cookie', value: '   ' }, 'value'],
      [{ type: 'Cookie', value: 'x'.repeat(256) }, 'value'],
      [{ type: 'Email', value: 'nobody' }, 'value'],
      [{ type: 'ExternalId', value: '1' }, 'externalSource.id'],
      [{ type: 'ExternalId', value: '1', externalSource: { id: 'nonsense' } }, 'externalSource.id'],
    ];
    for (const [identifier, field] of bad) {
      assertFaultIn(await refused(lookUp(identifier), 400, 'bad.request'), field);
      assertFaultIn(await refused(claim(contact, identifier), 400, 'bad.request'), `identifier.${field}`);
    }
    assertFaultIn(await refused(change(contact, 'Steal', phone('+1 317 222 9033')), 400, 'bad.request'), 'operation');
    assert.deepEqual(await listed(contact), []);
  });

  it('of an unknown contact are not found', async () => {
    for (const id of ['00000000-0000-4000-8000-00000000dead', 'nonsense']) {
      await refused(api.getExternalcontactsContactIdentifiers(id), 404, 'not.found');
      await refused(claim({ id }, { type: 'Cookie', value: fresh() }), 404, 'not.found');
    }
  });
});

// SPDX-License-Identifier: BSL-1.0
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';

import { startHost } from './support/host.js';
import { assertFaultIn } from './support/http.js';
import { connect, externalId, externalIdIdentifier, refused } from './support/sdk.js';

describe('changing single fields of a contact', () => {
  let host;
  let api;
  let crm;
  before(async () => {
    host = await startHost();
    api = await connect(host);
    crm = await api.postExternalcontactsExternalsources({ name: 'CRM' });
  });
  after(() => host.stop());

  const create = (contact) => api.postExternalcontactsContacts(contact);
  const patch = (contact, ...changes) => api.patchExternalcontactsContact(contact.id, { changes });
  const change = (action, field, value) => ({ action, field, value });
  const values = (contact) => contact.externalIds.map(({ value }) => value).sort();

  // Of each action, what becomes of an absent field, of an empty one and of one that is there.
  const table = [
    ['Update', { absent: 'new', empty: 'new', there: 'new' }],
    ['UpdateIfEmpty', { absent: 'new', empty: 'new', there: 'old' }],
    ['UpdateIfExists', { absent: undefined, empty: '', there: 'new' }],
  ];
  for (const [action, expected] of table) {
    it(`${action} knows absent, empty and filled fields apart`, async () => {
      const created = await create({ customFields: { empty: '', there: 'old' } });
      const fields = ['absent', 'empty', 'there'];
      const changed = await patch(created, ...fields.map((name) => change(action, `$.customFields.${name}`, 'new')));
      for (const name of fields) assert.equal(changed.customFields[name], expected[name], name);
      assert.deepEqual(await api.getExternalcontactsContact(created.id), changed);
    });
  }

  it('changes what it names and nothing else', async () => {
    const created = await create({
      firstName: 'Ada',
      lastName: 'Byron',
      workPhone: { display: '(317) 222-0301' },
      address: { city: 'London', postalCode: 'SW1Y' },
      externalIds: [externalId(crm, 'P-1')],
      customFields: { loyalty: 7, nested: { a: 1, b: 2 } },
    });
    const { modifyDate, ...changed } = await patch(
      created,
      change('Update', '$.lastName', 'Lovelace'),
      change('Update', '$.address.city', 'Ockham'),
      change('Update', '$.customFields.nested.a', [1]),
    );
    const { modifyDate: before, ...expected } = created;
    assert.ok(modifyDate >= before);
    expected.lastName = 'Lovelace';
    expected.address.city = 'Ockham';
    expected.customFields.nested.a = [1];
    assert.deepEqual(changed, expected);
  });

  it('makes missing objects on the way, and null removes', async () => {
    const created = await create({ firstName: 'Ada' });
    const update = (field, value) => change('Update', field, value);
    const changed = await patch(created, update('$.address.city', 'London'), update('$.customFields.a.b', 1), update('$.firstName', null));
    assert.deepEqual([changed.address, changed.customFields, changed.firstName], [{ city: 'London' }, { a: { b: 1 } }, undefined]);
  });

  it('Remove removes, and removing what is absent is fine', async () => {
    const created = await create({ firstName: 'Ada', title: 'Countess', externalIds: [externalId(crm, 'R-1')], customFields: { a: 1, b: 2 } });
    const remove = (field) => change('Remove', field);
    const changed = await patch(created, remove('$.title'), remove('$.middleName'), remove('$.customFields.a'), remove('$.externalIds'));
    assert.equal(changed.title, undefined);
    assert.deepEqual(changed.customFields, { b: 2 });
    assert.deepEqual(changed.externalIds, []);
    await refused(api.postExternalcontactsIdentifierlookupContacts(externalIdIdentifier(crm, 'R-1')), 404, 'not.found');
  });

  it('AppendToCollection adds one or many elements, and none twice', async () => {
    const created = await create({ externalIds: [externalId(crm, 'A-1')] });
    const append = (field, value) => change('AppendToCollection', field, value);
    const once = await patch(created, append('$.externalIds', externalId(crm, 'A-2')), append('$.customFields.tags', ['x', 'y']));
    assert.deepEqual(values(once), ['A-1', 'A-2']);
    const more = [externalId(crm, ' A-2 '), externalId(crm, 'A-3')];
    const twice = await patch(created, append('$.externalIds', more), append('$.customFields.tags', ['y', 'z']));
    assert.deepEqual(values(twice), ['A-1', 'A-2', 'A-3']);
    assert.deepEqual(twice.customFields.tags, ['x', 'y', 'z']);
    assert.equal((await api.postExternalcontactsIdentifierlookupContacts(externalIdIdentifier(crm, 'A-3'))).id, created.id);
  });

  it('RemoveFromCollection removes the elements that are given or described', async () => {
    const externalIds = ['F-1', 'F-2', 'F-3'].map((value) => externalId(crm, value));
    const created = await create({ externalIds, appleOpaqueIds: [{ value: 'f-1' }, { value: 'f-2' }] });
    const changed = await patch(
      created,
      change('RemoveFromCollection', '$.externalIds', [externalId(crm, 'F-1'), { value: 'F-3' }]),
      change('RemoveFromCollection', '$.appleOpaqueIds', { value: 'f-1' }),
      change('RemoveFromCollection', '$.customFields.tags', 'absent'),
    );
    assert.deepEqual(values(changed), ['F-2']);
    assert.deepEqual(changed.appleOpaqueIds, [{ value: 'f-2' }]);
    await create({ externalIds: [externalId(crm, 'F-1'), externalId(crm, 'F-3')] });
  });

  it('rewrites a phone number whose display it changes, and keeps what was typed into the others', async () => {
    const created = await create({ workPhone: { display: '(317) 222-0302', extension: 4 }, homePhone: { display: '(317) 222-0303' } });
    const { workPhone, homePhone } = await patch(created, change('Update', '$.workPhone.display', '(317) 222-0304'));
    assert.deepEqual([workPhone.e164, workPhone.userInput, workPhone.extension], ['+13172220304', '(317) 222-0304', 4]);
    assert.equal(homePhone.userInput, '(317) 222-0303');
    assert.equal((await api.postExternalcontactsIdentifierlookupContacts({ type: 'Phone', value: '+13172220304' })).id, created.id);
    await refused(api.postExternalcontactsIdentifierlookupContacts({ type: 'Phone', value: '+13172220302' }), 404, 'not.found');
  });

  it('of a field and one inside it, or one field twice, is a conflict and changes nothing', async () => {
    const created = await create({ firstName: 'Ada', address: { city: 'London' } });
    const overlaps = [
      ['$.address', '$.address.city'],
      ['$.address.city', '$.address'],
      ['$.customFields.a', '$.customFields.a.b.c'],
      ['$.firstName', '$.firstName'],
    ];
    for (const fields of overlaps) {
      const body = await refused(patch(created, ...fields.map((field) => change('Remove', field))), 409, 'general.conflict');
      assertFaultIn(body, 'changes[1].field');
    }
    assert.deepEqual(await api.getExternalcontactsContact(created.id), created);
  });

  it('refuses what is no change, each fault by its place, and changes nothing', async () => {
    const created = await create({ firstName: 'Ada', lastName: 'Byron' });
    const bad = [
      [{ action: 'Update', value: 1 }, 'changes[1].field'],
      [change('Update', '$.lines[0]', 1), 'changes[1].field'],
      [change('Update', '$..city', 1), 'changes[1].field'],
      [change('Update', '$', 1), 'changes[1].field'],
      [change('Update', '$.id', 'x'), 'changes[1].field'],
      [change('Update', '$.type', 'Ephemeral'), 'changes[1].field'],
      [change('Update', '$.division.id', '*'), 'changes[1].field'],
      [change('Update', '$.identifiers', []), 'changes[1].field'],
      [change('Replace', '$.lastName', 'x'), 'changes[1].action'],
      [{ field: '$.lastName', value: 'x' }, 'changes[1].action'],
      [{ field: '$.lastName', action: 'Update' }, 'changes[1].value'],
      [change('Remove', '$.lastName', 'x'), 'changes[1].value'],
      [change('AppendToCollection', '$.customFields.tags', null), 'changes[1].value'],
      [change('AppendToCollection', '$.lastName', 'x'), 'changes[1].field'],
      [change('Update', '$.lastName.first', 'x'), 'changes[1].field'],
      [{ ...change('Update', '$.lastName', 'x'), reason: 'unknown' }, 'changes[1].reason'],
    ];
    for (const [faulty, field] of bad) {
      const body = await refused(patch(created, change('Update', '$.firstName', 'Changed'), faulty), 400, 'bad.request');
      assertFaultIn(body, field);
    }
    const many = Array.from({ length: 101 }, (_, i) => change('Update', `$.customFields.n${i}`, i));
    assertFaultIn(await refused(patch(created, ...many), 400, 'bad.request'), 'changes');
    assertFaultIn(await refused(api.patchExternalcontactsContact(created.id, {}), 400, 'bad.request'), 'changes');
    assert.deepEqual(await api.getExternalcontactsContact(created.id), created);
  });

  it('holds the result to the rules of a contact', async () => {
    const owner = await create({ externalIds: [externalId(crm, 'H-1')] });
    const created = await create({ firstName: 'Ada', externalIds: Array.from({ length: 10 }, (_, i) => externalId(crm, `H-1${i}`)) });
    assertFaultIn(await refused(patch(created, change('Update', '$.workEmail', 'nobody')), 400, 'bad.request'), 'workEmail');
    assertFaultIn(await refused(patch(created, change('Update', '$.nickname', 'A')), 400, 'bad.request'), 'nickname');
    assertFaultIn(await refused(patch(created, change('AppendToCollection', '$.externalIds', externalId(crm, 'H-2'))), 400, 'bad.request'), 'externalIds');
    const taken = patch(created, change('Update', '$.firstName', 'Thief'), change('Update', '$.externalIds', [externalId(crm, 'H-1')]));
    assert.equal((await refused(taken, 409, 'identifier.claimed')).entityId, owner.id);
    assert.deepEqual(await api.getExternalcontactsContact(created.id), created);
  });

  it('adds nothing under a disabled source, but changes and removes as ever', async () => {
    const source = await api.postExternalcontactsExternalsources({ name: 'Disabled' });
    const created = await create({ externalIds: [externalId(source, 'kept'), externalId(source, 'gone')] });
    await api.putExternalcontactsExternalsource(source.id, { name: source.name, active: false });
    await refused(patch(created, change('AppendToCollection', '$.externalIds', externalId(source, 'new'))), 409, 'external.source.inactive');
    assert.equal((await patch(created, change('Update', '$.firstName', 'Ada'))).firstName, 'Ada');
    assert.deepEqual(values(await patch(created, change('RemoveFromCollection', '$.externalIds', externalId(source, 'gone')))), ['kept']);
  });

  it('of nothing changes nothing, and of an unknown contact is not found', async () => {
    const created = await create({ firstName: 'Ada' });
    assert.equal((await patch(created)).firstName, 'Ada');
    for (const id of ['00000000-0000-4000-8000-00000000dead', 'nonsense']) await refused(patch({ id }, change('Remove', '$.title')), 404, 'not.found');
  });
});

// SPDX-License-Identifier: BSL-1.0
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';

import { startHost } from './support/host.js';
import { assertFaultIn, assertFailure, connectHttp } from './support/http.js';
import { connect, externalId, externalIdIdentifier, refused } from './support/sdk.js';

const unknown = '00000000-0000-4000-8000-00000000dead';

describe('contacts in bulk', () => {
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
  const read = (contact) => api.getExternalcontactsContact(contact.id);

  // Asserts which results failed, with which statuses, and returns the results.
  function assertOutcome(answer, statuses) {
    assert.deepEqual(answer.results.map(({ status }) => status), statuses, JSON.stringify(answer));
    const failed = statuses.flatMap((status, index) => (status < 300 ? [] : [index]));
    assert.deepEqual([answer.errorCount, answer.errorIndexes], [failed.length, failed]);
    for (const result of answer.results) {
      assert.equal(result.success, result.status < 300);
      assert.equal(result.error?.status, result.success ? undefined : result.status);
      if (!result.success) assert.ok(result.error.message.length > 0 && result.error.retryable === false);
    }
    return answer.results;
  }

  const fetches = [
    ['fetched', 'postExternalcontactsBulkContacts'],
    ['fetched unresolved', 'postExternalcontactsBulkContactsUnresolved'],
    ['fetched from all divisions', 'postExternalcontactsBulkContactsDivisionviews'],
  ];
  for (const [how, operation] of fetches) {
    it(`are ${how}, and those that are not there told by themselves`, async () => {
      const one = await create({ firstName: 'Ada' });
      const two = await create({ firstName: 'Grace', division: { id: '00000000-0000-4000-8000-0000000000d3' } });
      const answer = await api[operation]({ entities: [{ id: one.id }, { id: unknown }, { id: two.id }, { id: 'nonsense' }, {}] });
      const results = assertOutcome(answer, [200, 404, 200, 404, 400]);
      assert.deepEqual([results[0].entity, results[2].entity], [one, two]);
      assert.deepEqual(results.map(({ id }) => id), [one.id, unknown, two.id, 'nonsense', undefined]);
      assert.deepEqual([results[1].error.code, results[1].error.entity], ['not.found', { id: unknown }]);
      assert.deepEqual(results[4].error.details.map(({ fieldName }) => fieldName), ['id']);
    });
  }

  it('that were merged are fetched as canonical, and unresolved as they are', async () => {
    const one = await create({ firstName: 'Ada' });
    const head = await api.postExternalcontactsContactsMerge({ contactIds: [one.id, (await create()).id] });
    const entities = [{ id: one.id }];
    const [resolved] = assertOutcome(await api.postExternalcontactsBulkContacts({ entities }), [200]);
    assert.deepEqual([resolved.id, resolved.entity], [one.id, head]);
    const [raw] = assertOutcome(await api.postExternalcontactsBulkContactsUnresolved({ entities }), [200]);
    assert.deepEqual([raw.entity.id, raw.entity.mergedTo.id], [one.id, head.id]);
  });

  it('are added each by itself: one that fails stops no other', async () => {
    const owner = await create({ externalIds: [externalId(crm, 'taken')] });
    const disabled = await api.postExternalcontactsExternalsources({ name: 'Disabled', active: false });
    const entities = [
      { firstName: 'Ada', externalIds: [externalId(crm, 'bulk-1')] },
      { firstName: 'Thief', externalIds: [externalId(crm, 'taken')] },
      { firstName: 'Faulty', workEmail: 'nobody', title: 7 },
      { firstName: 'Twin', externalIds: [externalId(crm, 'bulk-1')] },
      { firstName: 'Grace', externalIds: [externalId({ id: unknown }, 'x')] },
      { firstName: 'Late', externalIds: [externalId(disabled, 'x')] },
      { firstName: 'Last' },
    ];
    const results = assertOutcome(await api.postExternalcontactsBulkContactsAdd({ entities }), [200, 409, 400, 409, 422, 409, 200]);
    for (const index of [0, 6]) {
      assert.equal(results[index].id, results[index].entity.id);
      assert.deepEqual(await read(results[index].entity), results[index].entity);
    }
    const codes = ['identifier.claimed', 'bad.request', 'identifier.claimed', 'external.source.not.found', 'external.source.inactive'];
    assert.deepEqual(results.slice(1, 6).map(({ error }) => error.code), codes);
    assert.deepEqual(results[2].error.details.map(({ fieldName }) => fieldName).sort(), ['title', 'workEmail']);
    assert.deepEqual(results[2].error.entity, entities[2]);
    assert.equal((await read(owner)).id, owner.id);
  });

  it('are updated as a replacement does', async () => {
    const one = await create({ firstName: 'Ada', title: 'Countess' });
    const two = await create({ firstName: 'Grace' });
    const entities = [{ id: one.id, firstName: 'Augusta' }, { id: two.id, workEmail: 'nobody' }, { id: unknown, firstName: 'x' }, { firstName: 'no id' }];
    const [updated] = assertOutcome(await api.postExternalcontactsBulkContactsUpdate({ entities }), [200, 400, 404, 400]);
    assert.deepEqual([updated.entity.firstName, updated.entity.title], ['Augusta', undefined]);
    assert.deepEqual(await read(one), updated.entity);
    assert.deepEqual(await read(two), two);
  });

  it('are removed, once', async () => {
    const one = await create({ externalIds: [externalId(crm, 'removed')] });
    const two = await create();
    const entities = [{ id: one.id }, { id: one.id }, { id: unknown }, { id: two.id }];
    const results = assertOutcome(await api.postExternalcontactsBulkContactsRemove({ entities }), [200, 404, 404, 200]);
    assert.deepEqual([results[0].id, results[0].entity], [one.id, undefined]);
    for (const contact of [one, two]) await refused(read(contact), 404, 'not.found');
    await create({ externalIds: [externalId(crm, 'removed')] });
  });

  it('are enriched, and told by the ids the client gave its requests', async () => {
    const matching = (value) => ({ matchingIdentifiers: [externalIdIdentifier(crm, value)] });
    const entities = [
      { id: 'row 1', action: 'Upsert', contact: { firstName: 'Ada' }, ...matching('row-1') },
      { id: 'row 2', action: 'Upsert', contact: { lastName: 'Lovelace' }, ...matching('row-1') },
      { id: 'row 3', action: 'Insert', ...matching('row-1') },
      { id: 'row 4', action: 'Update', ...matching('row-4') },
      { id: 'row 5', action: 'Upsert' },
    ];
    const results = assertOutcome(await api.postExternalcontactsBulkContactsEnrich({ entities }), [201, 200, 409, 404, 400]);
    assert.deepEqual(results.map(({ id }) => id), entities.map(({ id }) => id));
    assert.equal(results[0].entity.id, results[1].entity.id);
    assert.deepEqual(results[2].error.entity, entities[2]);
    const { firstName, lastName } = await read(results[0].entity);
    assert.deepEqual([firstName, lastName], ['Ada', 'Lovelace']);
  });

  const caps = [
    ['postExternalcontactsBulkContacts', 50, () => ({ id: unknown })],
    ['postExternalcontactsBulkContactsUnresolved', 50, () => ({ id: unknown })],
    ['postExternalcontactsBulkContactsDivisionviews', 50, () => ({ id: unknown })],
    ['postExternalcontactsBulkContactsAdd', 50, (n) => ({ firstName: `Number ${n}` })],
    ['postExternalcontactsBulkContactsUpdate', 50, () => ({ id: unknown })],
    ['postExternalcontactsBulkContactsRemove', 50, () => ({ id: unknown })],
    ['postExternalcontactsBulkContactsEnrich', 10, (n) => ({ action: 'Upsert', matchingIdentifiers: [{ type: 'Cookie', value: `cap-${n}` }] })],
  ];
  for (const [operation, most, entity] of caps) {
    it(`come ${most} at a time in ${operation}, in a list, and more are refused whole`, async () => {
      const count = async () => (await api.getExternalcontactsScanContacts({ limit: 200 })).entities.length;
      const before = await count();
      const entities = Array.from({ length: most + 1 }, (_, n) => entity(n));
      await refused(api[operation]({ entities }), 413, 'request.entity.too.large');
      assert.equal(await count(), before);
      assert.equal((await api[operation]({ entities: entities.slice(1) })).results.length, most);
      assert.deepEqual(await api[operation]({ entities: [] }), { results: [], errorCount: 0, errorIndexes: [] });
      for (const faulty of [{}, { entities: {} }]) assertFaultIn(await refused(api[operation](faulty), 400, 'bad.request'), 'entities');
    });
  }

  it('that are no objects are told by themselves', async () => {
    const call = await connectHttp(host);
    const answer = await call('POST', '/bulk/contacts/add', { entities: [1, null, { firstName: 'Ada' }] });
    assert.equal(answer.status, 200);
    assertOutcome(answer.body, [400, 400, 200]);
    assertFailure(await call('POST', '/bulk/contacts/add', '{"entities":['), 400, 'bad.request');
  });
});

// SPDX-License-Identifier: BSL-1.0
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';

import { startHost } from './support/host.js';
import { connect, externalId, externalIdIdentifier, refused } from './support/sdk.js';

describe('field rules of an enrichment', () => {
  let host;
  let api;
  let crm;
  before(async () => {
    host = await startHost();
    api = await connect(host);
    crm = await api.postExternalcontactsExternalsources({ name: 'CRM' });
  });
  after(() => host.stop());

  let counter = 0;
  // Makes a contact, enriches it, and returns what came of it.
  async function enrich(existing, provided, fieldRules) {
    const key = { type: 'Cookie', value: `rules-${++counter}` };
    const { id } = await api.postExternalcontactsContacts(existing);
    await api.patchExternalcontactsContactIdentifiers(id, { operation: 'Claim', identifier: key });
    const enriched = await api.postExternalcontactsContactsEnrich({ action: 'Update', matchingIdentifiers: [key], contact: provided, fieldRules });
    assert.equal(enriched.id, id);
    return enriched;
  }
  const numbered = (mark, from, to) => Array.from({ length: to - from + 1 }, (_, i) => externalId(crm, `${mark}-${from + i}`));
  const values = ({ externalIds }) => externalIds.map(({ value }) => value).sort();

  // What becomes of a field that both sides have, that only the contact has (null and left out in the request), and that only
  // the request has.
  const actions = [
    ['PreferProvided', { both: 'provided', nulled: 'existing', omitted: 'existing', provided: 'provided' }],
    ['PreferExisting', { both: 'existing', nulled: 'existing', omitted: 'existing', provided: 'provided' }],
    ['AlwaysUseProvided', { both: 'provided', nulled: undefined, omitted: undefined, provided: 'provided' }],
  ];
  const existing = { both: 'existing', nulled: 'existing', omitted: 'existing' };
  const provided = { both: 'provided', nulled: null, provided: 'provided' };
  // Texts, members of the address and custom fields alike.
  const spread = (texts) => {
    const pick = (names) => Object.fromEntries(Object.entries(names).flatMap(([to, from]) => (from in texts ? [[to, texts[from]]] : [])));
    const address = pick({ address1: 'both', address2: 'nulled', city: 'omitted', state: 'provided' });
    return { ...pick({ firstName: 'both', middleName: 'nulled', lastName: 'omitted', title: 'provided' }), address, customFields: { ...texts } };
  };

  for (const [action, expected] of actions) {
    it(`${action} decides for each field and member`, async () => {
      const enriched = await enrich(spread(existing), spread(provided), { defaultAction: action });
      const wanted = spread(expected);
      for (const field of ['firstName', 'middleName', 'lastName', 'title']) assert.equal(enriched[field], wanted[field], field);
      for (const member of ['address1', 'address2', 'city', 'state']) assert.equal(enriched.address[member], wanted.address[member], member);
      for (const name of Object.keys(expected)) assert.equal(enriched.customFields[name], expected[name], name);
    });
  }

  it('are PreferProvided and Fill when there are none', async () => {
    const enriched = await enrich({ ...spread(existing), externalIds: numbered('none', 1, 9) }, { ...spread(provided), externalIds: numbered('none', 9, 12) });
    assert.deepEqual([enriched.firstName, enriched.middleName, enriched.lastName], ['provided', 'existing', 'existing']);
    assert.deepEqual(values(enriched), values({ externalIds: numbered('none', 1, 10) }));
  });

  it('of one field win over those of the field around it and the default', async () => {
    const rules = [
      { field: '$.address', action: 'PreferProvided' },
      { field: '$.address.city', action: 'PreferExisting' },
      { field: '$.customFields.loyalty', action: 'AlwaysUseProvided' },
    ];
    const enriched = await enrich(
      { firstName: 'Old', address: { city: 'Old', state: 'Old' }, customFields: { loyalty: 1, other: 1 } },
      { firstName: 'New', address: { city: 'New', state: 'New' }, customFields: { other: 2 } },
      { defaultAction: 'PreferExisting', rules },
    );
    assert.deepEqual([enriched.firstName, enriched.address, enriched.customFields], ['Old', { city: 'Old', state: 'New' }, { other: 1 }]);
  });

  it('take a phone number as one value', async () => {
    const old = { workPhone: { display: '(317) 222-0701', extension: 4 } };
    const kept = await enrich(old, { workPhone: { display: '+1 317 222 0702', acceptsSMS: true } }, { defaultAction: 'PreferExisting' });
    assert.deepEqual([kept.workPhone.userInput, kept.workPhone.extension, kept.workPhone.acceptsSMS], ['(317) 222-0701', 4, undefined]);
    const replaced = await enrich(old, { workPhone: { display: '+1 317 222 0703' } });
    assert.deepEqual([replaced.workPhone.e164, replaced.workPhone.extension], ['+13172220703', undefined]);
    assert.equal((await enrich(old, {}, { defaultAction: 'AlwaysUseProvided' })).workPhone, undefined);
  });

  it('Fill drops what is over the cap, and never adds what is there', async () => {
    const enriched = await enrich({ externalIds: numbered('fill', 1, 8) }, { externalIds: numbered('fill', 7, 12) }, { defaultArrayAction: 'Fill' });
    assert.deepEqual(values(enriched), values({ externalIds: numbered('fill', 1, 10) }));
    const apple = (...names) => names.map((value) => ({ value }));
    assert.deepEqual((await enrich({ appleOpaqueIds: apple('a', 'b') }, { appleOpaqueIds: apple('b', 'c') })).appleOpaqueIds, apple('a', 'b', 'c'));
    const line = (userId) => ({ lineId: { ids: [{ userId }] } });
    assert.deepEqual((await enrich(line('first'), line('second'))).lineId.ids, [{ userId: 'first' }]);
  });

  it('Extend refuses what is over the cap, and changes nothing', async () => {
    const extend = { defaultArrayAction: 'Extend' };
    const within = await enrich({ externalIds: numbered('ext', 1, 8) }, { externalIds: numbered('ext', 8, 10) }, extend);
    assert.equal(within.externalIds.length, 10);
    const matchingIdentifiers = [externalIdIdentifier(crm, 'ext-1')];
    const contact = { firstName: 'Changed', externalIds: numbered('ext', 11, 11) };
    const over = api.postExternalcontactsContactsEnrich({ action: 'Update', matchingIdentifiers, contact, fieldRules: extend });
    assert.deepEqual((await refused(over, 409, 'limit.exceeded')).limit, { key: 'external.ids.per.contact', namespace: 'external.contacts', value: 10 });
    assert.deepEqual(await api.getExternalcontactsContact(within.id), within);
  });

  it('Replace takes the list of the request, and an empty one clears it', async () => {
    const replace = { defaultArrayAction: 'Replace' };
    const replaced = await enrich({ externalIds: numbered('rep', 1, 3) }, { externalIds: numbered('rep', 3, 4) }, replace);
    assert.deepEqual(values(replaced), ['rep-3', 'rep-4']);
    assert.deepEqual(values(await enrich({ externalIds: numbered('rep', 5, 6) }, { externalIds: [] }, replace)), []);
    assert.deepEqual(values(await enrich({ externalIds: numbered('rep', 7, 8) }, {}, { ...replace, defaultAction: 'AlwaysUseProvided' })), ['rep-7', 'rep-8']);
    assert.deepEqual((await enrich({ customFields: { tags: ['a'] } }, { customFields: { tags: ['b'] } }, replace)).customFields.tags, ['b']);
  });
});

// SPDX-License-Identifier: BSL-1.0
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';

import { startHost } from './support/host.js';
import { arrive, interaction, presented } from './support/interactions.js';
import { connect, externalId, externalIdIdentifier, refused } from './support/sdk.js';

describe('custom fields are inert', () => {
  let host;
  let api;
  let crm;
  before(async () => {
    host = await startHost();
    api = await connect(host);
    crm = await api.postExternalcontactsExternalsources({ name: 'CRM' });
  });
  after(() => host.stop());

  // Everything another contact could be known by, under names that look as if they meant it.
  const lookalikes = (value) => ({
    externalId: value,
    ExternalId: value,
    externalIds: [externalId(crm, value)],
    identifiers: [externalIdIdentifier(crm, value)],
    email: `${value}@example.com`,
    workEmail: `${value}@example.com`,
    phone: '+13172220901',
    workPhone: { display: '+1 317 222 0901', e164: '+13172220901' },
    cookie: value,
    [crm.id]: value,
  });
  const lookUps = (value) => [
    externalIdIdentifier(crm, value),
    { type: 'Email', value: `${value}@example.com` },
    { type: 'Phone', value: '+13172220901' },
    { type: 'Cookie', value },
  ];
  const writes = [
    ['a creation', (value) => api.postExternalcontactsContacts({ customFields: lookalikes(value) })],
    [
      'a replacement',
      async (value) => api.putExternalcontactsContact((await api.postExternalcontactsContacts({})).id, { customFields: lookalikes(value) }),
    ],
    [
      'a change of single fields',
      async (value) => {
        const changes = Object.entries(lookalikes(value)).map(([name, content]) => ({ field: `$.customFields.${name}`, action: 'Update', value: content }));
        return api.patchExternalcontactsContact((await api.postExternalcontactsContacts({})).id, { changes });
      },
    ],
    [
      'an enrichment',
      (value) =>
        api.postExternalcontactsContactsEnrich({
          action: 'Insert',
          matchingIdentifiers: [{ type: 'Cookie', value: `key of ${value}` }],
          contact: { customFields: lookalikes(value) },
        }),
    ],
    [
      'a merge',
      async (value) => {
        const contactIds = [(await api.postExternalcontactsContacts({ customFields: lookalikes(value) })).id, (await api.postExternalcontactsContacts({})).id];
        return api.postExternalcontactsContactsMerge({ contactIds });
      },
    ],
  ];

  for (const [how, write] of writes) {
    it(`by ${how}: no look-up finds what they hold, and no interaction arrives by it`, async () => {
      const value = `inert-${writes.findIndex(([name]) => name === how)}`;
      const bearer = await write(value);
      assert.deepEqual(bearer.customFields, lookalikes(value));
      assert.deepEqual(bearer.externalIds, []);
      for (const identifier of lookUps(value)) await refused(api.postExternalcontactsIdentifierlookupContacts(identifier), 404, 'not.found');
      const enriching = { action: 'Update', matchingIdentifiers: lookUps(value) };
      await refused(api.postExternalcontactsContactsEnrich(enriching), 404, 'not.found');

      const [arrived] = await arrive(host, interaction('webmessaging-authenticated', [presented(crm, value)]));
      assert.equal(arrived.outcome, 'created');
      assert.notEqual(arrived.contactId, bearer.id);
      assert.deepEqual((await api.getExternalcontactsContact(bearer.id)).customFields, lookalikes(value));
    });
  }

  it("with another contact's external ID in them leave it to its owner, and lead no interaction astray", async () => {
    const owner = await api.postExternalcontactsContacts({ firstName: 'Owner', externalIds: [externalId(crm, 'owned')] });
    const bearer = await api.postExternalcontactsContacts({ firstName: 'Bearer', customFields: lookalikes('owned') });
    assert.equal((await api.postExternalcontactsIdentifierlookupContacts(externalIdIdentifier(crm, 'owned'))).id, owner.id);
    const [arrived] = await arrive(host, interaction('voice', [presented(crm, 'owned')]));
    assert.deepEqual([arrived.outcome, arrived.contactId], ['matched', owner.id]);
    await api.deleteExternalcontactsContact(owner.id);
    await refused(api.postExternalcontactsIdentifierlookupContacts(externalIdIdentifier(crm, 'owned')), 404, 'not.found');
    assert.equal((await api.getExternalcontactsContact(bearer.id)).customFields.externalId, 'owned');
  });
});

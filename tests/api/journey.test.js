// SPDX-License-Identifier: BSL-1.0
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { startHost } from './support/host.js';
import { connect, externalId, externalIdIdentifier, linkTo, refused } from './support/sdk.js';

test('the whole journey: create a source, a contact under it, find it, disable the source, still find it, refuse a new one', async () => {
  const host = await startHost();
  try {
    const api = await connect(host);
    const source = await api.postExternalcontactsExternalsources({ name: 'CRM', linkConfiguration: linkTo('https://crm.example/', '?tab=1') });
    const contact = await api.postExternalcontactsContacts({ firstName: 'Ada', lastName: 'Lovelace', externalIds: [externalId(source, 'C-1001')] });

    const lookUp = () => api.postExternalcontactsIdentifierlookupContacts(externalIdIdentifier(source, 'C-1001'));
    assert.equal((await lookUp()).id, contact.id);

    await api.putExternalcontactsExternalsource(source.id, { ...source, active: false });
    const found = await lookUp();
    assert.equal(found.id, contact.id);
    assert.equal(found.externalIds[0].value, 'C-1001');

    const newcomer = { firstName: 'Grace', externalIds: [externalId(source, 'C-1002')] };
    await refused(api.postExternalcontactsContacts(newcomer), 409, 'external.source.inactive');
    await refused(api.putExternalcontactsContact(contact.id, { externalIds: [externalId(source, 'C-1001'), externalId(source, 'C-1003')] }), 409, 'external.source.inactive');
    const edited = await api.putExternalcontactsContact(contact.id, { firstName: 'Augusta', externalIds: [externalId(source, 'C-1001')] });
    assert.equal(edited.firstName, 'Augusta');
    assert.equal((await api.getExternalcontactsScanContacts()).entities.length, 1);

    await api.putExternalcontactsExternalsource(source.id, { ...source, active: true });
    assert.equal((await api.postExternalcontactsContacts(newcomer)).firstName, 'Grace');
  } finally {
    await host.stop();
  }
});

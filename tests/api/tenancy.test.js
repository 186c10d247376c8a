// SPDX-License-Identifier: BSL-1.0
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';

import { startHost } from './support/host.js';
import { connect, externalId, externalIdIdentifier, refused } from './support/sdk.js';

describe('two organizations', () => {
  let host;
  let ours;
  let theirs;
  let source;
  let contact;
  before(async () => {
    host = await startHost();
    ours = await connect(host, 'admin');
    theirs = await connect(host, 'other');
    source = await ours.postExternalcontactsExternalsources({ name: 'CRM' });
    contact = await ours.postExternalcontactsContacts({
      firstName: 'Ada',
      workPhone: { display: '+1 317 222 9033' },
      externalIds: [externalId(source, 'C-1')],
    });
  });
  after(() => host.stop());

  it('do not see each other in lists and scans', async () => {
    assert.deepEqual((await theirs.getExternalcontactsExternalsources()).entities, []);
    assert.deepEqual((await theirs.getExternalcontactsScanContacts()).entities, []);
  });

  it("cannot read, change or delete each other's records, which look as if they were not there", async () => {
    await refused(theirs.getExternalcontactsExternalsource(source.id), 404, 'not.found');
    await refused(theirs.putExternalcontactsExternalsource(source.id, { name: 'Mine' }), 404, 'not.found');
    await refused(theirs.deleteExternalcontactsExternalsource(source.id), 404, 'not.found');
    await refused(theirs.getExternalcontactsContact(contact.id), 404, 'not.found');
    await refused(theirs.putExternalcontactsContact(contact.id, { firstName: 'Mine' }), 404, 'not.found');
    await refused(theirs.deleteExternalcontactsContact(contact.id), 404, 'not.found');
    await refused(theirs.getExternalcontactsContactIdentifiers(contact.id), 404, 'not.found');
    const change = { operation: 'Release', identifier: { type: 'Phone', value: '+13172229033' } };
    await refused(theirs.patchExternalcontactsContactIdentifiers(contact.id, change), 404, 'not.found');
    assert.equal((await ours.getExternalcontactsContact(contact.id)).firstName, 'Ada');
    assert.equal((await ours.getExternalcontactsExternalsource(source.id)).name, 'CRM');
  });

  it("do not find each other's identifiers, and cannot associate under each other's sources", async () => {
    await refused(theirs.postExternalcontactsIdentifierlookupContacts({ type: 'Phone', value: '+13172229033' }), 404, 'not.found');
    await refused(theirs.postExternalcontactsIdentifierlookupContacts(externalIdIdentifier(source, 'C-1')), 404, 'not.found');
    await refused(theirs.postExternalcontactsContacts({ externalIds: [externalId(source, 'C-2')] }), 422, 'external.source.not.found');
  });

  it('may use the same names and identifiers, and each has ten active sources of its own', async () => {
    const names = ['CRM', ...Array.from({ length: 9 }, (_, i) => `Source ${i}`)];
    for (const name of names) await theirs.postExternalcontactsExternalsources({ name });
    await ours.postExternalcontactsExternalsources({ name: 'Source 1' });
    const twin = await theirs.postExternalcontactsContacts({ workPhone: { display: '+1 317 222 9033' } });
    const phone = { type: 'Phone', value: '+13172229033' };
    assert.equal((await theirs.postExternalcontactsIdentifierlookupContacts(phone)).id, twin.id);
    assert.equal((await ours.postExternalcontactsIdentifierlookupContacts(phone)).id, contact.id);
  });

  it("do not accept each other's cursors", async () => {
    for (let i = 0; i < 11; ++i) await ours.postExternalcontactsExternalsources({ name: `Inactive ${i}`, active: false });
    const { cursors } = await ours.getExternalcontactsExternalsources({ limit: 10 });
    await refused(theirs.getExternalcontactsExternalsources({ limit: 10, cursor: cursors.after }), 400, 'bad.request');
  });
});

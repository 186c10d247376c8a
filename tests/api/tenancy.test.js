// SPDX-License-Identifier: BSL-1.0
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';

import { otherOrganization, startHost } from './support/host.js';
import { arrive, interaction, presented } from './support/interactions.js';
import { connect, externalId, externalIdIdentifier, refused } from './support/sdk.js';

describe('two organizations', () => {
  let host;
  let ours;
  let theirs;
  let source;
  let contact;
  let merged; // away
  let linked; // to an Ephemeral contact
  let own;
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
    merged = await ours.postExternalcontactsContacts({ firstName: 'Merged' });
    await ours.postExternalcontactsContactsMerge({ contactIds: [merged.id, (await ours.postExternalcontactsContacts({})).id] });
    [linked] = await arrive(host, interaction('voice', [{ type: 'Phone', value: '+13172229034' }]));
    own = await theirs.postExternalcontactsContacts({ firstName: 'Grace' });
  });
  after(() => host.stop());

  it('do not see each other in lists and scans', async () => {
    assert.deepEqual((await theirs.getExternalcontactsExternalsources()).entities, []);
    for (const scan of ['getExternalcontactsScanContacts', 'getExternalcontactsScanContactsDivisionviewsAll']) {
      assert.deepEqual((await theirs[scan]()).entities.map(({ id }) => id), [own.id]);
    }
  });

  // Every operation that is told an id, told one of the other organization.
  const change = (operation) => ({ operation, identifier: { type: 'Phone', value: '+13172229033' } });
  const conversation = (externalContactId) => ({ conversationId: linked.interactionId, communicationId: 'c', mediaType: 'CALL', externalContactId });
  const notFound = [
    ['getExternalcontactsExternalsource', () => [source.id]],
    ['putExternalcontactsExternalsource', () => [source.id, { name: 'Mine' }]],
    ['deleteExternalcontactsExternalsource', () => [source.id]],
    ['getExternalcontactsContact', () => [contact.id]],
    ['getExternalcontactsContact', () => [merged.id], 'of a merged contact'],
    ['getExternalcontactsContactUnresolved', () => [contact.id]],
    ['putExternalcontactsContact', () => [contact.id, { firstName: 'Mine' }]],
    ['patchExternalcontactsContact', () => [contact.id, { changes: [{ field: '$.firstName', action: 'Update', value: 'Mine' }] }]],
    ['deleteExternalcontactsContact', () => [contact.id]],
    ['postExternalcontactsContactPromotion', () => [linked.contactId]],
    ['getExternalcontactsContactIdentifiers', () => [contact.id]],
    ['patchExternalcontactsContactIdentifiers', () => [contact.id, change('Release')], 'to release'],
    ['patchExternalcontactsContactIdentifiers', () => [contact.id, change('Claim')], 'to claim'],
    ['getExternalcontactsContactJourneySessions', () => [linked.contactId]],
    ['postExternalcontactsContactsMerge', () => [{ contactIds: [contact.id, own.id] }]],
    ['postExternalcontactsMergeContacts', () => [{ sourceContactId: contact.id, targetContactId: own.id }], 'as source'],
    ['postExternalcontactsMergeContacts', () => [{ sourceContactId: own.id, targetContactId: contact.id }], 'as target'],
    ['putExternalcontactsConversation', () => [linked.interactionId, conversation(contact.id)], 'to associate'],
    ['putExternalcontactsConversation', () => [linked.interactionId, conversation()], 'to unlink'],
    ['postExternalcontactsContactsEnrich', () => [{ action: 'Update', matchingIdentifiers: [externalIdIdentifier(source, 'C-1')] }]],
  ];
  const bulkNotFound = [
    ['postExternalcontactsBulkContacts', () => ({ id: contact.id })],
    ['postExternalcontactsBulkContactsUnresolved', () => ({ id: contact.id })],
    ['postExternalcontactsBulkContactsDivisionviews', () => ({ id: contact.id })],
    ['postExternalcontactsBulkContactsUpdate', () => ({ id: contact.id, firstName: 'Mine' })],
    ['postExternalcontactsBulkContactsRemove', () => ({ id: contact.id })],
    ['postExternalcontactsBulkContactsEnrich', () => ({ action: 'Update', matchingIdentifiers: [change().identifier] })],
  ];
  const everything = () =>
    Promise.all([
      ours.getExternalcontactsExternalsource(source.id),
      ours.getExternalcontactsScanContactsDivisionviewsAll(),
      ...[contact, merged, { id: linked.contactId }].flatMap(({ id }) => [
        ours.getExternalcontactsContactUnresolved(id, { expand: ['identifiers'] }),
        ours.getExternalcontactsContactJourneySessions(id),
      ]),
      theirs.getExternalcontactsScanContactsDivisionviewsAll(),
    ]);

  for (const [operation, parameters, how] of notFound) {
    it(`look to each other as if they were not there: ${how ? `${operation}, ${how}` : operation}`, async () => {
      const before = await everything();
      await refused(theirs[operation](...parameters()), 404, 'not.found');
      assert.deepEqual(await everything(), before);
    });
  }
  for (const [operation, entity] of bulkNotFound) {
    it(`look to each other as if they were not there: ${operation}`, async () => {
      const before = await everything();
      const { results } = await theirs[operation]({ entities: [entity()] });
      assert.deepEqual(results.map(({ status, error }) => [status, error.code]), [[404, 'not.found']]);
      assert.deepEqual(await everything(), before);
    });
  }

  it('do not meet in interactions, whatever those carry', async () => {
    const identifiers = [{ type: 'Phone', value: '+13172229033' }, presented(source, 'C-1')];
    const [arrived] = await arrive(host, interaction('voice', identifiers, { organizationId: otherOrganization, interactionId: linked.interactionId }));
    assert.equal(arrived.outcome, 'created');
    await refused(ours.getExternalcontactsContact(arrived.contactId), 404, 'not.found');
    assert.equal((await theirs.getExternalcontactsContact(arrived.contactId)).type, 'Ephemeral');
    await theirs.deleteExternalcontactsContact(arrived.contactId);
    assert.equal((await ours.getExternalcontactsContactJourneySessions(linked.contactId)).entities[0].id, linked.interactionId);
  });

  it("do not find each other's identifiers, and cannot associate under each other's sources", async () => {
    await refused(theirs.postExternalcontactsIdentifierlookupContacts({ type: 'Phone', value: '+13172229033' }), 404, 'not.found');
    await refused(theirs.postExternalcontactsIdentifierlookupContacts(externalIdIdentifier(source, 'C-1')), 404, 'not.found');
    await refused(theirs.postExternalcontactsContacts({ externalIds: [externalId(source, 'C-2')] }), 422, 'external.source.not.found');
    const insert = { action: 'Insert', matchingIdentifiers: [externalIdIdentifier(source, 'C-2')] };
    await refused(theirs.postExternalcontactsContactsEnrich(insert), 422, 'external.source.not.found');
    const added = await theirs.postExternalcontactsBulkContactsAdd({ entities: [{ externalIds: [externalId(source, 'C-2')] }] });
    assert.equal(added.results[0].error.code, 'external.source.not.found');
    const claim = { operation: 'Claim', identifier: externalIdIdentifier(source, 'C-2') };
    await refused(theirs.patchExternalcontactsContactIdentifiers(own.id, claim), 422, 'external.source.not.found');
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

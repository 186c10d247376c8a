// SPDX-License-Identifier: BSL-1.0
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';

import { startHost } from './support/host.js';
import { connect, externalId, refused } from './support/sdk.js';

describe('identifier types', () => {
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

  // How a field of a contact carries an identifier of the type; cookies and WhatsApp's business-scoped IDs have none.
  const fields = {
    Phone: (value) => ({ homePhone: { display: value } }),
    Email: (value) => ({ otherEmail: value }),
    SocialLine: (value) => ({ lineId: { ids: [{ userId: value }] } }),
    SocialFacebook: (value) => ({ facebookId: { ids: [{ scopedId: value }] } }),
    SocialTwitter: (value) => ({ twitterId: { id: value } }),
    SocialWhatsapp: (value) => ({ whatsAppId: { phoneNumber: { display: `+${value}` } } }),
    SocialInstagram: (value) => ({ instagramId: { ids: [{ scopedId: value }] } }),
    SocialInstagramHandle: (value) => ({ instagramId: { ids: [], handle: value } }),
    AppleOpaqueId: (value) => ({ appleOpaqueIds: [{ value }] }),
    ExternalId: (value) => ({ externalIds: [externalId(crm, value)] }),
  };
  // Of each type: what a client sends, its normal form, other notations of the same, and one of another.
  const types = [
    { type: 'Phone', sent: '(317) 222-0401', normal: '+13172220401', same: ['+1 317.222.0401', '+13172220401'], other: '+13172220402' },
    { type: 'Email', sent: ' Ada@Example.COM ', normal: 'ada@example.com', same: ['ADA@example.com'], other: 'ada@example.org' },
    { type: 'Cookie', sent: ' ck-1 ', normal: 'ck-1', same: ['ck-1'], other: 'CK-1' },
    { type: 'SocialLine', sent: ' U-1 ', normal: 'U-1', same: ['U-1'], other: 'u-1' },
    { type: 'SocialFacebook', sent: 'fb-1', normal: 'fb-1', same: [' fb-1'], other: 'FB-1' },
    { type: 'SocialTwitter', sent: 'tw-1', normal: 'tw-1', same: [' tw-1 '], other: 'tw-2' },
    { type: 'SocialWhatsapp', sent: '+1 704 298 4733', normal: '17042984733', same: ['17042984733', '+17042984733'], other: '17042984734' },
    { type: 'SocialWhatsappBsuid', sent: 'US.13', normal: 'US.13', same: ['US.13 '], other: 'us.13' },
    { type: 'SocialInstagram', sent: 'ig-1', normal: 'ig-1', same: [' ig-1'], other: 'IG-1' },
    { type: 'SocialInstagramHandle', sent: 'ada.l', normal: 'ada.l', same: [' ada.l '], other: 'ada_l' },
    { type: 'AppleOpaqueId', sent: 'apple-1', normal: 'apple-1', same: [' apple-1'], other: 'Apple-1' },
    { type: 'ExternalId', sent: ' Ab 1 ', normal: 'Ab 1', same: ['Ab 1'], other: 'ab 1' },
  ];

  for (const { type, sent, normal, same, other } of types) {
    const field = fields[type];
    const identifier = (value) => (type === 'ExternalId' ? { type, value, externalSource: { id: crm.id } } : { type, value });

    it(`${type} is claimed, looked up in every notation, owned by one contact, and released`, async () => {
      const owner = await create();
      const rival = await create();
      const claimed = await claim(owner, identifier(sent));
      assert.deepEqual([claimed.type, claimed.value, claimed.division.id], [type, normal, '*']);
      for (const value of [sent, normal, ...same]) assert.equal((await lookUp(identifier(value))).id, owner.id, value);
      await refused(lookUp(identifier(other)), 404, 'not.found');
      for (const value of [sent, ...same]) assert.equal((await refused(claim(rival, identifier(value)), 409, 'identifier.claimed')).entityId, owner.id);
      await refused(release(rival, identifier(sent)), 409, 'identifier.not.claimed');
      assert.deepEqual(await listed(owner), [`${type} ${normal}`]);
      assert.equal((await release(owner, identifier(same[0]))).value, normal);
      await refused(lookUp(identifier(sent)), 404, 'not.found');
      await claim(rival, identifier(sent));
      await release(rival, identifier(sent));
    });

    if (!field) continue;
    it(`${type} is carried by its field of a contact and given up with it`, async () => {
      const carrier = await create(field(normal));
      assert.deepEqual(await listed(carrier), [`${type} ${normal}`]);
      assert.equal((await lookUp(identifier(sent))).id, carrier.id);
      await api.putExternalcontactsContact(carrier.id, { externalIds: [] });
      await refused(lookUp(identifier(sent)), 404, 'not.found');
    });

    if (type === 'ExternalId') continue; // a second holder is refused
    it(`${type} passes to the next oldest holder on release, on replacement and on deletion`, async () => {
      const holders = [];
      for (let i = 0; i < 4; ++i) holders.push(await create(field(normal)));
      const owner = async () => {
        const { id } = await lookUp(identifier(sent));
        return holders.findIndex((holder) => holder.id === id);
      };
      assert.equal(await owner(), 0);
      for (const waiting of holders.slice(1)) assert.deepEqual(await listed(waiting), []);
      await release(holders[0], identifier(sent));
      assert.equal(await owner(), 1);
      await api.putExternalcontactsContact(holders[1].id, {});
      assert.equal(await owner(), 2);
      await api.deleteExternalcontactsContact(holders[2].id);
      assert.equal(await owner(), 3);
      assert.deepEqual(await listed(holders[3]), [`${type} ${normal}`]);
      await api.deleteExternalcontactsContact(holders[3].id);
      await refused(lookUp(identifier(sent)), 404, 'not.found');
    });
  }

  it('a Twitter account is known by its id and by its screen name', async () => {
    const carrier = await create({ twitterId: { id: '4711', screenName: '@Ada_L' } });
    assert.deepEqual(await listed(carrier), ['SocialTwitter 4711', 'SocialTwitter Ada_L']);
  });

  it('a WhatsApp number and a phone number of the same digits are two identifiers', async () => {
    const caller = await create({ workPhone: { display: '+1 317 222 0409' } });
    const writer = await create({ whatsAppId: { phoneNumber: { display: '+1 317 222 0409' } } });
    assert.equal((await lookUp({ type: 'Phone', value: '+13172220409' })).id, caller.id);
    assert.equal((await lookUp({ type: 'SocialWhatsapp', value: '13172220409' })).id, writer.id);
  });

  it('a phone number that cannot be read is found exactly as typed', async () => {
    const carrier = await create({ otherPhone: { display: 'desk 12' } });
    assert.equal((await lookUp({ type: 'Phone', value: ' desk 12 ' })).id, carrier.id);
    await refused(lookUp({ type: 'Phone', value: 'Desk 12' }), 404, 'not.found');
  });

  it('one of a field that was released stays as text and is not taken again by sending the field unchanged', async () => {
    const workEmail = 'released@example.com';
    const contact = await create({ workEmail });
    await release(contact, { type: 'Email', value: workEmail });
    const kept = await api.putExternalcontactsContact(contact.id, { workEmail });
    assert.equal(kept.workEmail, workEmail);
    await refused(lookUp({ type: 'Email', value: workEmail }), 404, 'not.found');
  });

  it('only an external ID has a source', async () => {
    const contact = await create();
    await refused(claim(contact, { type: 'Cookie', value: 'x', externalSource: { id: crm.id } }), 400, 'bad.request');
  });
});

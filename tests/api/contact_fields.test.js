// SPDX-License-Identifier: BSL-1.0
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';

import { startHost } from './support/host.js';
import { assertFaultIn } from './support/http.js';
import { connect, externalId, refused } from './support/sdk.js';

const organizationReference = { id: '6f0a1c5e-0000-4000-8000-00000000000a' };

describe('fields of a contact', () => {
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
  const read = (contact, options) => api.getExternalcontactsContact(contact.id, options);
  const replace = (contact, body) => api.putExternalcontactsContact(contact.id, body);

  const everything = (mark) => ({
    firstName: `Ada ${mark}`,
    middleName: 'King',
    lastName: 'Lovelace',
    salutation: 'Countess',
    title: 'Analyst',
    workEmail: `work.${mark}@example.com`,
    personalEmail: `personal.${mark}@example.com`,
    otherEmail: `other.${mark}@example.com`,
    address: { address1: '12 St James Square', address2: 'Top floor', city: 'London', state: 'Greater London', postalCode: 'SW1Y', countryCode: 'GB' },
    twitterId: { id: `tw-${mark}`, name: 'Ada', screenName: `ada_${mark}`, verified: false, profileUrl: 'https://x.example/ada' },
    lineId: { ids: [{ userId: `line-${mark}` }], displayName: 'Ada on LINE' },
    facebookId: { ids: [{ scopedId: `fb-${mark}` }], displayName: 'Ada on Facebook' },
    instagramId: { ids: [{ scopedId: `ig-${mark}` }], displayName: 'Ada on Instagram', handle: `ada.${mark}` },
    appleOpaqueIds: [{ value: `apple-${mark}-1` }, { value: `apple-${mark}-2` }],
    externalIds: [{ ...externalId(crm, `E-${mark}`) }],
    externalOrganization: organizationReference,
    surveyOptOut: true,
    externalSystemUrl: 'https://crm.example/ada',
    customFields: { text: 'Grüße 👋', number: 1.5, big: 9007199254740991, yes: true, none: null, list: [1, [2, {}]], nested: { a: { b: [] } }, '': 'no name' },
  });
  const phones = (mark) => ({
    workPhone: { display: `+1 317 555 ${mark}` },
    cellPhone: { display: `+1 415 555 ${mark}`, acceptsSMS: true },
    homePhone: { display: `+1 212 555 ${mark}`, extension: 7 },
    otherPhone: { display: `+1 303 555 ${mark}` },
    whatsAppId: { phoneNumber: { display: `+1 704 555 ${mark}` }, displayName: 'Ada on WhatsApp' },
  });

  function assertShows(shown, wish) {
    for (const [field, value] of Object.entries(wish)) {
      if (field === 'externalIds') assert.deepEqual(shown.externalIds.map((one) => externalId(one.externalSource, one.value)), value);
      else assert.deepEqual(shown[field], value, field);
    }
  }

  it('are all stored by a creation, and read back as they were answered', async () => {
    const wish = everything('0101');
    const created = await create({ ...wish, ...phones('0101') });
    assertShows(created, wish);
    for (const field of ['workPhone', 'cellPhone', 'homePhone', 'otherPhone']) assert.match(created[field].e164, /^\+1\d{6}0101$/, field);
    assert.equal(created.cellPhone.acceptsSMS, true);
    assert.equal(created.homePhone.extension, 7);
    assert.equal(created.whatsAppId.phoneNumber.e164, '+17045550101');
    assert.equal(created.whatsAppId.displayName, 'Ada on WhatsApp');
    assert.deepEqual(await read(created), created);
  });

  it('are all replaced by a replacement, and all but the external IDs gone when it leaves them out', async () => {
    const created = await create({ ...everything('0102'), ...phones('0102') });
    const wish = everything('0103');
    assertShows(await replace(created, { ...wish, ...phones('0103') }), wish);
    assertShows(await read(created), wish);
    const emptied = await replace(created, {});
    const left = Object.keys(emptied).sort();
    assert.deepEqual(left, ['createDate', 'division', 'externalIds', 'id', 'modifyDate', 'selfUri', 'type']);
    assertShows(emptied, { externalIds: wish.externalIds });
    assert.deepEqual((await replace(created, { externalIds: [] })).externalIds, []);
  });

  it('sent back as they were read change nothing but the date', async () => {
    const created = await create({ ...everything('0104'), ...phones('0104') });
    const { modifyDate: _, ...after } = await replace(created, await read(created, { expand: ['identifiers', 'externalSources', 'division'] }));
    const { modifyDate: __, ...before } = created;
    assert.deepEqual(after, before);
  });

  it('are trimmed', async () => {
    const created = await create({ firstName: '  Ada\u00a0', title: '\tAnalyst ', address: { city: ' London ' }, lineId: { ids: [{ userId: ' u-trim ' }] } });
    assert.equal(created.firstName, 'Ada');
    assert.equal(created.title, 'Analyst');
    assert.equal(created.address.city, 'London');
    assert.equal(created.lineId.ids[0].userId, 'u-trim');
  });

  it('have limits, and a body that breaks some changes nothing and names each', async () => {
    const created = await create({ firstName: 'Ada', title: 'x'.repeat(1000) });
    const bad = {
      firstName: 'x'.repeat(1001),
      lastName: 7,
      workEmail: 'nobody',
      personalEmail: `${'x'.repeat(250)}@example.com`,
      address: { street: 'unknown' },
      twitterId: { screenName: 'two words' },
      lineId: { ids: [{ userId: 'a' }, { userId: 'b' }] },
      facebookId: { ids: [{ userId: 'wrong name' }] },
      instagramId: { handle: 'x'.repeat(101) },
      appleOpaqueIds: Array.from({ length: 11 }, (_, i) => ({ value: `a-${i}` })),
      externalOrganization: { id: 'nonsense' },
      surveyOptOut: 'yes',
      externalSystemUrl: 'ftp://example.com/',
      customFields: [],
      schema: { id: '6f0a1c5e-0000-4000-8000-00000000000b', version: 1 },
      nickname: 'unknown',
    };
    const body = await refused(replace(created, bad), 400, 'bad.request');
    const fields = ['firstName', 'lastName', 'workEmail', 'personalEmail', 'address.street', 'twitterId.screenName', 'lineId.ids'];
    fields.push('facebookId.ids[0].userId', 'instagramId.handle', 'appleOpaqueIds', 'externalOrganization.id', 'surveyOptOut');
    for (const field of [...fields, 'externalSystemUrl', 'customFields', 'schema', 'nickname']) assertFaultIn(body, field);
    assert.deepEqual(await read(created), created);
  });

  it('take custom fields of at most 64 KiB', async () => {
    const text = 'x'.repeat(65_000);
    assert.equal((await create({ customFields: { text } })).customFields.text, text);
    assertFaultIn(await refused(create({ customFields: { text: `${text}${'x'.repeat(600)}` } }), 400, 'bad.request'), 'customFields');
  });

  it('leave an account without content out, and strip the @ of a screen name', async () => {
    const created = await create({ twitterId: { screenName: '@Ada_L' }, lineId: { ids: [] }, facebookId: { ids: [], displayName: '' } });
    assert.equal(created.twitterId.screenName, 'Ada_L');
    assert.equal(created.lineId, undefined);
    assert.equal(created.facebookId, undefined);
  });

  it('keep each Apple opaque ID once', async () => {
    const created = await create({ appleOpaqueIds: [{ value: 'a-1' }, { value: ' a-1 ' }, { value: 'a-2' }] });
    assert.deepEqual(created.appleOpaqueIds, [{ value: 'a-1' }, { value: 'a-2' }]);
  });

  it('show identifiers, whole sources and the division only when they are asked for', async () => {
    const created = await create({ workEmail: 'expand@example.com', externalIds: [externalId(crm, 'X-1')] });
    assert.equal(created.identifiers, undefined);
    assert.deepEqual(created.division, { id: '*' });
    const sourceOf = (shown) => shown.externalIds[0].externalSource;
    assert.deepEqual(sourceOf(created), { id: crm.id, selfUri: crm.selfUri });
    const shown = await read(created, { expand: ['identifiers', 'externalSources', 'division', 'externalOrganization'] });
    assert.deepEqual(shown.identifiers.map(({ type, value }) => [type, value]).sort(), [['Email', 'expand@example.com'], ['ExternalId', 'X-1']]);
    assert.deepEqual(sourceOf(shown), crm);
    assert.deepEqual(shown.identifiers.find(({ type }) => type === 'ExternalId').externalSource, crm);
    assert.deepEqual(shown.division, { id: '*', name: 'Unassigned' });
    assert.equal((await read(created, { expand: ['identifiers'] })).externalIds[0].externalSource.name, undefined);
  });
});

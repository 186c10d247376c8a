// SPDX-License-Identifier: BSL-1.0
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';

import { startHost } from './support/host.js';
import { assertFaultIn } from './support/http.js';
import { connect, refused } from './support/sdk.js';

describe('phone numbers of a contact', () => {
  let host;
  let api;
  before(async () => {
    host = await startHost();
    api = await connect(host);
  });
  after(() => host.stop());

  const create = (contact) => api.postExternalcontactsContacts(contact);
  const replace = (contact, body) => api.putExternalcontactsContact(contact.id, body);

  const typed = [
    [{ display: '(317) 222-0201' }, '+13172220201', 'US', '+1 317-222-0201'],
    [{ display: '+44 20 7946 0202' }, '+442079460202', 'GB', '+44 20 7946 0202'],
    [{ display: '020 7946 0203', normalizationCountryCode: 'GB' }, '+442079460203', 'GB', '+44 20 7946 0203'],
    [{ display: '030 123456', normalizationCountryCode: '49' }, '+4930123456', 'DE', '+49 30 123456'],
    [{ display: '+1 317 222 0204', normalizationCountryCode: 'GB' }, '+13172220204', 'US', '+1 317-222-0204'],
  ];
  for (const [phone, e164, countryCode, display] of typed) {
    it(`are rewritten: ${phone.display}${phone.normalizationCountryCode ? ` of ${phone.normalizationCountryCode}` : ''}`, async () => {
      const { workPhone } = await create({ workPhone: phone });
      assert.deepEqual(workPhone, { ...phone, display, e164, countryCode, userInput: phone.display });
    });
  }

  for (const display of ['ask reception', 'extension 12', '555-0199', '12']) {
    it(`that cannot be read stay as typed: ${display}`, async () => {
      const { workPhone } = await create({ workPhone: { display } });
      assert.deepEqual(workPhone, { display, userInput: display });
    });
  }

  it('keep what was typed when a client sends back what it read, and not when it types anew', async () => {
    const created = await create({ workPhone: { display: '(317) 222-0205' } });
    assert.equal((await replace(created, { workPhone: { display: created.workPhone.display } })).workPhone.userInput, '(317) 222-0205');
    assert.equal((await replace(created, { workPhone: { display: '317.222.0206' } })).workPhone.userInput, '317.222.0206');
  });

  it('are refused with an unknown country or a faulty extension', async () => {
    const faulty = { workPhone: { display: '1', normalizationCountryCode: 'Atlantis' }, cellPhone: { display: '+1 317 222 0207', extension: -1 } };
    const body = await refused(create(faulty), 400, 'bad.request');
    assertFaultIn(body, 'workPhone.normalizationCountryCode');
    assertFaultIn(body, 'cellPhone.extension');
  });

  it('are derived again from display, whatever else a client sends', async () => {
    const { otherPhone } = await create({ otherPhone: { display: '+1 317 222 0208', e164: '+15550000000', userInput: 'x', countryCode: 'DE' } });
    assert.deepEqual(otherPhone, { display: '+1 317-222-0208', e164: '+13172220208', countryCode: 'US', userInput: '+1 317 222 0208' });
  });

  it('keep extension and acceptsSMS', async () => {
    const { workPhone } = await create({ workPhone: { display: '(317) 222-0209', extension: 12, acceptsSMS: true } });
    assert.deepEqual([workPhone.e164, workPhone.extension, workPhone.acceptsSMS], ['+13172220209', 12, true]);
  });

  it('may be held by two contacts', async () => {
    const phone = { workPhone: { display: '+1 317 222 0210' } };
    await create(phone);
    assert.equal((await create(phone)).workPhone.e164, '+13172220210');
  });

  it('take +49 for a country as well as DE', async () => {
    for (const normalizationCountryCode of ['+49', 'DE', 'de']) {
      assert.equal((await create({ cellPhone: { display: '030 123456', normalizationCountryCode } })).cellPhone.e164, '+4930123456');
    }
  });

  it('of WhatsApp are rewritten alike', async () => {
    const { whatsAppId } = await create({ whatsAppId: { phoneNumber: { display: '(704) 298-4733' } } });
    assert.equal(whatsAppId.phoneNumber.e164, '+17042984733');
    assert.equal(whatsAppId.phoneNumber.userInput, '(704) 298-4733');
  });
});

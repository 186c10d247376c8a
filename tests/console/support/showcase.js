// SPDX-License-Identifier: BSL-1.0
// A small organization with something on every page, for looking at it.
import assert from 'node:assert/strict';

import { arrive, interaction, presented } from '../../api/support/interactions.js';
import { givenContact, givenSource } from './given.js';

const placeholder = '{{externalId.value}}';
const hour = 3_600_000; // ms

async function givenSources(host) {
  const made = {};
  for (const [name, uriTemplate, active] of [
    ['Active Directory', `https://people.example.com/user/${placeholder}/profile`, true],
    ['Customer data platform', `https://cdp.example.com/profiles/${placeholder}`, true],
    ['HubSpot', `https://hubspot.example.com/contacts/${placeholder}`, true],
    ['Legacy billing', undefined, true],
    ['Microsoft Dynamics', `https://dynamics.example.com/main.aspx?etn=contact&id=${placeholder}`, true],
    ['Salesforce', `https://salesforce.example.com/${placeholder}/view`, true],
    ['ServiceNow', `https://servicenow.example.com/sys_user.do?sys_id=${placeholder}`, true],
  ]) made[name] = await givenSource(host, name, { uriTemplate, active });
  return made;
}

async function givenPeople(host, sources) {
  const held = (name, value) => ({ externalSource: { id: sources[name].id }, value });
  const ada = await givenContact(host, {
    firstName: 'Ada', lastName: 'Lovelace', title: 'Analyst', workEmail: 'ada.lovelace@example.com',
    cellPhone: { display: '+1 317-555-0142' }, customFields: { tier: 'gold' },
    externalIds: [held('Salesforce', '0035f00002AbCdE'), held('Active Directory', 'alovelace'), held('Legacy billing', '4711')],
  });
  await givenContact(host, { firstName: 'Ada', lastName: 'Yonath', workEmail: 'ada.yonath@example.com', externalIds: [held('Salesforce', '0035f00002XyZ')] });
  await givenContact(host, { firstName: 'Grace', lastName: 'Hopper', externalIds: [held('HubSpot', '8412')] });
  return ada;
}

async function givenInteractions(host, sources) {
  const at = (hours) => ({ occurredAt: new Date(Date.now() - hours * hour).toISOString() });
  const phone = { type: 'Phone', value: '+13175550142' };
  const answers = await arrive(host,
    interaction('voice', [phone], at(1)),
    interaction('email', [{ type: 'Email', value: 'ada.lovelace@example.com' }], at(3)),
    interaction('webmessaging-authenticated', [presented(sources.Salesforce, '0035f00002AbCdE')], at(26)),
    interaction('whatsapp', [{ type: 'SocialWhatsapp', value: '13175550142' }, phone], at(50)),
    interaction('sms', [{ type: 'Phone', value: '+13175550199' }], at(5)));
  return answers.at(-1).contactId;
}

// Resolves to a Curated contact, and the id of an Ephemeral one.
export async function showcase(host) {
  const sources = await givenSources(host);
  const ada = await givenPeople(host, sources);
  const caller = await givenInteractions(host, sources);
  await host.call('PUT', `/externalsources/${sources['Legacy billing'].id}`, { name: 'Legacy billing', active: false });
  return { ada, caller };
}

const endless = (count) => 'w'.repeat(count);

// Words that nothing can break, wherever something of the showcase is named or described.
export async function givenLongWords(host, { ada }) {
  const source = await givenSource(host, endless(200), { uriTemplate: `https://example.com/${endless(200)}/${placeholder}`, active: false });
  const activated = await host.call('PUT', `/externalsources/${source.id}`, { name: source.name, linkConfiguration: source.linkConfiguration, active: true });
  const changed = await host.call('PUT', `/contacts/${ada.id}`, {
    firstName: 'Ada', lastName: `Lovelace ${endless(100)}`, title: endless(100), workEmail: `${endless(60)}@example.com`,
    cellPhone: { display: '+1 317-555-0142' }, customFields: { [endless(60)]: endless(100) },
    externalIds: [{ externalSource: { id: source.id }, value: endless(255) }],
  });
  assert.deepEqual([activated.status, changed.status], [200, 200]);
}

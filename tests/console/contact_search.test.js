// SPDX-License-Identifier: BSL-1.0
// The page Contacts: finding anybody by anything.
import assert from 'node:assert/strict';
import { before, beforeEach, describe, it } from 'node:test';

import { answerBusy, eventually, hasFocus } from './support/browser.js';
import { organization, standardClients } from './support/console_host.js';
import { givenContact, givenManySources, givenSource, sourceNamed } from './support/given.js';
import { signIn } from './support/session.js';
import { host, page, setStage } from './support/stage.js';
import { arrive, interaction, presented } from '../api/support/interactions.js';

const place = 'directory/contacts';
const agent = { id: 'agent', secret: 'agent-secret', organization, permissions: ['relate:contact:view'] };

describe('the search for contacts', () => {
  let results;
  let ada;
  setStage({ clients: [...standardClients, agent] });
  before(async () => {
    const source = await givenSource(host, 'CRM');
    ada = await givenContact(host, {
      firstName: 'Ada', lastName: 'Lovelace', workEmail: 'ada@example.com', cellPhone: { display: '+1 317-555-0142' },
      twitterId: { screenName: 'countess' }, externalIds: [{ externalSource: { id: source.id }, value: 'A/1 ä' }],
    });
    for (let i = 0; i < 30; i += 1) await givenContact(host, { firstName: 'Many', lastName: `Namesakes ${100 + i}` });
  });
  beforeEach(async () => {
    results = page.getByRole('main').getByRole('listitem');
    await signIn(page, host, { place });
  });

  const box = () => page.getByRole('searchbox', { name: 'Search contacts' });
  async function search(text) {
    await box().fill(text);
    await page.getByRole('main').getByRole('button', { name: 'Search' }).click();
  }
  const finds = (id) => eventually(async () => {
    assert.equal(await results.count(), 1);
    assert.match(await results.getByRole('link').getAttribute('href'), new RegExp(`${id}$`));
  });

  for (const [kind, text] of [
    ['the beginnings of names', 'lov ad'], ['a phone number as typed', '(317) 555-0142'], ['an e-mail address', 'ADA@example.com'],
    ['an external ID', 'A/1 ä'], ['a handle', '@countess'],
  ]) {
    it(`finds somebody by ${kind}`, async () => {
      await search(text);
      await finds(ada.id);
      assert.match(await results.textContent(), /Ada Lovelace/);
    });
  }

  it('finds somebody by the ID of the contact', async () => {
    await search(ada.id);
    await finds(ada.id);
  });

  for (const [channel, type, value, typed = value] of [
    ['voice', 'Phone', '+13175550177', '317 555 0177'], ['email', 'Email', 'caller@example.com', 'Caller@Example.com'],
    ['line', 'SocialLine', 'U4af4980629'], ['facebook', 'SocialFacebook', '10158'], ['x', 'SocialTwitter', 'analyst', '@analyst'],
    ['whatsapp', 'SocialWhatsapp', '13175550178', '+1 317 555 0178'], ['whatsapp', 'SocialWhatsappBsuid', 'US.13491208655302741918'],
    ['instagram', 'SocialInstagram', '17841405'], ['instagram', 'SocialInstagramHandle', 'engine', '@engine'],
    ['apple', 'AppleOpaqueId', 'urn:mbid:AQAAY3'], ['webmessaging', 'Cookie', 'visitor-1'],
  ]) {
    it(`finds those nobody promoted by an identifier of type ${type}`, async () => {
      const [{ contactId }] = await arrive(host, interaction(channel, [{ type, value }]));
      await search(typed);
      await finds(contactId);
    });
  }

  it('finds those nobody promoted by an external ID, however many sources there are', async () => {
    await givenManySources(host, 60, false, (i) => `Disabled ${i}`);
    await givenSource(host, 'Zzz, the last one');
    const [{ contactId }] = await arrive(host, interaction('openmessaging', [presented(await sourceNamed(host, 'Zzz, the last one'), 'only-an-id')]));
    await search('only-an-id');
    await finds(contactId);
  });

  it('finds the same for whoever may view contacts by the older permission', async () => {
    const [{ contactId }] = await arrive(host, interaction('webmessaging', [{ type: 'Cookie', value: 'visitor-2' }]));
    await page.getByRole('button', { name: 'Sign out' }).click();
    await signIn(page, host, { place, client: 'agent' });
    await search('visitor-2');
    await finds(contactId);
  });

  it('says so when nobody is found', async () => {
    await search('nobody at all');
    await page.getByRole('heading', { name: 'No contact found for “nobody at all”' }).waitFor();
  });

  it('keeps what was found for when one comes back from a contact', async () => {
    await search('ada');
    await page.getByRole('link', { name: /Ada Lovelace/ }).click();
    await page.getByRole('heading', { level: 1, name: 'Ada Lovelace' }).waitFor();
    assert.match(page.url(), new RegExp(`${place}/${ada.id}$`));
    await page.goBack();
    await page.getByRole('link', { name: /Ada Lovelace/ }).waitFor();
    assert.equal(await box().inputValue(), 'ada');
  });

  it('shows those who were merged meanwhile as the one they are', async () => {
    for (const lastName of ['Hamilton', 'Hamilton-Lickly']) await givenContact(host, { firstName: 'Margaret', lastName });
    await search('margaret');
    await results.getByRole('link', { name: /Lickly/ }).click();
    await page.getByRole('button', { name: 'Merge…' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('searchbox').fill('margaret');
    await page.keyboard.press('Enter');
    await dialog.getByRole('link', { name: /Hamilton/ }).click();
    await dialog.getByRole('button', { name: 'Merge', exact: true }).click();
    await page.getByRole('heading', { name: 'Merged contacts' }).waitFor();
    await page.getByRole('link', { name: 'All contacts' }).click();
    await page.getByRole('heading', { name: '1 contact' }).waitFor();
  });

  it('finds people by words that no identifier can have', async () => {
    page.expect(400);
    await page.route('**/identifierlookup/holders*', (route) => route.fulfill({ status: 400, json: { message: 'value is no single line.' } }));
    await search('lovelace');
    await finds(ada.id);
    assert.equal(await page.getByText('Enter up to ten words').count(), 0);
  });

  for (const [what, pattern] of [['identifiers', '**/identifierlookup/holders*'], ['names', '**/contacts?*']]) {
    it(`does not say that nobody was found when ${what} could not be looked up, and tries again`, async () => {
      await answerBusy(page, pattern);
      await search('nobody at all');
      await page.getByRole('main').getByText('The database is busy.').waitFor();
      assert.equal(await page.getByRole('heading', { name: /No contact found/ }).count(), 0);
      await page.unroute(pattern);
      await page.getByRole('button', { name: 'Try again' }).click();
      await page.getByRole('heading', { name: 'No contact found for “nobody at all”' }).waitFor();
      assert.equal(await page.getByText('The database is busy.').and(page.locator('main *')).count(), 0);
      assert.ok(await box().evaluate((input) => input.matches(':focus')));
    });
  }

  it('goes on to the next ones with the focus on the first of them', async () => {
    await search('namesakes');
    await page.getByRole('heading', { name: 'The first 25 contacts' }).waitFor();
    await page.getByRole('button', { name: 'Show more' }).click();
    await page.getByRole('heading', { name: '30 contacts' }).waitFor();
    await hasFocus(results.nth(25).getByRole('link'));
  });

  it('keeps what was found when the next ones cannot be read', async () => {
    await search('namesakes');
    await page.getByRole('button', { name: 'Show more' }).waitFor();
    await answerBusy(page, '**/contacts?*');
    await page.getByRole('button', { name: 'Show more' }).click();
    await page.getByRole('main').getByText('The database is busy.').waitFor();
    assert.equal(await results.count(), 25);
    await page.unroute('**/contacts?*');
    await page.getByRole('button', { name: 'Try again' }).click();
    await eventually(async () => assert.equal(await results.count(), 30));
  });

  it('shows what was asked for last, also when it was asked for while another search went on', async () => {
    const held = [];
    await page.route('**/contacts?*', (route) => (route.request().url().includes('namesakes') ? held.push(route) : route.continue()));
    await search('namesakes');
    await eventually(async () => assert.equal(held.length, 1));
    await box().fill('lovelace');
    await page.keyboard.press('Enter');
    await finds(ada.id);
    await Promise.all(held.map((route) => route.continue().catch(() => {}))); // which the page has given up
    await finds(ada.id);
  });

  it('asks for more than separators or ten words, unless somebody has them as an ID', async () => {
    page.expect(400);
    await search('a b c d e f g h i j k');
    await page.getByRole('main').getByText('Enter up to ten words of a name, or an identifier as a whole.').waitFor();
    const [{ contactId }] = await arrive(host, interaction('webmessaging', [{ type: 'Cookie', value: 'k j i h g f e d c b a' }]));
    await search('k j i h g f e d c b a');
    await finds(contactId);
  });
});

// SPDX-License-Identifier: BSL-1.0
// The page Contacts: finding anybody by anything, all interactions in one place, promoting and merging.
import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';

import { arrive, interaction, presented } from '../api/support/interactions.js';
import { eventually, launch, openPage } from './support/browser.js';
import { startConsoleHost } from './support/console_host.js';
import { givenContact, givenSource } from './support/given.js';
import { signIn } from './support/session.js';

describe('the page Contacts', () => {
  let browser;
  let host;
  let page;
  let source;
  let ada;
  before(async () => {
    browser = await launch();
    host = await startConsoleHost();
    source = await givenSource(host, 'CRM', { uriTemplate: 'https://crm.example/u/{{externalId.value}}' });
    ada = await givenContact(host, {
      firstName: 'Ada', lastName: 'Lovelace', workEmail: 'ada@example.com', cellPhone: { display: '+1 317-555-0142' },
      twitterId: { screenName: 'countess' }, externalIds: [{ externalSource: { id: source.id }, value: 'A/1 ä' }],
    });
  });
  after(async () => {
    await browser.close();
    await host.stop();
  });
  beforeEach(async () => (page = await openPage(browser, { expected: [404] })));
  afterEach(() => page.finish());

  const place = 'directory/contacts';
  async function search(text) {
    await page.getByRole('searchbox', { name: 'Search contacts' }).fill(text);
    await page.getByRole('main').getByRole('button', { name: 'Search' }).click();
  }

  for (const [kind, text] of [
    ['the beginnings of names', 'lov ad'], ['a phone number as typed', '(317) 555-0142'], ['an e-mail address', 'ADA@example.com'],
    ['an external ID', 'A/1 ä'], ['a handle', '@countess'],
  ]) {
    it(`finds somebody by ${kind}`, async () => {
      await signIn(page, host, { place });
      await search(text);
      await page.getByRole('link', { name: /Ada Lovelace/ }).waitFor();
      assert.equal(await page.getByRole('main').getByRole('listitem').count(), 1);
    });
  }

  it('finds those nobody promoted, by phone number and by external ID', async () => {
    const [called, wrote] = await arrive(host,
      interaction('voice', [{ type: 'Phone', value: '+13175550177' }]),
      interaction('openmessaging', [presented(source, 'only-an-id')]));
    await signIn(page, host, { place });
    await search('317 555 0177');
    assert.match(await page.getByRole('main').getByRole('listitem').getByRole('link').getAttribute('href'), new RegExp(called.contactId));
    await search('only-an-id');
    await eventually(async () =>
      assert.match(await page.getByRole('main').getByRole('listitem').getByRole('link').getAttribute('href'), new RegExp(wrote.contactId)));
  });

  it('says so when nobody is found', async () => {
    await signIn(page, host, { place });
    await search('nobody at all');
    await page.getByRole('heading', { name: 'No contact found for “nobody at all”' }).waitFor();
  });

  it('keeps what was found for when one comes back from a contact', async () => {
    await signIn(page, host, { place });
    await search('ada');
    await page.getByRole('link', { name: /Ada Lovelace/ }).click();
    await page.getByRole('heading', { level: 1, name: 'Ada Lovelace' }).waitFor();
    assert.match(page.url(), new RegExp(`${place}/${ada.id}$`));
    await page.goBack();
    await page.getByRole('link', { name: /Ada Lovelace/ }).waitFor();
    assert.equal(await page.getByRole('searchbox', { name: 'Search contacts' }).inputValue(), 'ada');
  });

  it('opens the profile in the external system in a new tab that knows nothing of this one', async () => {
    await signIn(page, host, { place: `${place}/${ada.id}` });
    const link = page.getByRole('link', { name: /^A\/1 ä/ });
    const [href, target, rel] = await Promise.all(['href', 'target', 'rel'].map((name) => link.getAttribute(name)));
    assert.deepEqual([href, target, rel], ['https://crm.example/u/A%2F1%20%C3%A4', '_blank', 'noopener noreferrer']);
  });

  it('shows the interactions of all channels, latest first', async () => {
    const ago = (hours) => ({ occurredAt: new Date(Date.now() - hours * 3_600_000).toISOString() });
    await arrive(host,
      interaction('voice', [{ type: 'Phone', value: '+13175550142' }], ago(3)),
      interaction('email', [{ type: 'Email', value: 'ada@example.com' }], ago(2)),
      interaction('webmessaging-authenticated', [presented(source, 'A/1 ä')], ago(1)));
    await signIn(page, host, { place: `${place}/${ada.id}` });
    const channels = page.getByRole('region', { name: 'Interactions' }).getByRole('listitem').locator('strong');
    await eventually(async () => assert.deepEqual(await channels.allTextContents(), ['Web messaging', 'E-mail', 'Voice call']));
  });

  it('follows what others change', async () => {
    const grace = await givenContact(host, { firstName: 'Grace' });
    await signIn(page, host, { place: `${place}/${grace.id}` });
    await page.getByRole('heading', { level: 1, name: 'Grace' }).waitFor();
    await eventually(async () => {
      await host.call('PUT', `/contacts/${grace.id}`, { firstName: 'Grace', lastName: 'Hopper' });
      assert.equal(await page.getByRole('heading', { level: 1 }).textContent(), 'Grace Hopper');
    });
  });

  it('promotes after a question', async () => {
    const [{ contactId }] = await arrive(host, interaction('voice', [{ type: 'Phone', value: '+13175550188' }]));
    await signIn(page, host, { place: `${place}/${contactId}` });
    await page.getByRole('button', { name: 'Promote' }).click();
    await page.getByRole('dialog').getByText('It becomes Curated').waitFor();
    await page.getByRole('dialog').getByRole('button', { name: 'Promote' }).click();
    await page.getByText('The contact is Curated now.').waitFor();
    assert.equal((await host.call('GET', `/contacts/${contactId}`)).body.type, 'Curated');
  });

  it('merges after it has shown what the result would be, and goes on to it', async () => {
    const one = await givenContact(host, { firstName: 'Alan', lastName: 'Turing', workEmail: 'alan@example.com' });
    const other = await givenContact(host, { firstName: 'A. M.', lastName: 'Turing', cellPhone: { display: '+1 317-555-0155' } });
    await signIn(page, host, { place: `${place}/${one.id}` });
    await page.getByRole('button', { name: 'Merge…' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('searchbox', { name: 'The other contact' }).fill('turing');
    await page.keyboard.press('Enter');
    await dialog.getByRole('link', { name: /A\. M\. Turing/ }).waitFor();
    assert.equal(await dialog.getByRole('link').count(), 1);
    await dialog.getByRole('link', { name: /A\. M\. Turing/ }).click();
    const cells = dialog.getByRole('row').filter({ hasText: 'Identifiers' }).getByRole('cell');
    await eventually(async () => assert.deepEqual(await cells.allTextContents(), ['1', '1', '2']));
    assert.equal((await host.call('GET', `/contacts/${one.id}`)).body.id, one.id);

    await dialog.getByRole('button', { name: 'Merge', exact: true }).click();
    await page.getByRole('heading', { name: 'Merged contacts' }).waitFor();
    const merged = (await host.call('GET', `/contacts/${other.id}`)).body;
    assert.match(page.url(), new RegExp(`${merged.id}$`));
    assert.equal((await host.call('GET', `/contacts/${one.id}`)).body.id, merged.id);
  });
});

// SPDX-License-Identifier: BSL-1.0
// A contact on the page Contacts: all interactions in one place, promoting and merging.
import assert from 'node:assert/strict';
import { before, beforeEach, describe, it } from 'node:test';

import { arrive, interaction, presented } from '../api/support/interactions.js';
import { answerBusy, eventually, hasFocus } from './support/browser.js';
import { givenContact, givenSource } from './support/given.js';
import { signIn } from './support/session.js';
import { host, page, setStage } from './support/stage.js';

const place = 'directory/contacts';

describe('a contact', () => {
  let source;
  let ada;
  setStage({ expected: [404] });
  before(async () => {
    source = await givenSource(host, 'CRM', { uriTemplate: 'https://crm.example/u/{{externalId.value}}' });
    ada = await givenContact(host, {
      firstName: 'Ada', lastName: 'Lovelace', workEmail: 'ada@example.com', cellPhone: { display: '+1 317-555-0142' },
      twitterId: { screenName: 'countess' }, externalIds: [{ externalSource: { id: source.id }, value: 'A/1 ä' }],
    });
  });

  // Shows a contact, and resolves once the page learns of its changes.
  async function follow(id) {
    const listening = page.waitForResponse(/notifications\/stream/);
    await signIn(page, host, { place: `${place}/${id}` });
    await listening;
  }

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
    await follow(grace.id);
    await page.getByRole('heading', { level: 1, name: 'Grace' }).waitFor();
    await host.call('PUT', `/contacts/${grace.id}`, { firstName: 'Grace', lastName: 'Hopper' });
    await page.getByRole('heading', { level: 1, name: 'Grace Hopper' }).waitFor();
  });

  describe('with interactions of a long time', () => {
    const count = 30;
    const hours = (back) => ({ occurredAt: new Date(Date.now() - back * 3_600_000).toISOString() });
    const caller = (number) => [{ type: 'Phone', value: number }];
    let timeline;
    let id;
    let counter = 0;
    beforeEach(async () => {
      timeline = page.getByRole('region', { name: 'Interactions' });
      const phone = `+131755503${10 + ++counter}`;
      ({ id } = await givenContact(host, { firstName: 'Mary', cellPhone: { display: phone } }));
      await arrive(host, ...Array.from({ length: count }, (_, i) => interaction('voice', caller(phone), hours(i))));
      await follow(id);
      await timeline.getByRole('button', { name: 'Show earlier ones' }).waitFor();
    });

    const shows = (length) => eventually(async () => assert.equal(await timeline.getByRole('listitem').count(), length));
    const change = () => host.call('PUT', `/contacts/${id}`, { firstName: 'Mary', lastName: 'Jackson', cellPhone: { display: `+131755503${10 + counter}` } });

    it('goes on with the focus where the earlier ones begin', async () => {
      await timeline.getByRole('button', { name: 'Show earlier ones' }).click();
      await shows(count);
      await hasFocus(timeline.getByRole('listitem').nth(25));
    });

    it('keeps the earlier ones when something changes', async () => {
      await timeline.getByRole('button', { name: 'Show earlier ones' }).click();
      await shows(count);
      const answered = page.waitForResponse(/journey\/sessions.*pageSize=30/);
      await change();
      await answered;
      await page.getByRole('heading', { level: 1, name: 'Mary Jackson' }).waitFor();
      await shows(count);
    });

    it('keeps what is shown when it cannot be read anew, and reads it on demand', async () => {
      await answerBusy(page, '**/journey/sessions*');
      await change();
      await timeline.getByRole('alert').getByText('The database is busy.').waitFor();
      await shows(25);
      await page.unroute('**/journey/sessions*');
      await timeline.getByRole('button', { name: 'Try again' }).click();
      await timeline.getByRole('alert').waitFor({ state: 'detached' });
      await shows(25);
      await hasFocus(timeline.getByRole('listitem').first());
    });
  });

  it('says that it could not be read anew until it was', async () => {
    const grace = await givenContact(host, { firstName: 'Barbara' });
    await follow(grace.id);
    const pattern = `**/contacts/${grace.id}?*`;
    await answerBusy(page, pattern);
    await host.call('PUT', `/contacts/${grace.id}`, { firstName: 'Barbara', lastName: 'Liskov' });
    const alert = page.getByRole('alert').filter({ hasText: 'The database is busy.' });
    await alert.waitFor();
    await page.getByRole('heading', { level: 1, name: 'Barbara' }).waitFor();
    await page.unroute(pattern);
    await alert.getByRole('button', { name: 'Try again' }).click();
    await page.getByRole('heading', { level: 1, name: 'Barbara Liskov' }).waitFor();
    assert.equal(await alert.count(), 0);
    await hasFocus(page.getByRole('heading', { level: 1 }));
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

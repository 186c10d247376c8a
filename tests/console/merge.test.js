// SPDX-License-Identifier: BSL-1.0
// The dialog that merges two contacts: its preview shows the two as they are, and its focus and its words stay inside it.
import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';

import { answerBusy, eventually, hasFocus } from './support/browser.js';
import { givenContact } from './support/given.js';
import { holdRequests } from './support/held.js';
import { signIn } from './support/session.js';
import { host, page, setStage } from './support/stage.js';

describe('the dialog that merges contacts', () => {
  let one;
  let other;
  setStage({ expected: [404] });
  beforeEach(async () => {
    one = await givenContact(host, { firstName: 'Alan', lastName: 'Turing' });
    other = await givenContact(host, { firstName: 'Mathison', lastName: `Turing ${one.id}` });
    const listening = listeningTo(one);
    await signIn(page, host, { place: `directory/contacts/${one.id}` });
    await listening;
    await page.getByRole('button', { name: 'Merge…' }).click();
    await box().fill(`Mathison ${one.id}`);
    await page.keyboard.press('Enter');
    await found().waitFor();
  });

  const dialog = () => page.getByRole('dialog');
  const box = () => dialog().getByRole('searchbox', { name: 'The other contact' });
  const found = () => dialog().getByRole('link', { name: /Mathison/ });
  const preview = () => dialog().getByRole('region', { name: 'Preview of the merge' });
  const mergeButton = () => dialog().getByRole('button', { name: 'Merge', exact: true });
  const said = (text) => dialog().getByRole('status').filter({ hasText: text }).waitFor();
  const listeningTo = ({ id }) => page.waitForResponse((response) => response.url().includes(`externalcontacts.contacts.${id}`));

  async function choose() {
    const listening = listeningTo(other);
    await found().click();
    await mergeButton().waitFor();
    await listening;
  }
  const titlesBecome = (titles) =>
    eventually(async () => {
      const cells = preview().getByRole('row').filter({ has: page.getByRole('rowheader', { name: 'Title' }) }).getByRole('cell');
      assert.deepEqual(await cells.allTextContents(), titles);
    });
  const entitle = ({ id, firstName, lastName }, title) => host.call('PUT', `/contacts/${id}`, { firstName, lastName, title });

  it('goes into the preview with the focus, and back to the search', async () => {
    await choose();
    await hasFocus(preview());
    await dialog().getByRole('button', { name: 'Choose another' }).click();
    await hasFocus(box());
  });

  it('tells screen readers inside itself what was found and what changed', async () => {
    await said('1 contact');
    await choose();
    await entitle(other, 'Logician');
    await said('The preview of the merge is up to date.');
  });

  it('previews both as they are after others changed one of them, without taking the focus away', async () => {
    await choose();
    await dialog().getByRole('button', { name: 'Choose another' }).focus();
    await entitle(one, 'Mathematician');
    await titlesBecome(['Mathematician', '–', 'Mathematician']);
    await entitle(other, 'Logician');
    await titlesBecome(['Mathematician', 'Logician', 'Logician']);
    await hasFocus(dialog().getByRole('button', { name: 'Choose another' }));
  });

  it('merges nothing while its preview is being renewed', async () => {
    await choose();
    const renewing = await holdRequests(page, 'POST', '**/contacts/merge?**');
    await entitle(other, 'Logician');
    await renewing.arrived;
    await eventually(async () => assert.equal(await mergeButton().getAttribute('aria-disabled'), 'true'));
    await mergeButton().click({ force: true });
    renewing.letGo();
    await titlesBecome(['–', 'Logician', 'Logician']);
    assert.equal(renewing.count, 1);
  });

  it('shows nothing of a contact that could not be read', async () => {
    await answerBusy(page, `**/contacts/${other.id}?*`);
    await found().click();
    await dialog().getByRole('alert').filter({ hasText: 'The database is busy.' }).waitFor();
    assert.equal(await preview().count(), 0);
    await hasFocus(box());
  });

  it('keeps a preview that cannot be renewed, merges nothing by it, and tries again', async () => {
    await choose();
    await answerBusy(page, '**/contacts/merge?**');
    await entitle(other, 'Logician');
    await dialog().getByRole('alert').filter({ hasText: 'The database is busy.' }).waitFor();
    assert.equal(await mergeButton().getAttribute('aria-disabled'), 'true');
    await page.unroute('**/contacts/merge?**');
    await dialog().getByRole('button', { name: 'Try again' }).click();
    await titlesBecome(['–', 'Logician', 'Logician']);
    await hasFocus(preview());
    assert.equal(await mergeButton().getAttribute('aria-disabled'), null);
  });

  it('shows the two as they are after a merge that failed', async () => {
    await choose();
    page.expect(409);
    await page.route('**/contacts/merge?*', async (route) => {
      if (route.request().url().includes('dryRun')) return route.continue();
      await entitle(other, 'Logician');
      return route.fulfill({ status: 409, json: { message: 'Somebody was faster.' } });
    });
    await mergeButton().click();
    await dialog().getByRole('alert').filter({ hasText: 'Somebody was faster.' }).waitFor();
    await titlesBecome(['–', 'Logician', 'Logician']);
  });

  it('takes nobody along who went on before the merge was through', async () => {
    await choose();
    const merging = await holdRequests(page, 'POST', '**/contacts/merge?*');
    await mergeButton().click();
    await merging.arrived;
    await page.evaluate(() => document.querySelector('#menu a[href$="external-sources"]').click());
    await page.getByRole('heading', { level: 1, name: 'External Sources' }).waitFor();
    const merged = page.waitForResponse(/contacts\/merge/);
    merging.letGo();
    await merged;
    await eventually(async () => assert.notEqual((await host.call('GET', `/contacts/${one.id}`)).body.id, one.id));
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve)));
    assert.match(page.url(), /directory\/external-sources$/);
  });

  it('goes back to the search and says why when the other contact is gone', async () => {
    await choose();
    assert.equal((await host.call('DELETE', `/contacts/${other.id}`)).status, 200);
    await dialog().getByRole('alert').filter({ hasText: /\S/ }).waitFor();
    await hasFocus(box());
  });

  it('says that there are more than it shows', async () => {
    for (let i = 0; i < 26; i += 1) await givenContact(host, { firstName: 'Namesake', lastName: `No. ${i}` });
    await box().fill('namesake');
    await page.keyboard.press('Enter');
    await dialog().getByText('The first 25 contacts. There are more.').and(dialog().locator('p')).waitFor();
    await said('The first 25 contacts. There are more.');
  });

  it('does not say that nobody was found when the search failed', async () => {
    page.expectFailures();
    await page.route('**/contacts?*', (route) => route.abort());
    await box().fill('somebody else');
    await page.keyboard.press('Enter');
    await dialog().getByRole('alert').filter({ hasText: 'The server cannot be reached' }).waitFor();
    assert.equal(await dialog().getByText('No contact found').count(), 0);
  });
});

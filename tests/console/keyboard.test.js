// SPDX-License-Identifier: BSL-1.0
// The keyboard alone is enough, and the focus is always somewhere sensible.
import assert from 'node:assert/strict';
import { before, beforeEach, describe, it } from 'node:test';

import { eventually } from './support/browser.js';
import { givenSource, sourceNamed } from './support/given.js';
import { signIn } from './support/session.js';
import { SourcesPage } from './support/sources_page.js';
import { host, page, setStage } from './support/stage.js';

// The accessible name of what has the focus, by its label or its text.
const focusedName = (page) =>
  page.evaluate(() => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    const label = element.labels?.[0]?.textContent ?? element.getAttribute('aria-label') ?? element.textContent;
    return label.trim();
  });

describe('the keyboard', () => {
  setStage();
  before(() => givenSource(host, 'Salesforce'));
  beforeEach(async () => {
    await signIn(page, host, { place: 'directory/external-sources' });
    await new SourcesPage(page).row('Salesforce').waitFor();
  });

  // Goes on with Tab until something has the focus; never further than once around.
  async function tabTo(name) {
    for (let steps = 0; steps < 60; ++steps) {
      await page.keyboard.press('Tab');
      if ((await focusedName(page)) === name) return;
    }
    assert.fail(`Tab never reaches ${name}`);
  }
  const nowFocused = (name) => eventually(async () => assert.equal(await focusedName(page), name));

  it('is enough to create a source', async () => {
    await tabTo('Add External Source');
    await page.keyboard.press('Enter');
    await nowFocused('Name');
    await page.keyboard.type('Keyboard');
    await page.keyboard.press('Tab');
    await nowFocused('Profile URL start');
    await page.keyboard.type('https://example.com/user/');
    await page.keyboard.press('Tab');
    await nowFocused('Profile URL end');
    await page.keyboard.type('/profile');
    await tabTo('Active');
    await page.keyboard.press('Space');
    await tabTo('Save');
    await page.keyboard.press('Enter');
    await nowFocused('Add External Source');
    const source = await sourceNamed(host, 'Keyboard');
    assert.deepEqual([source.active, source.linkConfiguration.uriTemplate], [false, 'https://example.com/user/{{externalId.value}}/profile']);
  });

  it('saves with Enter in a field, and goes to the first field that is wrong', async () => {
    await tabTo('Add External Source');
    await page.keyboard.press('Enter');
    await nowFocused('Name');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await nowFocused('Name');
    await page.getByText('Enter a name.').waitFor();
  });

  it('stays inside a dialog, leaves it with Escape, and is back where it was', async () => {
    await tabTo('Edit Salesforce');
    await page.keyboard.press('Enter');
    await nowFocused('Name');
    for (let i = 0; i < 12; ++i) {
      await page.keyboard.press('Tab');
      assert.notEqual(await focusedName(page), 'Add External Source');
    }
    await page.keyboard.press('Escape');
    await nowFocused('Edit Salesforce');
  });

  it('asks before it discards what was typed, whichever way one leaves', async () => {
    const sources = new SourcesPage(page);
    const question = page.getByRole('dialog', { name: 'Discard unsaved changes?' });
    await tabTo('Edit Salesforce');
    await page.keyboard.press('Enter');
    await nowFocused('Name');
    await page.keyboard.press('End');
    await page.keyboard.type(' Europe');
    await page.keyboard.press('Escape');
    await nowFocused('Go on editing');
    await page.keyboard.press('Enter');
    await nowFocused('Name');
    for (let i = 0; i < 4; ++i) {
      await page.keyboard.press('Escape');
      await (i % 2 === 0 ? question.waitFor() : question.waitFor({ state: 'detached' }));
    }
    assert.equal(await sources.name.inputValue(), 'Salesforce Europe');
    await sources.dialog.getByRole('button', { name: 'Close' }).click();
    await question.getByRole('button', { name: 'Discard' }).click();
    await nowFocused('Edit Salesforce');
    assert.ok(await sourceNamed(host, 'Salesforce'));
  });

  it('stays where it was when a source is disabled and activated', async () => {
    for (const [action, next] of [['Disable', 'Activate'], ['Activate', 'Disable']]) {
      await tabTo(`${action} Salesforce`);
      await page.keyboard.press('Enter');
      await nowFocused(action);
      await page.keyboard.press('Enter');
      await nowFocused(`${next} Salesforce`);
    }
  });

  it('is on the heading after the row it was in is gone', async () => {
    await givenSource(host, 'Short-lived');
    await page.reload();
    await new SourcesPage(page).row('Short-lived').waitFor();
    await tabTo('Delete Short-lived');
    await page.keyboard.press('Enter');
    await tabTo('Delete');
    await page.keyboard.press('Enter');
    await nowFocused('External Sources');
  });

  it('goes along the tabs with the arrows', async () => {
    await page.goto(`${host.url}/admin/directory/identity-resolution`);
    await page.getByRole('tab', { name: 'Voice' }).focus();
    await page.keyboard.press('ArrowRight');
    await nowFocused('Callback');
    await page.getByRole('tabpanel', { name: 'Callback' }).getByLabel('Queue ID').waitFor();
    await page.keyboard.press('End');
    await nowFocused('X');
    await page.keyboard.press('ArrowRight');
    await nowFocused('Voice');
    await page.keyboard.press('Tab');
    await nowFocused('Call flow ID');
  });
});

// SPDX-License-Identifier: BSL-1.0
// The browser asks before it closes a window with something that is not saved, and closes any other at once.
import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';

import { eventually } from './support/browser.js';
import { signIn } from './support/session.js';
import { SourcesPage } from './support/sources_page.js';
import { host, page, setStage } from './support/stage.js';

describe('a window that is closed', () => {
  let asked;
  setStage();
  beforeEach(() => {
    asked = [];
    page.on('dialog', (dialog) => {
      asked.push(dialog.type());
      return dialog.dismiss();
    });
  });

  async function typeSource() {
    const sources = new SourcesPage(page);
    await signIn(page, host, { place: 'directory/external-sources' });
    await sources.add.click();
    await sources.fill({ name: 'Half' });
    return sources;
  }
  async function changeConfiguration() {
    await signIn(page, host, { place: 'directory/identity-resolution' });
    await page.getByLabel('Call flow ID').fill('ivr-1');
    await page.keyboard.press('Enter');
    await page.getByRole('switch', { name: 'Resolve identities' }).click();
  }
  const close = () => page.close({ runBeforeUnload: true });
  async function staysWhenAsked() {
    await close();
    await eventually(async () => assert.deepEqual(asked, ['beforeunload']));
  }
  async function closesUnasked() {
    const closed = page.waitForEvent('close');
    await close();
    await closed;
    assert.deepEqual(asked, []);
  }

  it('is asked about for a source that is typed in', async () => {
    const sources = await typeSource();
    await staysWhenAsked();
    assert.equal(await sources.name.inputValue(), 'Half');
  });

  it('is not asked about for a source that is saved', async () => {
    const sources = await typeSource();
    await sources.save.click();
    await sources.row('Half').waitFor();
    await closesUnasked();
  });

  it('is asked about for a configuration that is changed', async () => {
    await changeConfiguration();
    await staysWhenAsked();
    await page.getByRole('button', { name: 'Undo changes' }).waitFor();
  });

  it('is not asked about for changes that are undone', async () => {
    await changeConfiguration();
    await page.getByRole('button', { name: 'Undo changes' }).click();
    await closesUnasked();
  });
});

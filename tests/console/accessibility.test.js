// SPDX-License-Identifier: BSL-1.0
// axe finds nothing on any view or dialog, in light and dark, and nothing runs out of a phone's screen.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';

import { assertAccessible } from './support/accessibility.js';
import { launch, openPage } from './support/browser.js';
import { startConsoleHost } from './support/console_host.js';
import { signIn } from './support/session.js';
import { showcase } from './support/showcase.js';
import { views } from './support/views.js';

describe('every view', () => {
  let browser;
  let host;
  let shown;
  before(async () => {
    browser = await launch();
    host = await startConsoleHost();
    shown = await showcase(host);
  });
  after(async () => {
    await browser.close();
    await host.stop();
  });

  for (const scheme of ['light', 'dark']) {
    it(`is accessible in the ${scheme} theme, the form to sign in too`, async () => {
      const page = await openPage(browser, { scheme });
      await page.goto(`${host.url}/admin/`);
      await page.getByLabel('Client ID').waitFor();
      await assertAccessible(page, 'sign-in');
      await signIn(page, host);
      for (const view of views) {
        await page.goto(`${host.url}/admin/${view.place(shown)}`);
        await view.arrive(page);
        await assertAccessible(page, `${view.name} (${scheme})`);
      }
      await page.finish();
    });
  }

  it('fits a screen of 360 pixels without scrolling sideways', async () => {
    const page = await openPage(browser, { width: 360, height: 740 });
    await signIn(page, host);
    for (const view of views) {
      await page.goto(`${host.url}/admin/${view.place(shown)}`);
      await view.arrive(page);
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      assert.ok(width <= 360, `${view.name} is ${width} pixels wide`);
    }
    await page.finish();
  });
});

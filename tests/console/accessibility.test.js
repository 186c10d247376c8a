// SPDX-License-Identifier: BSL-1.0
// axe finds nothing on any view or dialog, in light and dark.
import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';

import { assertAccessible } from './support/accessibility.js';
import { openPage } from './support/browser.js';
import { signIn } from './support/session.js';
import { showcase } from './support/showcase.js';
import { browser, host, setStage } from './support/stage.js';
import { views } from './support/views.js';

describe('every view', () => {
  let shown;
  setStage({ pages: 'own' });
  before(async () => (shown = await showcase(host)));

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
});

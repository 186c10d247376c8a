// SPDX-License-Identifier: BSL-1.0
// Nothing runs out of a screen or is cut off by what it stands in, on a phone or a desk, whatever words there are.
import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';

import { openPage } from './support/browser.js';
import { assertNothingCutOff } from './support/overflow.js';
import { signIn } from './support/session.js';
import { givenLongWords, showcase } from './support/showcase.js';
import { SourcesPage } from './support/sources_page.js';
import { browser, host, setStage } from './support/stage.js';
import { views } from './support/views.js';

const widths = [360, 800, 1280];

async function assertFits(page, view) {
  const { width } = page.viewportSize();
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  assert.ok(wide <= width, `${view} is ${wide} pixels wide on a screen of ${width}`);
  await assertNothingCutOff(page, view);
}

for (const [words, given] of [['usual words', () => {}], ['words that nothing can break', givenLongWords]]) {
  describe(`every view of ${words}`, () => {
    let shown;
    setStage({ pages: 'own' });
    before(async () => {
      shown = await showcase(host);
      await given(host, shown);
    });

    for (const width of widths)
      it(`fits a screen of ${width} pixels`, async () => {
        const page = await openPage(browser, { width, height: 740 });
        await signIn(page, host);
        for (const view of views) {
          await page.goto(`${host.url}/admin/${view.place(shown)}`);
          await view.arrive(page);
          await assertFits(page, view.name);
        }
        await page.finish();
      });
  });
}

describe('a source with an endless name', () => {
  setStage({ pages: 'own' });

  it('fits a phone in every dialog and sentence about it', async () => {
    const page = await openPage(browser, { width: 360, height: 740 });
    const name = 'w'.repeat(200);
    const sources = new SourcesPage(page);
    await signIn(page, host, { place: 'directory/external-sources' });
    await sources.create({ name });
    await page.getByText('was added').waitFor();
    await assertFits(page, 'notice');
    for (const action of ['Edit', 'Disable', 'Delete']) {
      await sources.icon(action, name).click();
      await sources.dialog.waitFor();
      await assertFits(page, action);
      await sources.dialog.getByRole('button', { name: 'Cancel' }).click();
    }
    await page.finish();
  });
});

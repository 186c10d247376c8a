// SPDX-License-Identifier: BSL-1.0
// Pictures of every view, in console-screenshots/ of the build directory; scripts/console-screenshots puts two of them into docs/.
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { before, describe, it } from 'node:test';

import { openPage } from './support/browser.js';
import { buildDirectory } from './support/console_host.js';
import { signIn } from './support/session.js';
import { showcase } from './support/showcase.js';
import { browser, host, setStage } from './support/stage.js';
import { views } from './support/views.js';

const directory = path.join(buildDirectory, 'console-screenshots');
const sizes = { 360: 740, 1280: 1000 };

describe('pictures', () => {
  let shown;
  setStage({ pages: 'own' });
  before(async () => {
    await mkdir(directory, { recursive: true });
    shown = await showcase(host);
  });

  for (const scheme of ['light', 'dark']) {
    for (const [width, height] of Object.entries(sizes)) {
      it(`are taken at ${width} pixels in the ${scheme} theme`, async () => {
        const page = await openPage(browser, { width: Number(width), height, scheme });
        const take = async (name) => {
          await page.mouse.move(0, 0); // where nothing answers to it
          await page.screenshot({ path: path.join(directory, `${name}-${scheme}-${width}.png`) });
        };
        await page.goto(`${host.url}/admin/`);
        await page.getByLabel('Client ID').waitFor();
        await take('sign-in');
        await signIn(page, host);
        for (const view of views) {
          await page.goto(`${host.url}/admin/${view.place(shown)}`);
          await view.arrive(page);
          await take(view.name);
        }
        await page.finish();
      });
    }
  }
});

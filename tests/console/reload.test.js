// SPDX-License-Identifier: BSL-1.0
// The page goes on while the plugin behind it is replaced.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';

import { launch, openPage } from './support/browser.js';
import { startConsoleHost } from './support/console_host.js';
import { sourcesOf } from './support/given.js';
import { goTo, signIn } from './support/session.js';
import { SourcesPage } from './support/sources_page.js';

describe('a page whose plugin is reloaded', () => {
  let browser;
  let host;
  before(async () => {
    browser = await launch();
    host = await startConsoleHost();
  });
  after(async () => {
    await browser.close();
    await host.stop();
  });

  it('keeps what is typed, saves it, and goes on to other pages', async () => {
    const page = await openPage(browser);
    await signIn(page, host, { place: 'directory/external-sources' });
    const sources = new SourcesPage(page);
    await sources.add.click();
    await sources.fill({ name: 'Typed before', start: 'https://example.com/' });
    await host.ctl('plugin', 'reload');
    await sources.end.fill('/typed-after');
    await sources.save.click();
    await sources.row('Typed before').waitFor();
    await goTo(page, 'Identity Resolution');
    await goTo(page, 'Contacts');
    await page.finish();
  });

  it('fails no save while one reload follows another', async () => {
    const page = await openPage(browser);
    await signIn(page, host, { place: 'directory/external-sources' });
    const sources = new SourcesPage(page);
    let done = false;
    const reloads = (async () => {
      for (let count = 0; ; ++count) {
        if (done) return count;
        await host.ctl('plugin', 'reload');
      }
    })();
    for (let i = 1; i <= 5; ++i) {
      await sources.create({ name: `During reloads ${i}` });
      await sources.row(`During reloads ${i}`).waitFor();
    }
    done = true;
    assert.ok((await reloads) > 0);
    assert.equal((await sourcesOf(host)).filter(({ name }) => name.startsWith('During')).length, 5);
    await page.finish();
  });
});

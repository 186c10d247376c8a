// SPDX-License-Identifier: BSL-1.0
// The page goes on while the plugin behind it is replaced.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { sourcesOf } from './support/given.js';
import { goTo, signIn } from './support/session.js';
import { SourcesPage } from './support/sources_page.js';
import { host, page, setStage } from './support/stage.js';

describe('a page whose plugin is reloaded', () => {
  setStage();

  it('keeps what is typed, saves it, and goes on to other pages', async () => {
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
  });

  it('fails no save while one reload follows another', async () => {
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
  });
});

// SPDX-License-Identifier: BSL-1.0
// What the tests of a file play on: a browser, a host, and a page.
import { after, afterEach, before, beforeEach } from 'node:test';

import { launch, openPage } from './browser.js';
import { startConsoleHost } from './console_host.js';

export let browser;
export let host;
export let page;

// Finishes a page, where there is one, and what it stands on however that goes.
async function clear(finishing, ...stops) {
  try {
    if (finishing) await finishing.finish();
  } finally {
    for (const stop of stops) await stop();
  }
}

// Sets the stage for the tests of a suite, and clears it after them. Each test has a page of its own, unless they share one (`pages`
// is 'shared') or open them themselves ('own'). With `hostForEach` nothing of one test is there in the next. The rest is as for
// openPage().
export function setStage({ clients, hostForEach = false, pages = 'each', ...expectations } = {}) {
  const start = async () => (host = await startConsoleHost(clients && { clients }));
  const open = async () => (page = await openPage(browser, expectations));
  const close = () => browser.close();
  const stop = () => host.stop();

  before(async () => {
    browser = await launch();
    if (!hostForEach) await start();
    if (pages === 'shared') await open();
  });
  beforeEach(async () => {
    if (hostForEach) await start();
    if (pages === 'each') await open();
  });
  afterEach(() => clear(pages === 'each' && page, ...(hostForEach ? [stop] : [])));
  after(() => clear(pages === 'shared' && page, close, ...(hostForEach ? [] : [stop])));
}

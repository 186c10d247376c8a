// SPDX-License-Identifier: BSL-1.0
// Debian's Chromium, and pages that forgive nothing: what the console of a page reports as an error fails its test.
import assert from 'node:assert/strict';

import { chromium } from 'playwright-core';

const executablePath = process.env.EXTSRC_CHROMIUM ?? '/usr/bin/chromium';
const patience = 15_000; // ms, for anything a test waits for on a page

// Only pages of hosts that the tests start are opened, and the sandbox is not to be had in every container.
export const launch = () => chromium.launch({ executablePath, chromiumSandbox: false });

// How Chromium reports an answer of 400 or more. Tests say which ones they mean to provoke.
const refusal = /^Failed to load resource: the server responded with a status of (\d+)/;

// The console needs nothing but its host at run time.
const loopback = /^(http:\/\/127\.0\.0\.1:\d+\/|about:|data:|blob:)/;

// A page in a context of its own. `expected` are statuses of answers that the test provokes, `reported` is what else it has the
// console report.
export async function openPage(browser, { width = 1280, height = 900, scheme = 'light', expected: statuses = [], reported } = {}) {
  const expected = [...statuses];
  const context = await browser.newContext({ viewport: { width, height }, colorScheme: scheme, locale: 'en-GB', reducedMotion: 'reduce' });
  context.setDefaultTimeout(patience);
  const page = await context.newPage();
  const faults = [];
  let failuresExpected = false;
  page.on('request', (request) => {
    if (!loopback.test(request.url())) faults.push(`asked for ${request.url()}`);
  });
  page.on('pageerror', (error) => faults.push(`uncaught: ${error.stack}`));
  page.on('console', (message) => {
    if (message.type() !== 'error') return;
    const status = Number(refusal.exec(message.text())?.[1]);
    const { url } = message.location();
    const told = reported?.test(message.text()) || (failuresExpected && message.text().includes('net::ERR_'));
    const provoked = expected.includes(status) || told;
    if (!provoked) faults.push(`${message.text()} (${url})`);
  });
  return Object.assign(page, {
    // From now on the test provokes answers of this status.
    expect: (status) => expected.push(status),
    // From now on requests may fail on the way.
    expectFailures: () => (failuresExpected = true),
    async finish() {
      if (!page.isClosed()) await page.unrouteAll({ behavior: 'ignoreErrors' }); // of requests that nobody waits for any more
      await context.close();
      assert.deepEqual(faults, []);
    },
  });
}

// Asks again until the assertion holds; the last failure is the test's.
export async function eventually(assertion) {
  const end = Date.now() + patience;
  for (;;) {
    try {
      return await assertion();
    } catch (error) {
      if (Date.now() > end) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}

export const hasFocus = (element) => eventually(async () => assert.ok(await element.evaluate((it) => it.matches(':focus'))));

// From now on a database that is busy is the answer to requests of these URLs, which unroute() ends.
export function answerBusy(page, url) {
  page.expect(503);
  return page.route(url, (route) => route.fulfill({ status: 503, json: { message: 'The database is busy.' } }));
}

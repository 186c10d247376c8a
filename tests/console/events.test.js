// SPDX-License-Identifier: BSL-1.0
// A page's stream of events: it is there while the tab is visible, comes again when it broke off, and tells that events were missed.
import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';

import { eventually } from './support/browser.js';
import { givenSource } from './support/given.js';
import { clientOf, fillSignIn, goTo, signIn } from './support/session.js';
import { SourcesPage } from './support/sources_page.js';
import { host, page, setStage } from './support/stage.js';

const place = 'directory/external-sources';
const streams = '**/api/v2/notifications/stream*';
const topics = 'v2.externalcontacts.externalsources.*';

describe('the events of a page', () => {
  let sources;
  setStage({ expected: [400, 401, 403, 404, 408, 429, 503], reported: /told to fail/ });
  beforeEach(() => (sources = new SourcesPage(page)));

  // Headless tabs are never hidden, so that the page is told that it is.
  const hide = (hidden) =>
    page.evaluate((now) => {
      Object.defineProperty(document, 'hidden', { configurable: true, value: now });
      Object.defineProperty(document, 'visibilityState', { configurable: true, value: now ? 'hidden' : 'visible' });
      document.dispatchEvent(new Event('visibilitychange'));
    }, hidden);

  const openStreams = async () => Number(/^ccp_host_event_streams (\d+)$/m.exec((await host.ctl('metrics')).data)[1]);
  const untilStreams = (count) => eventually(async () => assert.equal(await openStreams(), count));

  // Reads the first payload of a stream and no further.
  const readOnce = (text) =>
    page.evaluate(async (written) => {
      const shell = document.querySelector('script[src$="/shell.js"]').src;
      const { payloads } = await import(shell.replace('shell.js', 'server_sent_events.js'));
      let closed = false;
      const start = (stream) => stream.enqueue(new TextEncoder().encode(written));
      const reading = payloads(new ReadableStream({ start, cancel: () => (closed = true) }));
      const read = await reading.next().catch(() => null);
      await reading.return();
      return { read: read?.value, closed };
    }, text);

  // Subscribes as a page does; `heard` are the topics so far. With `failing` the listener fails each time.
  const subscribe = ({ topic = topics, failing = false } = {}) =>
    page.evaluate(
      async ([name, fail]) => {
        const shell = document.querySelector('script[src$="/shell.js"]').src;
        const { subscribe: begin } = await import(shell.replace('shell.js', 'events.js'));
        window.heard = [];
        window.unsubscribe = begin([name], ({ topicName }) => {
          window.heard.push(topicName);
          if (fail) throw new Error('told to fail');
        });
      },
      [topic, failing],
    );
  const heard = () => page.evaluate(() => window.heard);
  const untilHeard = (count) => eventually(async () => assert.equal((await heard()).length, count));
  const isSource = (name) => name.startsWith('v2.externalcontacts.externalsources.');

  // Of the page: it goes on by pass() alone, however slow the machine is.
  const stopClock = () =>
    page.addInitScript(() => {
      let now = 0;
      performance.now = () => now;
      window.pass = (milliseconds) => (now += milliseconds);
    });

  // A page without a stream of its own.
  const onQuietPage = async () => {
    await signIn(page, host, { place: 'directory/contacts' });
    await page.getByRole('heading', { level: 1, name: 'Contacts' }).waitFor();
  };

  it('come while its tab is visible alone, and it learns what it missed', async () => {
    await signIn(page, host, { place });
    await untilStreams(1);
    await hide(true);
    await untilStreams(0);
    await givenSource(host, 'Made while hidden');
    await hide(false);
    await sources.row('Made while hidden').waitFor();
    await untilStreams(1);
    await givenSource(host, 'Made while visible');
    await sources.row('Made while visible').waitFor();
  });

  it('begin when a tab that was opened in the background is shown', async () => {
    await page.addInitScript(() => Object.defineProperty(document, 'hidden', { configurable: true, value: true }));
    await signIn(page, host, { place });
    await sources.row('Made while hidden').waitFor();
    assert.equal(await openStreams(), 0);
    await givenSource(host, 'Made in the foreground');
    await hide(false);
    await sources.row('Made in the foreground').waitFor();
  });

  it('leave no stream behind when the user goes on to another page, visible or hidden', async () => {
    await signIn(page, host, { place });
    await untilStreams(1);
    await goTo(page, 'Contacts');
    await untilStreams(0);
    await goTo(page, 'External Sources');
    await untilStreams(1);
    await hide(true);
    await untilStreams(0);
    await goTo(page, 'Contacts');
    await hide(false);
    await subscribe();
    await untilStreams(1);
    await page.evaluate(() => window.unsubscribe());
    await untilStreams(0);
  });

  it('are said to have been missed when the stream took long to begin', async () => {
    await stopClock();
    let begin;
    const begun = new Promise((resolve) => (begin = resolve));
    await page.route(streams, async (route) => {
      await begun;
      await route.continue();
    });
    await signIn(page, host, { place });
    await sources.rows.first().waitFor();
    await givenSource(host, 'Made before the stream');
    await page.evaluate(() => window.pass(2000));
    begin();
    await sources.row('Made before the stream').waitFor();
  });

  it('are not said to have been missed when the stream begins at once', async () => {
    await stopClock();
    await onQuietPage();
    await subscribe();
    await untilStreams(1);
    await givenSource(host, 'First event');
    await untilHeard(1);
    assert.ok((await heard()).every(isSource));
  });

  it('go on when a listener fails', async () => {
    await onQuietPage();
    await subscribe({ failing: true });
    await untilStreams(1);
    for (const count of [1, 2, 3]) {
      await givenSource(host, `Failed event ${count}`);
      await untilHeard(count);
    }
    assert.ok((await heard()).every(isSource));
    assert.equal(await openStreams(), 1);
  });

  it('are asked for again after what may pass, and not after what will not', async () => {
    await page.addInitScript(() => {
      const { setTimeout: original } = window;
      window.setTimeout = (what, wait, ...rest) => original(what, Math.min(wait, 10), ...rest);
    });
    await onQuietPage();
    const answers = { [topics]: [404, 408, 429, 503], 'v2.bad': [400], 'v2.forbidden': [403] };
    const asked = {};
    await page.route(streams, (route) => {
      const topic = new URL(route.request().url()).searchParams.get('topics');
      asked[topic] = (asked[topic] ?? 0) + 1;
      const status = answers[topic][asked[topic] - 1];
      return status ? route.fulfill({ status, body: '{}' }) : route.continue();
    });
    for (const topic of ['v2.bad', 'v2.forbidden', topics]) await subscribe({ topic });
    await untilHeard(1);
    assert.deepEqual(await heard(), ['reconnected']);
    assert.deepEqual(asked, { 'v2.bad': 1, 'v2.forbidden': 1, [topics]: 5 });
    await hide(true);
    await hide(false);
    await untilHeard(2);
    assert.deepEqual(asked, { 'v2.bad': 1, 'v2.forbidden': 1, [topics]: 6 });
  });

  it('are read from a stream that is closed when nobody reads on, or when it holds something else', async () => {
    await onQuietPage();
    assert.deepEqual(await readOnce(': open\n\nid: 1\ndata: {"n":1}\n\n'), { read: { n: 1 }, closed: true });
    assert.deepEqual(await readOnce('data: {"n":\n\n'), { read: undefined, closed: true });
  });

  it('wait for the plugin while it is away', async () => {
    await signIn(page, host, { place });
    await untilStreams(1);
    await hide(true);
    await untilStreams(0);
    const refused = page.waitForResponse((answer) => answer.url().includes('/notifications/stream') && answer.status() === 404);
    await host.withoutPlugin(async () => {
      await hide(false);
      await refused;
    });
    await givenSource(host, 'Made after the plugin came back');
    await sources.row('Made after the plugin came back').waitFor();
  });

  it('that a restarted host had meanwhile are learnt once one signed in again', async () => {
    await signIn(page, host, { place });
    await untilStreams(1);
    page.expectFailures();
    await host.restart();
    await givenSource(host, 'Made after the restart');
    await page.getByRole('heading', { name: 'Sign in again' }).waitFor();
    await fillSignIn(page, clientOf(host, 'admin'));
    await sources.row('Made after the restart').waitFor();
  });

  it('are not asked for again, when one did not sign in, because the tab was hidden', async () => {
    await signIn(page, host, { place });
    await untilStreams(1);
    await page.context().clearCookies();
    await hide(true);
    await untilStreams(0);
    await hide(false);
    const again = page.getByRole('dialog', { name: 'Sign in again' });
    await again.getByRole('button', { name: 'Cancel' }).click();
    await again.waitFor({ state: 'detached' });
    let asked = 0;
    await page.route(streams, (route) => {
      asked += 1;
      return route.continue();
    });
    await hide(true);
    await hide(false);
    await goTo(page, 'Contacts');
    assert.equal(asked, 0);
    assert.equal(await again.count(), 0);
  });
});

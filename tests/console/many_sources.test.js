// SPDX-License-Identifier: BSL-1.0
// An organization with thousands of disabled sources: the page stays quick, and every one of them is reached.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';

import { eventually, launch, openPage } from './support/browser.js';
import { startConsoleHost } from './support/console_host.js';
import { givenManySources, givenSource } from './support/given.js';
import { signIn } from './support/session.js';
import { SourcesPage } from './support/sources_page.js';

const count = 5000;
const reasonable = 2000; // ms, on a slow machine that does other things too
const nameOf = (i) => `Source ${String(i).padStart(4, '0')}`;

describe(`a page of ${count} disabled sources`, () => {
  let browser;
  let host;
  let page;
  let sources;
  before(async () => {
    browser = await launch();
    host = await startConsoleHost();
    await givenManySources(host, count, false, nameOf);
    await givenSource(host, 'Zendesk');
    page = await openPage(browser);
    sources = new SourcesPage(page);
    await signIn(page, host, { place: 'directory/contacts' });
  });
  after(async () => {
    await page.finish();
    await browser.close();
    await host.stop();
  });

  it('shows its first page quickly', async () => {
    const begin = performance.now();
    await page.goto(`${host.url}/admin/directory/external-sources`);
    await sources.row(nameOf(0)).waitFor();
    const took = performance.now() - begin;
    assert.ok(took < reasonable, `took ${took} ms`);
    assert.equal((await sources.names()).length, 25);
    await page.getByText('1 of 10 active').waitFor();
  });

  it('is walked through forwards and backwards', async () => {
    await page.getByRole('combobox', { name: 'Rows per page' }).selectOption('100');
    await eventually(async () => assert.equal((await sources.names()).length, 100));
    for (const [button, first] of [['Next', 100], ['Next', 200], ['Previous', 100], ['Previous', 0]]) {
      await page.getByRole('button', { name: `${button} page` }).click();
      await eventually(async () => assert.equal((await sources.names())[0], nameOf(first)));
    }
    assert.equal(await page.getByRole('button', { name: 'Previous page' }).getAttribute('aria-disabled'), 'true');
  });

  it('finds one by the beginning of its name, and the active one by its status', async () => {
    await sources.search.fill('source 49');
    await eventually(async () => assert.equal((await sources.names())[0], nameOf(4900)));
    await sources.search.fill('source 4999');
    await eventually(async () => assert.deepEqual(await sources.names(), [nameOf(4999)]));
    await sources.search.fill('');
    await sources.status.selectOption('Active');
    await eventually(async () => assert.deepEqual(await sources.names(), ['Zendesk']));
  });

  it('leads to one that was added out of sight', async () => {
    await page.getByRole('combobox', { name: 'Status' }).selectOption('All');
    await sources.row(nameOf(0)).waitFor();
    await sources.create({ name: 'Zoho' });
    await page.getByRole('button', { name: 'Show it' }).click();
    await eventually(async () => assert.deepEqual(await sources.names(), ['Zoho']));
  });
});

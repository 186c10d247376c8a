// SPDX-License-Identifier: BSL-1.0
// An organization with thousands of disabled sources: the page asks for one page of them at a time, and every one of them is reached.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';

import { eventually } from './support/browser.js';
import { givenManySources, givenSource } from './support/given.js';
import { signIn } from './support/session.js';
import { SourcesPage } from './support/sources_page.js';
import { host, page, setStage } from './support/stage.js';

const count = 5000;
const nameOf = (i) => `Source ${String(i).padStart(4, '0')}`;

describe(`a page of ${count} disabled sources`, () => {
  let sources;
  setStage({ pages: 'shared' });
  before(async () => {
    await givenManySources(host, count, false, nameOf);
    await givenSource(host, 'Zendesk');
    sources = new SourcesPage(page);
    await signIn(page, host, { place: 'directory/contacts' });
  });

  it('shows its first page with as little as of few sources', async () => {
    const answers = [];
    page.on('response', (response) => {
      if (response.url().includes('/externalsources')) answers.push(response);
    });
    const counted = page.waitForResponse('**/externalsources/contactcounts?**');
    await page.goto(`${host.url}/admin/directory/external-sources`);
    await sources.row(nameOf(0)).waitFor();
    await page.getByText('1 of 10 active').waitFor();
    await counted;
    assert.equal((await sources.names()).length, 25);
    const sizes = await Promise.all(answers.map(async (answer) => (await answer.json()).entities.length));
    assert.deepEqual(sizes.sort(), [1, 25, 25]); // the active ones, a page, and its numbers
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

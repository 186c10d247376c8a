// SPDX-License-Identifier: BSL-1.0
// The page External Sources beyond the guide's steps: faults beside their fields, links of every form, deleting, finding.
import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';

import { arrive, interaction, presented } from '../api/support/interactions.js';
import { eventually, hasFocus } from './support/browser.js';
import { givenContact, givenSource, sourceNamed, sourcesOf } from './support/given.js';
import { holdRequests } from './support/held.js';
import { goTo, signIn } from './support/session.js';
import { SourcesPage } from './support/sources_page.js';
import { host, page, setStage } from './support/stage.js';

describe('the page External Sources', () => {
  let sources;
  setStage({ hostForEach: true, expected: [400, 409] });
  beforeEach(() => (sources = new SourcesPage(page)));

  const open = () => signIn(page, host, { place: 'directory/external-sources' });

  it('says what an external source is while there is none', async () => {
    await open();
    await page.getByRole('heading', { name: 'No external sources yet' }).waitFor();
    await page.getByText('0 of 10 active').waitFor();
  });

  it('leaves the status to whoever changed it while one edits something else', async () => {
    const { id } = await givenSource(host, 'CRM');
    await open();
    await sources.icon('Edit', 'CRM').click();
    assert.equal((await host.call('PUT', `/externalsources/${id}`, { name: 'CRM', active: false })).status, 200);
    await sources.fill({ start: 'https://example.com/user/' });
    await sources.save.click();
    await sources.dialog.waitFor({ state: 'detached' });
    const { active, linkConfiguration } = await sourceNamed(host, 'CRM');
    assert.deepEqual([active, linkConfiguration.uriTemplate], [false, 'https://example.com/user/{{externalId.value}}']);
  });

  it('shows the status it filters by, also after one that was chosen before', async () => {
    await givenSource(host, 'CRM');
    await open();
    for (const status of ['disabled', 'all', 'disabled']) await sources.status.selectOption(status);
    await page.getByRole('button', { name: 'Clear filters' }).click();
    await sources.row('CRM').waitFor();
    assert.equal(await sources.status.inputValue(), 'all');
  });

  it('goes back a page when the last one empties', async () => {
    for (let i = 10; i < 36; ++i) await givenSource(host, `Source ${i}`, { active: false });
    await open();
    await page.getByRole('button', { name: 'Next' }).click();
    await sources.confirm('Delete', 'Source 35');
    await sources.row('Source 10').waitFor();
  });

  it('stays on the page that it shows when another one cannot be read', async () => {
    for (let i = 10; i < 36; ++i) await givenSource(host, `Source ${i}`, { active: false });
    await open();
    await page.getByRole('button', { name: 'Next' }).click();
    await sources.row('Source 35').waitFor();
    page.expectFailures();
    const listing = '**/externalsources?**';
    await page.route(listing, (route) => route.abort());
    await page.getByRole('button', { name: 'Previous' }).click();
    await page.getByRole('alert').filter({ hasText: 'The server cannot be reached' }).waitFor();
    await page.getByText('Page 2', { exact: true }).waitFor();
    await page.unroute(listing);
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByText('Page 1', { exact: true }).waitFor();
    assert.equal(await page.getByRole('alert').count(), 0);
    assert.equal((await sources.names()).at(0), 'Source 10');
  });

  it('does not say that there are none while others cannot be read', async () => {
    await givenSource(host, 'CRM');
    await open();
    await sources.search.fill('nobody has such a name');
    await page.getByRole('heading', { name: 'Nothing matches' }).waitFor();
    page.expectFailures();
    await page.route('**/externalsources?*', (route) => route.abort());
    await page.getByRole('button', { name: 'Clear filters' }).click();
    await page.getByRole('main').getByText('The server cannot be reached').waitFor();
    assert.equal(await page.getByRole('heading', { name: 'No external sources yet' }).count(), 0);
    await page.unroute('**/externalsources?*');
    await page.getByRole('button', { name: 'Try again' }).click();
    await sources.row('CRM').waitFor();
    await hasFocus(page.getByRole('heading', { level: 1 }));
  });

  it('follows what others change while a name is typed, with the filters that its page was asked for', async () => {
    for (let i = 10; i < 36; ++i) await givenSource(host, `Source ${i}`, { active: false });
    const listening = page.waitForResponse(/\/notifications\/stream/);
    await open();
    await page.getByRole('button', { name: 'Next' }).click();
    await sources.row('Source 35').waitFor();
    await listening;
    const statuses = [];
    page.on('response', (response) => {
      const asked = new URL(response.url()).searchParams;
      if (response.url().includes('/externalsources?') && !asked.has('active')) statuses.push(response.status());
    });
    // In time that stands still but for these steps the typing never pauses for long enough to be searched for.
    await page.clock.install();
    await page.clock.pauseAt(Date.now() + 60_000);
    await givenSource(host, 'Source 36', { active: false });
    await eventually(async () => {
      await sources.search.fill('Source 1');
      await sources.search.fill('Source 12');
      await page.clock.runFor(100);
      assert.ok(statuses.length > 0);
    });
    await eventually(async () => assert.deepEqual(await sources.names(), ['Source 35', 'Source 36']));
    await page.clock.runFor(1000);
    await eventually(async () => assert.deepEqual(await sources.names(), ['Source 12']));
    assert.deepEqual([...new Set(statuses)], [200]);
  });

  it('shows a name that is taken beside the name', async () => {
    await givenSource(host, 'CRM');
    await open();
    await sources.add.click();
    await sources.fill({ name: ' crm ' });
    await sources.save.click();
    await eventually(async () => assert.match(await sources.errorOf(sources.name), /already exists/));
    assert.equal(await sources.name.inputValue(), ' crm ');
  });

  const faultyLinks = [
    ['start', { start: 'example.com/user/' }, /complete web address/],
    ['start', { start: 'ftp://example.com/user/' }, /http:\/\/ or https:\/\//],
    ['start', { start: 'https://example.com' }, /beyond the host/],
    ['start', { end: '/profile' }, /before the ID/],
    ['end', { start: 'https://example.com/', end: '/{{externalId.value}}' }, /Leave the ID out/],
    ['end', { start: 'https://example.com/', end: '/{{name}}' }, /cannot contain/],
  ];
  for (const [field, link, message] of faultyLinks) {
    it(`shows what is wrong with ${JSON.stringify(link)} beside the ${field} and keeps it`, async () => {
      await open();
      await sources.add.click();
      await sources.fill({ name: 'CRM', ...link });
      await sources.save.click();
      await eventually(async () => assert.match(await sources.errorOf(sources[field]), message));
      for (const [part, text] of Object.entries(link)) assert.equal(await sources[part].inputValue(), text);
      assert.deepEqual(await sourcesOf(host), []);
    });
  }

  it('encodes the sample ID in the preview as the server does', async () => {
    const source = await givenSource(host, 'CRM', { uriTemplate: 'https://example.com/u/{{externalId.value}}/p' });
    const [{ profileUrl }] = await arrive(host, interaction('openmessaging', [presented(source, "a/b c'é!")]));
    await open();
    await sources.icon('Edit', 'CRM').click();
    await sources.dialog.getByLabel('Sample ID').fill("a/b c'é!");
    assert.equal(await sources.preview.getByRole('link').getAttribute('href'), 'https://example.com/u/a%2Fb%20c%27%C3%A9%21/p');
    assert.equal(await sources.preview.getByRole('link').getAttribute('href'), profileUrl);
  });

  it('never makes a link of what is not http or https', async () => {
    await open();
    await sources.add.click();
    await sources.fill({ start: 'javascript:alert(1)//' });
    await sources.preview.getByText('javascript:alert(1)//johndoe').waitFor();
    assert.equal(await sources.preview.getByRole('link').count(), 0);
  });

  it('shows a link without a place for the ID as its start alone, and lets one put the ID into it', async () => {
    await givenSource(host, 'Portal', { uriTemplate: 'https://portal.example/' });
    await open();
    await sources.icon('Edit', 'Portal').click();
    assert.equal(await sources.start.inputValue(), 'https://portal.example/');
    await sources.dialog.getByText('leads to the same page for everybody').waitFor();
    assert.equal(await sources.end.count(), 0);
    await sources.save.click();
    await sources.dialog.waitFor({ state: 'detached' });
    assert.equal((await sourceNamed(host, 'Portal')).linkConfiguration.uriTemplate, 'https://portal.example/');

    await sources.icon('Edit', 'Portal').click();
    await sources.dialog.getByRole('button', { name: 'Put the ID into the link' }).click();
    await hasFocus(sources.end);
    await sources.end.fill('/me');
    await sources.save.click();
    await sources.dialog.waitFor({ state: 'detached' });
    assert.equal((await sourceNamed(host, 'Portal')).linkConfiguration.uriTemplate, 'https://portal.example/{{externalId.value}}/me');
  });

  it('deletes after it has said what that means, and gives the name free', async () => {
    const source = await givenSource(host, 'CRM');
    await givenContact(host, { firstName: 'Ada', externalIds: [{ externalSource: { id: source.id }, value: 'C-1' }] });
    await open();
    await sources.icon('Delete', 'CRM').click();
    for (const consequence of [/stay on their contacts and still resolve/, /name becomes free/, /cannot be undone/])
      await sources.dialog.getByText(consequence).waitFor();
    await sources.dialog.getByRole('button', { name: 'Cancel' }).click();
    assert.ok(await sourceNamed(host, 'CRM'));

    await sources.confirm('Delete', 'CRM');
    await page.getByRole('heading', { name: 'No external sources yet' }).waitFor();
    const found = await host.call('POST', '/identifierlookup/contacts', { type: 'ExternalId', value: 'C-1', externalSource: { id: source.id } });
    assert.equal(found.body.firstName, 'Ada');
    await sources.create({ name: 'CRM' });
    await sources.row('CRM').waitFor();
  });

  it('disables what is there now, not what was listed', async () => {
    const { id } = await givenSource(host, 'CRM');
    await open();
    await sources.icon('Disable', 'CRM').click();
    assert.equal((await host.call('PUT', `/externalsources/${id}`, { name: 'Renamed meanwhile' })).status, 200);
    await sources.dialog.getByRole('button', { name: 'Disable' }).click();
    await sources.row('Renamed meanwhile').getByText('Disabled').waitFor();
    assert.equal((await sourceNamed(host, 'Renamed meanwhile')).active, false);
  });

  it('counts the contacts that are linked', async () => {
    const source = await givenSource(host, 'CRM');
    await givenSource(host, 'Directory');
    for (const value of ['C-1', 'C-2']) await givenContact(host, { externalIds: [{ externalSource: { id: source.id }, value }] });
    await open();
    const cell = (name) => sources.row(name).getByRole('cell').nth(2);
    await eventually(async () => {
      assert.equal((await cell('CRM').textContent()).trim(), '2');
      assert.equal((await cell('Directory').textContent()).trim(), '0');
    });
  });

  it('finds by the beginning of a name and by status', async () => {
    for (const [name, active] of [['Salesforce', true], ['sales archive', false], ['HubSpot', true]]) await givenSource(host, name, { active });
    await open();
    await sources.row('HubSpot').waitFor();
    await sources.search.fill('SALES');
    await eventually(async () => assert.deepEqual(await sources.names(), ['sales archive', 'Salesforce']));
    await sources.status.selectOption('Disabled');
    await eventually(async () => assert.deepEqual(await sources.names(), ['sales archive']));
    await sources.search.fill('x');
    await page.getByRole('heading', { name: 'Nothing matches' }).waitFor();
    await page.getByRole('button', { name: 'Clear filters' }).click();
    await eventually(async () => assert.equal((await sources.names()).length, 3));
    assert.equal(await sources.status.inputValue(), 'all');
  });

  it('follows what others change', async () => {
    const listening = page.waitForResponse(/\/notifications\/stream/);
    await open();
    await page.getByRole('heading', { name: 'No external sources yet' }).waitFor();
    await listening;
    await givenSource(host, 'From elsewhere');
    await sources.row('From elsewhere').waitFor();
  });

  it('keeps what was typed when the server cannot be reached, and says so', async () => {
    await open();
    await sources.add.click();
    await sources.fill({ name: 'CRM', start: 'https://example.com/' });
    await page.route('**/externalsources', (route) => (route.request().method() === 'POST' ? route.abort() : route.continue()));
    page.expectFailures();
    await sources.save.click();
    await sources.dialog.getByText('The server cannot be reached').waitFor();
    assert.equal(await sources.name.inputValue(), 'CRM');
    await page.unroute('**/externalsources');
    await sources.save.click();
    await sources.row('CRM').waitFor();
  });

  it('asks before one leaves it while something typed is not saved', async () => {
    await signIn(page, host, { place: 'directory/contacts' });
    await goTo(page, 'External Sources');
    await sources.add.click();
    await sources.fill({ name: 'Half' });
    const asked = [];
    page.on('dialog', (dialog) => {
      asked.push(dialog.type());
      return dialog.dismiss();
    });
    await page.goBack();
    await eventually(async () => assert.match(page.url(), /external-sources$/));
    assert.equal(await sources.name.inputValue(), 'Half');
    assert.deepEqual(asked, ['confirm']);
  });

  it('tells screen readers how many a search shows', async () => {
    for (const name of ['Salesforce', 'Sales archive']) await givenSource(host, name);
    await open();
    await sources.search.fill('sales');
    await page.getByText('2 external sources are shown').waitFor();
  });

  it('shows that it waits, and saves once however often the button is pressed', async () => {
    await open();
    const saving = await holdRequests(page, 'POST', '**/externalsources');
    await sources.add.click();
    await sources.fill({ name: 'CRM' });
    await sources.save.click();
    const waiting = sources.dialog.getByRole('button', { name: 'Saving…' });
    await waiting.waitFor();
    assert.deepEqual([await waiting.getAttribute('aria-busy'), await waiting.getAttribute('aria-disabled')], ['true', 'true']);
    await sources.dialog.getByRole('status').filter({ hasText: 'Saving…' }).waitFor();
    for (const field of [sources.name, sources.start, sources.end]) assert.equal(await field.isEditable(), false);
    await sources.active.click();
    assert.ok(await sources.active.isChecked());
    await waiting.click({ force: true });
    for (let i = 0; i < 3; ++i) await page.keyboard.press('Escape');
    await waiting.waitFor();
    saving.letGo();
    await sources.row('CRM').waitFor();
    assert.equal(saving.count, 1);
  });
});

// SPDX-License-Identifier: BSL-1.0
// Buttons that a client's permissions do not allow are not there, and the server refuses all the same; organizations never meet.
import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';

import { launch, openPage } from './support/browser.js';
import { everything, organization, otherOrganization, startConsoleHost } from './support/console_host.js';
import { givenContact, givenSource, sourceNamed } from './support/given.js';
import { menu, signIn } from './support/session.js';
import { SourcesPage } from './support/sources_page.js';

const client = (id, permissions, of = organization) => ({ id, secret: `${id}-secret`, organization: of, permissions });
const clients = [
  client('admin', everything),
  client('viewer', ['externalContacts:externalSource:view', 'externalContacts:contact:view']),
  client('editor', ['externalContacts:externalSource:view', 'externalContacts:externalSource:edit']),
  client('nobody', ['analytics:report:view']),
  client('webmaster', ['webDeployments:deployment:view', 'webDeployments:identityResolution:view']),
  client('other', everything, otherOrganization),
];

describe('permissions', () => {
  let browser;
  let host;
  let page;
  let source;
  let contact;
  before(async () => {
    browser = await launch();
    host = await startConsoleHost({ clients });
    source = await givenSource(host, 'CRM');
    contact = await givenContact(host, { firstName: 'Ada', externalIds: [{ externalSource: { id: source.id }, value: 'C-1' }] });
  });
  after(async () => {
    await browser.close();
    await host.stop();
  });
  beforeEach(async () => (page = await openPage(browser, { expected: [403, 404] })));
  afterEach(() => page.finish());

  const buttonCount = () => page.getByRole('main').getByRole('button').count();

  // A request as the page would send it, with the session's token.
  const ask = (method, path, body) =>
    page.evaluate(
      async ([how, where, what]) => {
        const { csrfToken } = await (await fetch('/admin-session')).json();
        const headers = { 'Content-Type': 'application/json', 'X-CCP-CSRF': csrfToken };
        return (await fetch(where, { method: how, headers, body: what })).status;
      },
      [method, path, body && JSON.stringify(body)],
    );

  it('of viewing show the sources and no button to change them, and the server refuses too', async () => {
    await signIn(page, host, { client: 'viewer', place: 'directory/external-sources' });
    const sources = new SourcesPage(page);
    await sources.row('CRM').waitFor();
    assert.equal(await sources.add.count(), 0);
    assert.equal(await sources.row('CRM').getByRole('button').count(), 0);
    assert.deepEqual(await page.getByRole('columnheader').allTextContents(), ['Name', 'Profile URL', 'Status', 'Contacts linked']);
    const path = '/api/v2/externalcontacts/externalsources';
    assert.equal(await ask('POST', path, { name: 'X' }), 403);
    assert.equal(await ask('PUT', `${path}/${source.id}`, { name: 'X' }), 403);
    assert.equal(await ask('DELETE', `${path}/${source.id}`), 403);
    assert.ok(await sourceNamed(host, 'CRM'));
  });

  it('of editing show the icons to edit and disable alone', async () => {
    await signIn(page, host, { client: 'editor', place: 'directory/external-sources' });
    const sources = new SourcesPage(page);
    await sources.row('CRM').waitFor();
    const icons = await sources.row('CRM').getByRole('button').all();
    assert.deepEqual(await Promise.all(icons.map((icon) => icon.getAttribute('aria-label'))), ['Edit CRM', 'Disable CRM']);
    assert.equal(await sources.add.count(), 0);
  });

  it('of viewing a contact show neither Promote nor Merge nor interactions', async () => {
    await signIn(page, host, { client: 'viewer', place: `directory/contacts/${contact.id}` });
    await page.getByRole('heading', { level: 1, name: 'Ada' }).waitFor();
    assert.equal(await buttonCount(), 0);
    assert.equal(await page.getByRole('heading', { name: 'Interactions' }).count(), 0);
  });

  it('of viewing one channel show its tab alone, and nothing to change', async () => {
    await signIn(page, host, { client: 'webmaster', place: 'directory/identity-resolution' });
    await page.getByRole('tab').waitFor();
    assert.equal(await page.getByRole('tab').count(), 1);
    await page.getByRole('tab', { name: 'Web messaging' }).waitFor();
    await page.getByLabel('Deployment ID').fill('web-1');
    await page.keyboard.press('Enter');
    await page.getByRole('switch', { name: 'Resolve identities' }).waitFor();
    assert.ok(await page.getByRole('switch', { name: 'Resolve identities' }).isDisabled());
    assert.equal(await page.getByRole('button', { name: 'Save' }).count(), 0);
  });

  it('of nothing here show an empty menu', async () => {
    await signIn(page, host, { client: 'nobody' });
    await page.getByRole('heading', { level: 1 }).waitFor();
    assert.equal(await menu(page).getByRole('link').count(), 0);
  });

  it('of another organization show nothing of this one', async () => {
    await signIn(page, host, { client: 'other', place: 'directory/external-sources' });
    await page.getByRole('heading', { name: 'No external sources yet' }).waitFor();
    await page.goto(`${host.url}/admin/directory/contacts/${contact.id}`);
    await page.getByText('There is no such contact').waitFor();
    await page.goto(`${host.url}/admin/directory/contacts`);
    await page.getByRole('searchbox', { name: 'Search contacts' }).fill('C-1');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: /No contact found/ }).waitFor();
  });
});

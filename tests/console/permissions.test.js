// SPDX-License-Identifier: BSL-1.0
// Buttons that a client's permissions do not allow are not there, and the server refuses all the same; organizations never meet.
import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';

import { arrive, interaction } from '../api/support/interactions.js';
import { everything, organization, otherOrganization } from './support/console_host.js';
import { givenContact, givenSource, sourceNamed } from './support/given.js';
import { menu, signIn } from './support/session.js';
import { SourcesPage } from './support/sources_page.js';
import { host, page, setStage } from './support/stage.js';

const client = (id, permissions, of = organization) => ({ id, secret: `${id}-secret`, organization: of, permissions });
const clients = [
  client('admin', everything),
  client('viewer', ['externalContacts:externalSource:view', 'externalContacts:contact:view']),
  client('editor', ['externalContacts:externalSource:view', 'externalContacts:externalSource:edit']),
  client('nobody', ['analytics:report:view']),
  client('webmaster', ['webDeployments:deployment:view', 'webDeployments:identityResolution:view']),
  client('other', everything, otherOrganization),
];

const externalContacts = '/api/v2/externalcontacts';

describe('permissions', () => {
  let source;
  let contact;
  setStage({ clients, expected: [403, 404] });
  before(async () => {
    source = await givenSource(host, 'CRM');
    contact = await givenContact(host, { firstName: 'Ada', externalIds: [{ externalSource: { id: source.id }, value: 'C-1' }] });
  });

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
    const path = `${externalContacts}/externalsources`;
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

  it('of viewing contacts neither promote nor merge them by the session that shows them', async () => {
    const [{ contactId }] = await arrive(host, interaction('voice', [{ type: 'Phone', value: '+13175550142' }]));
    await signIn(page, host, { client: 'viewer', place: `directory/contacts/${contactId}` });
    await page.getByRole('heading', { name: 'Identifiers' }).waitFor();
    const promotion = ['POST', `/contacts/${contactId}/promotion`];
    const merge = ['POST', '/contacts/merge', { contactIds: [contact.id, contactId] }];
    const before = (await host.call('GET', `/contacts/${contactId}`)).body;
    for (const [method, path, body] of [promotion, merge]) assert.equal(await ask(method, externalContacts + path, body), 403);
    assert.deepEqual((await host.call('GET', `/contacts/${contactId}`)).body, before);
    for (const allowed of [promotion, merge]) assert.equal((await host.call(...allowed)).status, 200);
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

    const change = ['PUT', '/api/v2/webdeployments/deployments/web-1/identityresolution', { resolveIdentities: false }];
    assert.equal(await ask(...change), 403);
    assert.equal((await host.call('GET', change[1])).body.resolveIdentities, true);
    assert.equal((await host.call(...change)).status, 200);
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

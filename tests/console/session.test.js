// SPDX-License-Identifier: BSL-1.0
// Signing in and out, what happens when a session ends, and that a session's cookie alone changes nothing.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { assertFailure, send } from '../api/support/http.js';
import { organization, standardClients } from './support/console_host.js';
import { sourceNamed, sourcesOf } from './support/given.js';
import { clientOf, fillSignIn, menu, signIn } from './support/session.js';
import { SourcesPage } from './support/sources_page.js';
import { host, page, setStage } from './support/stage.js';

const path = '/api/v2/externalcontacts/externalsources';

const viewer = { id: 'viewer', secret: 'viewer-secret', organization, permissions: ['externalContacts:contact:view'] };

describe('a session of the admin console', () => {
  setStage({ clients: [...standardClients, viewer], expected: [401, 403, 503] });

  const place = 'directory/external-sources';
  const cookieHeader = async () => (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');

  const csrfToken = () => page.evaluate(async () => (await (await fetch('/admin-session')).json()).csrfToken);

  // As another tab of the same browser does.
  const signInElsewhere = async (client) => {
    const { id: clientId, secret: clientSecret } = clientOf(host, client);
    const answer = await page.context().request.post(`${host.url}/admin-session`, { data: { clientId, clientSecret } });
    assert.equal(answer.status(), 200);
  };

  const menuShown = async () => [await page.locator('.client').textContent(), await menu(page).getByRole('link').allTextContents()];

  it('begins with the right secret, and leads to where one wanted to go', async () => {
    await page.goto(`${host.url}/admin/${place}`);
    await fillSignIn(page, { id: 'admin', secret: 'wrong' });
    await page.getByRole('alert').filter({ hasText: /\S/ }).waitFor();
    assert.equal(await page.getByLabel('Client secret').inputValue(), '');
    await fillSignIn(page, clientOf(host, 'admin'));
    await page.getByRole('heading', { level: 1, name: 'External Sources' }).waitFor();
    assert.match(page.url(), /external-sources$/);
  });

  it('is in a cookie that no script and no other site can use, and in no storage', async () => {
    await signIn(page, host, { place });
    const [cookie] = await page.context().cookies();
    assert.deepEqual([cookie.name, cookie.httpOnly, cookie.sameSite, cookie.path], ['ccp-session', true, 'Strict', '/']);
    assert.deepEqual(await page.evaluate(() => [localStorage.length, sessionStorage.length, document.cookie]), [0, 0, '']);
  });

  it('survives a reload of the window', async () => {
    await signIn(page, host, { place });
    await page.reload();
    await page.getByRole('heading', { level: 1, name: 'External Sources' }).waitFor();
  });

  it('ends with Sign out, on the server too', async () => {
    await signIn(page, host, { place });
    const headers = { Cookie: await cookieHeader(), 'X-CCP-CSRF': await csrfToken() };
    assert.equal((await send(host.port, { path, headers })).status, 200);
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByLabel('Client ID').waitFor();
    assert.equal(await page.getByRole('button', { name: 'Add External Source' }).count(), 0);
    assertFailure(await send(host.port, { path, headers }), 401);
  });

  it('that has ended keeps what was typed, and the save goes on after signing in', async () => {
    await signIn(page, host, { place });
    const sources = new SourcesPage(page);
    await page.getByRole('heading', { name: 'No external sources yet' }).waitFor();
    await sources.add.click();
    await sources.fill({ name: 'Kept', start: 'https://example.com/user/', end: '/profile' });
    await page.context().clearCookies();
    await sources.save.click();
    await page.getByRole('heading', { name: 'Sign in again' }).waitFor();
    await fillSignIn(page, clientOf(host, 'admin'));
    await sources.row('Kept').waitFor();
    assert.equal((await sourceNamed(host, 'Kept')).linkConfiguration.uriTemplate, 'https://example.com/user/{{externalId.value}}/profile');
  });

  it('that has ended gives the typed text back when one does not sign in', async () => {
    await signIn(page, host, { place });
    const sources = new SourcesPage(page);
    await sources.row('Kept').waitFor();
    await sources.add.click();
    await sources.fill({ name: 'Not saved' });
    await page.context().clearCookies();
    await sources.save.click();
    const again = page.getByRole('dialog', { name: 'Sign in again' });
    await again.getByRole('button', { name: 'Cancel' }).click();
    await again.waitFor({ state: 'detached' });
    await sources.dialog.getByRole('alert').filter({ hasText: /\S/ }).waitFor();
    assert.equal(await sources.name.inputValue(), 'Not saved');
    assert.equal(await sourceNamed(host, 'Not saved'), undefined);
  });

  it('that another client took over changes nothing for that client, and the page begins anew', async () => {
    await signIn(page, host, { place });
    const sources = new SourcesPage(page);
    await sources.row('Kept').waitFor();
    await sources.add.click();
    await sources.fill({ name: 'For one organization' });
    await signInElsewhere('other');
    await sources.save.click();
    await page.getByText('Signed in as other').waitFor();
    await page.getByRole('heading', { name: 'No external sources yet' }).waitFor();
    assert.equal(await sourceNamed(host, 'For one organization'), undefined);
  });

  it('that another client took over has the window begin anew with that client\'s menu', async () => {
    await signIn(page, host, { place: 'directory/contacts' });
    await page.getByRole('heading', { level: 1, name: 'Contacts' }).waitFor();
    await signInElsewhere('viewer');
    await menu(page).getByRole('link', { name: 'Contacts' }).click();
    await page.getByText('Signed in as viewer').waitFor();
    assert.deepEqual(await menuShown(), ['Signed in as viewer', ['Contacts']]);
  });

  it('that another client took over while the menu was asked for shows that menu to nobody else', async () => {
    await signIn(page, host, { place: 'directory/contacts' });
    let asked = 0;
    await page.route('**/admin-menu', async (route) => {
      asked += 1;
      if (asked === 1) await signInElsewhere('viewer');
      await route.continue();
    });
    await page.reload();
    await menu(page).getByRole('link', { name: 'Contacts' }).waitFor();
    assert.deepEqual(await menuShown(), ['Signed in as viewer', ['Contacts']]);
  });

  it('that the server did not end is not said to have ended', async () => {
    await signIn(page, host, { place });
    await page.route('**/admin-session', (route) => route.fulfill({ status: 503, body: '{}' }));
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByRole('alert').filter({ hasText: 'You are still signed in' }).waitFor();
    await page.getByRole('heading', { level: 1, name: 'External Sources' }).waitFor();
    await page.unroute('**/admin-session');
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByLabel('Client ID').waitFor();
  });

  it('changes nothing without its token', async () => {
    await signIn(page, host, { place });
    const refused = await page.evaluate(async (where) => {
      const answer = await fetch(where, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: '{"name":"Forged"}' });
      return [answer.status, (await answer.json()).code];
    }, path);
    assert.deepEqual(refused, [403, 'csrf.token.missing']);
    const before = await sourcesOf(host);
    const Cookie = await cookieHeader();
    const headers = { Cookie, 'Content-Type': 'application/json', 'X-CCP-CSRF': await csrfToken(), Origin: 'https://evil.example' };
    assertFailure(await send(host.port, { method: 'POST', path, headers, body: '{"name":"Forged"}' }), 403);
    assert.deepEqual(await sourcesOf(host), before);
  });
});

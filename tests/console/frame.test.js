// SPDX-License-Identifier: BSL-1.0
// What the shell says beside the pages: that the server did not answer, and its notices.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { clientOf, fillSignIn, goTo, signIn } from './support/session.js';
import { host, page, setStage } from './support/stage.js';

describe('the frame of the admin console', () => {
  setStage({ expected: [503], reported: /the server answered 503|could not be read: 503/ });

  const place = 'directory/external-sources';
  const failing = (route) => route.fulfill({ status: 503, body: '{}' });
  const heading = (name) => page.getByRole('heading', { level: 1, name }).waitFor();
  const pressTryAgain = () => page.getByRole('button', { name: 'Try again' }).click();
  const pressSignOut = () => page.getByRole('button', { name: 'Sign out' }).click();
  const newVersion = () => page.getByRole('status').filter({ hasText: 'A new version is available' });
  const notSignedOut = () => page.getByRole('alert').filter({ hasText: 'You are still signed in' });

  // As a host with another shell answers.
  const offerNewVersion = () =>
    page.route('**/admin-menu', async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, json: { ...(await response.json()), shell: 'another' } });
    });

  it('tries again, in the same window, when the server did not say who is signed in', async () => {
    await page.route('**/admin-session', failing);
    await page.goto(`${host.url}/admin/${place}`);
    await heading('This page could not be loaded');
    assert.deepEqual(await page.getByRole('main').getByRole('button').allTextContents(), ['Try again']);
    await page.evaluate(() => (window.same = true));
    const asked = page.waitForResponse('**/admin-session');
    await pressTryAgain();
    assert.equal((await asked).status(), 503);
    await heading('This page could not be loaded');
    await page.unroute('**/admin-session');
    await pressTryAgain();
    await fillSignIn(page, clientOf(host, 'admin'));
    await heading('External Sources');
    assert.equal(await page.evaluate(() => window.same), true);
  });

  it('tries again when it has no menu, and shows nothing without one', async () => {
    await page.goto(`${host.url}/admin/${place}`);
    await page.route('**/admin-menu', failing);
    await fillSignIn(page, clientOf(host, 'admin'));
    await heading('This page could not be loaded');
    await page.evaluate(() => history.pushState(null, '', '/admin/directory/contacts'));
    await page.goBack();
    await heading('This page could not be loaded');
    await page.unroute('**/admin-menu');
    await pressTryAgain();
    await heading('External Sources');
  });

  it('says that the server did not end the session beside what else there is to say, and once', async () => {
    await signIn(page, host, { place });
    await offerNewVersion();
    await goTo(page, 'Contacts');
    await newVersion().waitFor();
    await page.route('**/admin-session', failing);
    for (let i = 0; i < 3; ++i) {
      const answered = page.waitForResponse('**/admin-session');
      await pressSignOut();
      await answered;
      await notSignedOut().waitFor();
    }
    assert.deepEqual([await notSignedOut().count(), await newVersion().count()], [1, 1]);
  });

  it('offers a new version also when it was not signed out before', async () => {
    await signIn(page, host, { place });
    await page.route('**/admin-session', failing);
    await pressSignOut();
    await notSignedOut().waitFor();
    await offerNewVersion();
    await goTo(page, 'Contacts');
    await newVersion().waitFor();
    await goTo(page, 'External Sources');
    assert.deepEqual([await notSignedOut().count(), await newVersion().count()], [1, 1]);
  });

  it('offers the version that the server had when one signed in, if the window is older', async () => {
    await offerNewVersion();
    await signIn(page, host, { place });
    await newVersion().getByRole('button', { name: 'Reload' }).waitFor();
  });
});

// SPDX-License-Identifier: BSL-1.0
// Signing in, and going to a page by the menu.

export async function fillSignIn(page, { id, secret }) {
  await page.getByLabel('Client ID').fill(id);
  await page.getByLabel('Client secret').fill(secret);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
}

export const clientOf = (host, id) => host.clients.find((client) => client.id === id);

// Opens an address of the console as a client.
export async function signIn(page, host, { place = '', client = 'admin' } = {}) {
  await page.goto(`${host.url}/admin/${place}`);
  await fillSignIn(page, clientOf(host, client));
  await page.getByRole('button', { name: 'Sign out' }).waitFor();
}

export const menu = (page) => page.getByRole('navigation', { name: 'Admin' });

// By the menu, as an administrator goes there.
export async function goTo(page, label) {
  await menu(page).getByRole('link', { name: label, exact: true }).click();
  await page.getByRole('heading', { level: 1, name: label }).waitFor();
}

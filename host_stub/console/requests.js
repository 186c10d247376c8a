// SPDX-License-Identifier: BSL-1.0
import { restore, session } from './session.js';
import { signInAgain } from './sign_in_dialog.js';

const safe = new Set(['GET', 'HEAD', 'OPTIONS']);

function send(url, { method, body, signal }) {
  const headers = new Headers();
  if (!safe.has(method)) headers.set('X-CCP-CSRF', session()?.csrfToken ?? '');
  if (body !== undefined) headers.set('Content-Type', 'application/json');
  return fetch(url, { method, headers, body, signal });
}

async function lacksToken(response) {
  if (response.status !== 403) return false;
  const error = await response.clone().json().catch(() => null);
  return error?.code === 'csrf.token.missing';
}

// In another tab somebody may have signed in meanwhile: with another token, or as another client.
async function adoptSession(before) {
  if (!(await restore())) return false;
  const now = session();
  if (before && (now.clientId !== before.clientId || now.organization !== before.organization)) location.reload();
  return true;
}

/** As ccp/ext/console.h describes `request`. */
export async function request(path, { method = 'GET', body, signal } = {}) {
  const url = new URL(path, location.origin);
  if (url.origin !== location.origin) throw new TypeError('a request to another host');
  const what = { method: method.toUpperCase(), body: body === undefined || typeof body === 'string' ? body : JSON.stringify(body), signal };
  const before = session();
  const response = await send(url, what);
  if (await lacksToken(response)) return (await adoptSession(before)) ? send(url, what) : response;
  if (response.status !== 401) return response;
  const elsewhere = session() !== before && session() !== null; // another request had the user sign in already
  return elsewhere || (await signInAgain()) ? send(url, what) : response;
}

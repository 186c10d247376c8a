// SPDX-License-Identifier: BSL-1.0
import { restore, session } from './session.js';
import { signInAgain } from './sign_in_dialog.js';

// The token also says which session a page means: the server answers it for no other one, reads included.
function send(url, { method, body, signal }) {
  const headers = new Headers({ 'X-CCP-CSRF': session()?.csrfToken ?? '' });
  if (body !== undefined) headers.set('Content-Type', 'application/json');
  return fetch(url, { method, headers, body, signal });
}

async function lacksToken(response) {
  if (response.status !== 403) return false;
  const error = await response.clone().json().catch(() => null);
  return error?.code === 'csrf.token.missing';
}

/** Sends a request in the name of the client whose page the window shows. 401 when nobody is signed in; for another client the
 * window begins anew. */
export async function ask(url, what = {}) {
  const response = await send(url, what);
  if (!(await lacksToken(response))) return response;
  await restore(); // another tab has begun a session
  return send(url, what);
}

/** As ccp/ext/console.h describes `request`. */
export async function request(path, { method = 'GET', body, signal } = {}) {
  const url = new URL(path, location.origin);
  if (url.origin !== location.origin) throw new TypeError('a request to another host');
  const what = { method: method.toUpperCase(), body: body === undefined || typeof body === 'string' ? body : JSON.stringify(body), signal };
  const before = session();
  const response = await ask(url, what);
  if (response.status !== 401) return response;
  const renewed = session() !== before && session() !== null; // by another request
  const again = renewed ? await ask(url, what) : response;
  return again.status === 401 && (await signInAgain()) ? ask(url, what) : again;
}

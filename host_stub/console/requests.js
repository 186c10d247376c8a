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

// In another tab somebody may have signed in meanwhile. For the same client the request goes on with the new session; for
// another one it is never sent, and the page begins anew.
function sendAgain(url, what, before) {
  const now = session();
  if (!before || (now.clientId === before.clientId && now.organization === before.organization)) return send(url, what);
  location.reload();
  return new Promise(() => {});
}

/** As ccp/ext/console.h describes `request`. */
export async function request(path, { method = 'GET', body, signal } = {}) {
  const url = new URL(path, location.origin);
  if (url.origin !== location.origin) throw new TypeError('a request to another host');
  const what = { method: method.toUpperCase(), body: body === undefined || typeof body === 'string' ? body : JSON.stringify(body), signal };
  const before = session();
  const response = await send(url, what);
  const otherSession = await lacksToken(response);
  if (!otherSession && response.status !== 401) return response;
  const renewed = otherSession ? await restore() : session() !== before && session() !== null; // by another request
  return renewed || (await signInAgain()) ? sendAgain(url, what, before) : response;
}

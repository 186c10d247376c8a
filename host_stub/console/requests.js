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

/** As ccp/ext/console.h describes `request`. */
export async function request(path, { method = 'GET', body, signal } = {}) {
  const url = new URL(path, location.origin);
  if (url.origin !== location.origin) throw new TypeError('a request to another host');
  const what = { method: method.toUpperCase(), body: body === undefined || typeof body === 'string' ? body : JSON.stringify(body), signal };
  const before = session();
  const response = await send(url, what);
  const otherSession = await lacksToken(response);
  if (!otherSession && response.status !== 401) return response;
  // By another tab or another request, and for the same client: for another one the window begins anew.
  const renewed = otherSession ? await restore() : session() !== before && session() !== null;
  return renewed || (await signInAgain()) ? send(url, what) : response;
}

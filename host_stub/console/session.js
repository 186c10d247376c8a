// SPDX-License-Identifier: BSL-1.0
// Who is signed in. The session itself is a cookie that no script can read.
import { next } from './waiting.js';

const address = '/admin-session';
let current = null; // {clientId, organization, permissions, csrfToken}, or null
let owner = null; // whose page the window shows; stays when a session ends
const changes = new EventTarget(); // told "renewed" when somebody signed in

export const session = () => current;

const covers = (granted, wanted) => {
  const grant = granted.split(':');
  const want = wanted.split(':');
  return grant.length === want.length && grant.every((part, i) => part === '*' || part === want[i]);
};

/** Whether the signed-in client holds a permission, "domain:entity:action". */
export const can = (permission) => current !== null && current.permissions.some((granted) => covers(granted, permission));

/** Fulfilled when somebody signs in the next time, or the signal aborts. */
export const renewed = (signal) => next(changes, 'renewed', signal);

// What the page shows is its client's: for another one the window begins anew, and until then nothing goes on in that one's name.
async function keep(found) {
  if (owner !== null && (owner.clientId !== found.clientId || owner.organization !== found.organization)) {
    location.reload();
    await new Promise(() => {}); // reload() lets the script go on
  }
  owner = current = found;
  changes.dispatchEvent(new Event('renewed'));
}

/** Asks the server who is signed in. @returns whether somebody is @throws when it does not say */
export async function restore() {
  const response = await fetch(address, { cache: 'no-store' });
  if (!response.ok) throw new TypeError(`the server answered ${response.status}`);
  const found = await response.json();
  if (found === null) current = null;
  else await keep(found);
  return found !== null;
}

/** @returns the server's response; it is `ok` when the client is signed in now */
export async function signIn(clientId, clientSecret) {
  const response = await fetch(address, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ clientId, clientSecret }),
  });
  if (response.ok) await keep(await response.json());
  return response;
}

/** Ends the session, also one that another tab has begun anew. @throws when the server did not end it */
export async function signOut() {
  if (!(await restore())) return;
  const response = await fetch(address, { method: 'DELETE', headers: { 'X-CCP-CSRF': current.csrfToken } });
  if (!response.ok) throw new TypeError(`the server answered ${response.status}`);
  owner = current = null;
}

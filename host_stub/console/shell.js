// SPDX-License-Identifier: BSL-1.0
// The admin console's frame: signing in, the menu, and one page of a plugin's at a time. See ccp/ext/console.h.
import { byId, element } from './dom.js';
import { renderHeader } from './header.js';
import { readMenu, renderMenu } from './menu.js';
import { clearNotices, showNotice, showsNotice } from './notices.js';
import { isOutdated, needsReload, Page, titled } from './page.js';
import { currentPath, match, Router } from './router.js';
import { restore, session, signOut } from './session.js';
import { signInForm } from './sign_in_form.js';
import { texts } from './texts.js';

const main = byId('main');
const nav = byId('menu');
const router = new Router(() => navigated(), () => page.mayLeave());
const page = new Page(main, (path) => router.navigate(path));
const ownVersion = import.meta.url.split('/').at(-2); // of /admin-assets/shell/VERSION/shell.js
let menu = null; // entries of the client who is signed in, once they are known
let turn = 0; // counts navigations, so that what comes late of one is dropped

function frame(visible) {
  for (const each of [byId('header'), nav, byId('skip')]) each.hidden = !visible;
  main.classList.toggle('sign-in-page', !visible);
}

function message(heading, body, ...more) {
  page.clear();
  titled(heading);
  const title = element('h1', { tabIndex: -1 }, heading);
  main.replaceChildren(title, element('p', {}, body), ...more);
  title.focus();
}

const button = (text, onclick) => element('button', { type: 'button', onclick }, text);
const reloadButton = () => button(texts.reload, () => location.reload());

function showSignIn(moveFocus) {
  page.clear();
  frame(false);
  clearNotices();
  menu = null;
  titled(texts.signIn);
  const form = signInForm(() => begin(true));
  main.replaceChildren(element('section', { className: 'sign-in' }, element('h1', {}, texts.signIn), form));
  if (moveFocus) form.querySelector('input').focus();
}

function showFailure(error) {
  console.error(error);
  message(texts.notLoaded, texts.unreachable, button(texts.tryAgain, () => begin(true)));
}

async function leave() {
  if (!page.mayLeave()) return;
  try {
    await signOut();
    showSignIn(true);
  } catch {
    showNotice('not-signed-out', 'alert', texts.notSignedOut);
  }
}

async function enter(moveFocus) {
  const found = await readMenu();
  if (found === null) return showSignIn(moveFocus);
  takeMenu(found);
  renderHeader(byId('header'), nav, session(), leave);
  frame(true);
  return route(moveFocus);
}

// A page that was opened before its plugin was replaced goes on as it is; the user says when to load the new one.
function takeMenu({ entries, shell }) {
  menu = entries;
  if (shell === ownVersion && !entries.some(isOutdated)) return;
  if (!showsNotice('new-version')) showNotice('new-version', 'status', texts.newVersion, reloadButton());
}

async function refreshMenu() {
  const asking = session();
  const found = await readMenu().catch(() => null);
  if (found !== null && session() === asking) takeMenu(found);
}

async function navigated() {
  if (session() === null || menu === null) return;
  const mine = turn + 1;
  await route(true);
  if (mine === turn) await refreshMenu();
}

async function route(moveFocus) {
  turn += 1;
  const mine = turn;
  if (currentPath() === '' && menu.length > 0) router.replace(menu[0].path);
  const found = match(menu, currentPath());
  renderMenu(nav, menu, found?.entry);
  if (!found) {
    if (menu.length === 0) message(texts.nothingToSee, texts.nothingToSeeBody);
    else message(texts.notFound, texts.notFoundBody);
    return undefined;
  }
  if (needsReload(found.entry)) return location.reload();
  try {
    await page.show(found.entry, found.subpath, moveFocus);
  } catch (error) {
    console.error(error);
    if (mine === turn) message(texts.notLoaded, texts.notLoadedBody, reloadButton());
  }
  return undefined;
}

/** Shows the page of the address, or where to sign in. */
async function begin(moveFocus) {
  try {
    if (await restore()) await enter(moveFocus);
    else showSignIn(true);
  } catch (error) {
    showFailure(error);
  }
}

function renderSkipLink() {
  const skip = byId('skip');
  skip.textContent = texts.skip;
  skip.addEventListener('click', (event) => {
    event.preventDefault();
    main.focus();
  });
}

renderSkipLink();
begin(false);

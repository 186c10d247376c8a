// SPDX-License-Identifier: BSL-1.0
// The admin console's frame: signing in, the menu, and one page of a plugin's at a time. See ccp/ext/console.h.
import { byId, element } from './dom.js';
import { renderHeader } from './header.js';
import { readMenu, renderMenu } from './menu.js';
import { isOutdated, needsReload, Page, titled } from './page.js';
import { currentPath, match, Router } from './router.js';
import { restore, session, signOut } from './session.js';
import { signInForm } from './sign_in_form.js';
import { texts } from './texts.js';

const main = byId('main');
const nav = byId('menu');
const router = new Router(() => navigated(), () => page.mayLeave());
const page = new Page(main, (path) => router.navigate(path));
let menu = null; // as the server gave it first, {entries, shell}
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

const reloadButton = () => element('button', { type: 'button', onclick: () => location.reload() }, texts.reload);

function showSignIn(moveFocus) {
  page.clear();
  frame(false);
  byId('notices').replaceChildren();
  titled(texts.signIn);
  const form = signInForm(() => enter(true).catch(showFailure));
  main.replaceChildren(element('section', { className: 'sign-in' }, element('h1', {}, texts.signIn), form));
  if (moveFocus) form.querySelector('input').focus();
}

function showFailure(error) {
  console.error(error);
  message(texts.notLoaded, texts.unreachable, reloadButton());
}

async function leave() {
  if (!page.mayLeave()) return;
  try {
    await signOut();
    showSignIn(true);
  } catch {
    byId('notices').replaceChildren(element('div', { className: 'notice', role: 'alert' }, element('p', {}, texts.notSignedOut)));
  }
}

async function enter(moveFocus) {
  menu = await readMenu();
  if (menu === null) return showSignIn(moveFocus);
  renderHeader(byId('header'), nav, session(), leave);
  frame(true);
  return route(moveFocus);
}

// A page that was opened before its plugin was replaced goes on as it is; the user says when to load the new one.
function offerReload(next) {
  const outdated = next.shell !== menu.shell || next.entries.some(isOutdated);
  if (!outdated || byId('notices').childElementCount > 0) return;
  byId('notices').append(element('div', { className: 'notice', role: 'status' }, element('p', {}, texts.newVersion), reloadButton()));
}

async function refreshMenu() {
  const next = await readMenu().catch(() => null);
  if (next === null || menu === null) return;
  offerReload(next);
  menu = { entries: next.entries, shell: menu.shell };
}

async function navigated() {
  if (session() === null) return;
  const mine = turn + 1;
  await route(true);
  if (mine === turn) await refreshMenu();
}

async function route(moveFocus) {
  turn += 1;
  const mine = turn;
  const { entries } = menu;
  if (currentPath() === '' && entries.length > 0) router.replace(entries[0].path);
  const found = match(entries, currentPath());
  renderMenu(nav, entries, found?.entry);
  if (!found) {
    if (entries.length === 0) message(texts.nothingToSee, texts.nothingToSeeBody);
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

async function begin() {
  const skip = byId('skip');
  skip.textContent = texts.skip;
  skip.addEventListener('click', (event) => {
    event.preventDefault();
    main.focus();
  });
  try {
    if (await restore()) await enter(false);
    else showSignIn(true);
  } catch (error) {
    showFailure(error);
  }
}

begin();

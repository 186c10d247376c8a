// SPDX-License-Identifier: BSL-1.0
import { element } from './dom.js';
import { ask } from './requests.js';
import { urlOf } from './router.js';
import { texts } from './texts.js';

/** What the server says of the menu of the client whose page this is: {entries, shell}; null when nobody is signed in. */
export async function readMenu() {
  const response = await ask('/admin-menu');
  if (response.status === 401) return null;
  if (!response.ok) throw new Error(`the menu could not be read: ${response.status}`);
  return response.json();
}

function list(entries, chosen) {
  const items = entries.map((entry) => {
    const link = element('a', { href: urlOf(entry.path) }, entry.label);
    if (entry.path === chosen?.path) link.setAttribute('aria-current', 'page');
    return element('li', {}, link);
  });
  return element('ul', {}, ...items);
}

/** Fills the navigation: entries of one group under its heading. @param chosen the entry of the page, or undefined */
export function renderMenu(nav, entries, chosen) {
  const groups = new Map(entries.map(({ group }) => [group, []]));
  for (const entry of entries) groups.get(entry.group).push(entry);
  nav.setAttribute('aria-label', texts.menuLabel);
  nav.replaceChildren(...[...groups].flatMap(([group, members], i) => {
    const heading = element('h2', { id: `menu-group-${i}` }, group);
    const items = list(members, chosen);
    items.setAttribute('aria-labelledby', heading.id);
    return [heading, items];
  }));
}

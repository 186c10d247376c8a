// SPDX-License-Identifier: BSL-1.0
import { subscribe } from './events.js';
import { announce } from './live_region.js';
import { request } from './requests.js';
import { can } from './session.js';
import { texts } from './texts.js';

const loaded = new Map(); // the module's address, by whose it is

// Of /admin-assets/OWNER/VERSION/PATH.
const ownerOf = (module) => module.split('/')[2];

/** Whether the window holds another version of what brings this entry. */
export const isOutdated = ({ module }) => loaded.has(ownerOf(module)) && loaded.get(ownerOf(module)) !== module;

/** Whether only a new window can show the entry: another version was loaded, and did not have it. */
export const needsReload = (entry) => isOutdated(entry) && !customElements.get(entry.element);

/** Loads the module of an entry, unless the window has its element already. A module that was loaded cannot be replaced. */
async function define({ module, element: name }) {
  if (customElements.get(name)) return;
  const { pathname } = new URL(module, location.origin);
  await import(pathname);
  loaded.set(ownerOf(module), module);
  await customElements.whenDefined(name);
}

/** Moves the focus to a page's heading, or to `otherwise`. */
async function focusHeading(page, otherwise) {
  await page.updateComplete;
  if (typeof page.focusHeading === 'function') return page.focusHeading();
  const heading = (page.shadowRoot ?? page).querySelector('h1');
  if (heading && !heading.hasAttribute('tabindex')) heading.tabIndex = -1;
  return (heading ?? otherwise).focus();
}

export const titled = (text) => {
  document.title = `${text} – ${texts.admin}`;
};

/** The element in <main>, and what it was given. */
export class Page {
  #main;
  #navigate;
  #wanted = null;
  #path = null;
  #element = null;
  #endings = new Set();

  constructor(main, navigate) {
    this.#main = main;
    this.#navigate = navigate;
  }

  /** Shows an entry. @param moveFocus whether the user came here within the window @throws when its module cannot be loaded */
  async show(entry, subpath, moveFocus) {
    titled(entry.label);
    this.#wanted = entry.path;
    if (this.#path === entry.path) {
      this.#element.subpath = subpath;
    } else {
      await define(entry);
      if (this.#wanted !== entry.path) return; // the user went on meanwhile
      this.clear();
      this.#wanted = entry.path;
      this.#path = entry.path;
      this.#element = document.createElement(entry.element);
      this.#element.console = this.#consoleObject();
      this.#element.subpath = subpath;
      this.#main.replaceChildren(this.#element);
    }
    if (moveFocus) await focusHeading(this.#element, this.#main);
  }

  /** Whether the page may go: it holds nothing that is not saved, or the user gives that up. */
  mayLeave() {
    return this.#element?.unsaved !== true || confirm(texts.discard);
  }

  /** Takes the element away, and ends its subscriptions. */
  clear() {
    for (const end of this.#endings) end();
    this.#endings.clear();
    this.#wanted = null;
    this.#path = null;
    this.#element = null;
    this.#main.replaceChildren();
  }

  #consoleObject() {
    const page = this.#element;
    return Object.freeze({
      can,
      request,
      announce,
      navigate: this.#navigate,
      title: titled,
      locale: navigator.language,
      get path() {
        return page.subpath;
      },
      subscribe: (topics, onEvent) => {
        const end = subscribe(topics, onEvent);
        this.#endings.add(end);
        return () => {
          this.#endings.delete(end);
          end();
        };
      },
    });
  }
}

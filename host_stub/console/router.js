// SPDX-License-Identifier: BSL-1.0
// The console's paths: what follows /admin/ in the window's address.

const base = '/admin/';

export const urlOf = (path) => base + path;
export const currentPath = () => location.pathname.slice(base.length).replace(/\/+$/, '');

/** The entry that a path belongs to, the longest of several, and the rest of the path; null when there is none. */
export function match(entries, path) {
  const owns = ({ path: own }) => path === own || path.startsWith(`${own}/`);
  const [entry] = entries.filter(owns).sort((one, other) => other.path.length - one.path.length);
  return entry ? { entry, subpath: path.slice(entry.path.length + 1) } : null;
}

// The link of a click that the browser would follow in this window, when it leads to a path of the console.
function linkOf(event) {
  if (event.defaultPrevented || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return null;
  const link = event.composedPath().find((each) => each instanceof HTMLAnchorElement && each.href);
  if (!link || link.target || link.hasAttribute('download')) return null;
  return link.origin === location.origin && link.pathname.startsWith(base) ? link : null;
}

/** Follows links, the browser's buttons, and navigate(). */
export class Router {
  #at = location.href;

  /** @param onNavigate called after the address changed @param mayLeave asked before, and false keeps everything as it is */
  constructor(onNavigate, mayLeave) {
    this.onNavigate = onNavigate;
    this.mayLeave = mayLeave;
    addEventListener('popstate', () => this.#arrive());
    addEventListener('click', (event) => {
      const link = linkOf(event);
      if (!link) return;
      event.preventDefault();
      this.go(link.href);
    });
  }

  navigate(path) {
    this.go(new URL(urlOf(path), location.origin).href);
  }

  go(href) {
    if (href !== location.href && !this.mayLeave()) return;
    if (href !== location.href) history.pushState(null, '', href);
    this.#at = href;
    this.onNavigate();
  }

  // The browser's buttons have changed the address already.
  #arrive() {
    if (location.href !== this.#at && !this.mayLeave()) return history.pushState(null, '', this.#at);
    this.#at = location.href;
    return this.onNavigate();
  }

  /** Goes to a path in place of the present one. */
  replace(path) {
    history.replaceState(null, '', urlOf(path));
    this.#at = location.href;
  }
}

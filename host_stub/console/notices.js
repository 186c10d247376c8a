// SPDX-License-Identifier: BSL-1.0
// What is said above the page; each notice has an id, and those of others stay beside it.
import { byId, element } from './dom.js';

/** Shows a notice, in place of the one that has its id. @param role "status", or "alert" for what is to be read out at once */
export function showNotice(id, role, text, ...more) {
  byId(id)?.remove();
  byId('notices').append(element('div', { id, className: 'notice', role }, element('p', {}, text), ...more));
}

export const showsNotice = (id) => byId(id) !== null;

export const clearNotices = () => byId('notices').replaceChildren();

// SPDX-License-Identifier: BSL-1.0
import { byId } from './dom.js';

const pause = 100; // ms; a text that is put in at once after another is not read

/** Has assistive technology read the text out, also when it is the same as before. */
export function announce(text, assertive = false) {
  const region = byId(assertive ? 'assertive' : 'polite');
  region.textContent = '';
  setTimeout(() => {
    region.textContent = text;
  }, pause);
}

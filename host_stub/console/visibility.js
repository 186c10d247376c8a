// SPDX-License-Identifier: BSL-1.0
// Whether anybody can see the tab.
import { next } from './waiting.js';

/** Fulfilled once the tab is visible, or the signal aborts. */
export async function untilVisible(signal) {
  while (document.hidden && !signal.aborted) await next(document, 'visibilitychange', signal);
}

/** Of a tab that is visible: a signal that aborts when it is hidden, or with the given one. */
export function whileVisible(signal) {
  const over = new AbortController();
  next(document, 'visibilitychange', signal).then(() => over.abort());
  return over.signal;
}

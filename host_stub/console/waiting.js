// SPDX-License-Identifier: BSL-1.0
// Waiting that a signal may end, and that leaves no listener behind. It does not tell whether it was the signal.

function wait(signal, begin) {
  return new Promise((resolve) => {
    const over = new AbortController();
    const end = () => {
      over.abort();
      resolve();
    };
    signal.addEventListener('abort', end, { signal: over.signal });
    if (signal.aborted) end();
    else begin(end, over.signal);
  });
}

/** Fulfilled with the target's next event of a type. */
export const next = (target, type, signal) =>
  wait(signal, (end, over) => target.addEventListener(type, end, { signal: over }));

/** Fulfilled after some time. */
export const pause = (milliseconds, signal) =>
  wait(signal, (end, over) => {
    const timer = setTimeout(end, milliseconds);
    over.addEventListener('abort', () => clearTimeout(timer));
  });

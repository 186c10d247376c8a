// SPDX-License-Identifier: BSL-1.0

/**
 * Calls a while after the first of several, once for all of them; unlike `debounced`, also while they go on. What comes while a call
 * runs leads to another one after it.
 */
export function gathered(call: () => Promise<void>, milliseconds: number): { (): void; cancel(): void } {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running = false;
  let again = false;
  const run = async () => {
    timer = undefined;
    running = true;
    await call().finally(() => (running = false));
    if (again) later();
    again = false;
  };
  const later = () => {
    if (running) again = true;
    else timer ??= setTimeout(run, milliseconds);
  };
  later.cancel = () => {
    clearTimeout(timer);
    timer = undefined;
    again = false;
  };
  return later;
}

/** Calls once things have been quiet for a while. */
export function debounced(call: () => void, milliseconds: number): { (): void; cancel(): void } {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const later = () => {
    clearTimeout(timer);
    timer = setTimeout(call, milliseconds);
  };
  later.cancel = () => clearTimeout(timer);
  return later;
}

// SPDX-License-Identifier: BSL-1.0

/** Calls a while after the first of several, once for all of them; unlike `debounced`, also while they go on. */
export function gathered(call: () => void, milliseconds: number): { (): void; cancel(): void } {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const later = () => {
    timer ??= setTimeout(() => {
      timer = undefined;
      call();
    }, milliseconds);
  };
  later.cancel = () => {
    clearTimeout(timer);
    timer = undefined;
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

// SPDX-License-Identifier: BSL-1.0

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

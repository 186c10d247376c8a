// SPDX-License-Identifier: BSL-1.0

// Keeps requests of a method on their way until letGo(). `arrived` is fulfilled by the first; `count` tells how many there were.
export async function holdRequests(page, method, url) {
  const held = { count: 0 };
  const released = new Promise((resolve) => (held.letGo = resolve));
  const first = new Promise((resolve) => (held.note = resolve));
  await page.route(url, async (route) => {
    if (route.request().method() !== method) return route.fallback();
    held.count += 1;
    held.note();
    await released;
    return route.continue().catch(() => {}); // the page may not wait for it any more
  });
  return Object.assign(held, { arrived: first });
}

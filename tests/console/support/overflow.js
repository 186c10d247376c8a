// SPDX-License-Identifier: BSL-1.0
import assert from 'node:assert/strict';

// In the browser: texts and controls of which a part lies outside the window, or outside what clips or scrolls them. Regions made to
// scroll sideways may hold what they like.
function cutOff() {
  const scrolling = '.scroll, [role="tablist"]';
  const tolerance = 1; // px, of rounding
  const parentOf = (element) => element.assignedSlot ?? element.parentElement ?? element.getRootNode().host ?? null;
  const told = [];

  // What cuts an element off at its sides: its ancestors that do not let content out, up to a region that scrolls. Null when it is
  // hidden from sight on purpose.
  function framesOf(element) {
    const frames = [];
    for (let each = element; each; each = parentOf(each)) {
      const style = getComputedStyle(each);
      if (style.clipPath !== 'none' || style.visibility === 'hidden') return null;
      if (each.matches(scrolling)) return frames;
      if (style.overflowX !== 'visible' && each !== element) frames.push(each.getBoundingClientRect());
      if (each.matches('dialog')) break; // in the top layer
    }
    return [...frames, new DOMRect(0, 0, innerWidth, innerHeight)];
  }

  function check(element, rects, what) {
    const visible = rects.filter(({ width, height }) => width > 0 && height > 0);
    if (visible.length === 0) return;
    for (const frame of framesOf(element) ?? [])
      if (visible.some(({ left, right }) => left < frame.left - tolerance || right > frame.right + tolerance)) {
        told.push(what);
        return;
      }
  }

  function walk(node) {
    if (node.nodeType === Node.TEXT_NODE && node.data.trim() !== '') {
      const range = document.createRange();
      range.selectNodeContents(node);
      const element = node.parentElement ?? node.getRootNode().host;
      if (!element.matches('style, script, noscript, option')) check(element, [...range.getClientRects()], node.data.trim());
    }
    if (node.nodeType === Node.ELEMENT_NODE && node.matches('input, select, button, .icon, .badge'))
      check(node, [node.getBoundingClientRect()], `<${node.localName} class="${node.className.baseVal ?? node.className}" id="${node.id}">`);
    for (const child of [...(node.shadowRoot?.childNodes ?? []), ...node.childNodes]) walk(child);
  }

  walk(document.body);
  return told;
}

// Asserts that everything on the page as it stands is seen without scrolling sideways.
export async function assertNothingCutOff(page, view) {
  assert.deepEqual(await page.evaluate(cutOff), [], view);
}

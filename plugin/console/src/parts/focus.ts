// SPDX-License-Identifier: BSL-1.0
import type { LitElement } from 'lit';

/** What has the focus, looked for through the shadow roots. */
export function focused(): HTMLElement | null {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element instanceof HTMLElement && element !== document.body ? element : null;
}

/** Puts the focus on something inside an element, once that is shown. */
export async function focusInside(element: LitElement, selector: string): Promise<void> {
  await element.updateComplete;
  element.renderRoot.querySelector<HTMLElement>(selector)?.focus();
}

/** Puts the focus on something inside an element, if nothing has it: what was pressed may have gone. */
export async function keepFocus(element: LitElement, selector: string): Promise<void> {
  await element.updateComplete;
  if (focused() === null) await focusInside(element, selector);
}

/** Puts the focus on the first field of a form that is wrong. */
export const focusFault = (element: LitElement, form = 'form'): Promise<void> =>
  focusInside(element, `${form} [aria-invalid="true"]`);

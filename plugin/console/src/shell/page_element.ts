// SPDX-License-Identifier: BSL-1.0
import { LitElement } from 'lit';
import { property } from 'lit/decorators.js';

import type { Console } from './console.js';

/** A page of the console: the shell sets `console` before it inserts the element, and `subpath` when the address changes. */
export class PageElement extends LitElement {
  @property({ attribute: false }) console!: Console;
  @property() subpath = '';

  #endings: (() => void)[] = [];
  #warn = (event: BeforeUnloadEvent) => {
    if (this.unsaved) event.preventDefault();
  };

  /** Whether leaving would lose what is typed: the shell asks before it takes the page away, the browser before the window closes. */
  get unsaved(): boolean {
    return false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.subpath ||= this.console.path;
    window.addEventListener('beforeunload', this.#warn);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('beforeunload', this.#warn);
    for (const end of this.#endings.splice(0)) end();
  }

  /** Has something ended when the page is left. */
  protected untilLeft(end: () => void): void {
    this.#endings.push(end);
  }
}

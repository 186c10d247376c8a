// SPDX-License-Identifier: BSL-1.0
import { LitElement, css, html, type TemplateResult } from 'lit';
import { query, state } from 'lit/decorators.js';

import { texts } from '../texts.js';
import { focused } from './focus.js';
import { icons } from './icons.js';
import { shared } from './styles.js';

const dialogStyles = css`
  dialog {
    width: min(36rem, calc(100vw - 1.5rem));
    max-height: calc(100dvh - 1.5rem);
    padding: 0;
    border: 1px solid var(--ccp-border);
    border-radius: calc(var(--ccp-radius) * 1.5);
    background: var(--ccp-surface);
    color: var(--ccp-text);
    box-shadow: 0 1.25rem 4rem rgb(0 0 0 / 0.28);
  }
  dialog.wide {
    width: min(54rem, calc(100vw - 1.5rem));
  }
  dialog::backdrop {
    background: rgb(8 12 20 / 0.5);
  }
  header {
    position: sticky;
    top: 0;
    z-index: 1;
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 1rem;
    padding: 1.125rem 1rem 0.875rem 1.5rem;
    background: var(--ccp-surface);
  }
  h2 {
    font-size: 1.25rem;
    overflow-wrap: anywhere;
  }
  .content {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 1.125rem;
    padding: 0 1.5rem 1.5rem;
  }
  .content :is(input, select, button, a) {
    scroll-margin-top: 7rem; /* below the header that stays, with the label */
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    justify-content: flex-end;
    gap: 0.625rem;
    margin-top: 0.25rem;
  }
  @media (max-width: 30rem) {
    header {
      padding: 0.875rem 0.5rem 0.75rem 1rem;
    }
    .content {
      padding: 0 1rem 1rem;
    }
    .actions {
      flex-direction: column-reverse;
    }
    .actions button {
      width: 100%;
    }
  }
`;

const pause = 100; // ms; a text that is put in at once after another is not read

/**
 * A modal dialog that is open for as long as it is in the page. Fires `dismiss` when it is to go, but not while it is busy.
 * The focus goes to what has `autofocus` inside, and back to where it was in the end.
 */
export abstract class DialogElement extends LitElement {
  static override styles = [...shared, dialogStyles];

  @query('dialog') private dialog!: HTMLDialogElement;

  @state() private said = '';

  #before: HTMLElement | null = null;
  #saying: ReturnType<typeof setTimeout> | undefined;

  protected abstract get caption(): string;
  protected abstract get isBusy(): boolean;
  protected abstract content(): TemplateResult;
  protected get isWide(): boolean {
    return false;
  }

  override firstUpdated(): void {
    this.#before = focused();
    this.dialog.showModal();
    this.dialog.querySelector<HTMLElement>('[autofocus]')?.focus();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#saying);
    if (this.#before?.isConnected) this.#before.focus();
  }

  /** Reads a text to screen readers, for which an open dialog is all there is on the page. */
  protected announce(text: string): void {
    clearTimeout(this.#saying);
    this.said = '';
    this.#saying = setTimeout(() => (this.said = text), pause);
  }

  protected get mayClose(): boolean {
    return !this.isBusy;
  }

  protected dismiss(event?: Event): void {
    event?.preventDefault();
    if (this.mayClose) this.close();
  }

  protected close(): void {
    this.dispatchEvent(new CustomEvent('dismiss'));
  }

  // The browser closes a dialog on a second Escape whatever was said to the first.
  #closed(): void {
    if (!this.mayClose) this.dialog.showModal();
    this.dismiss();
  }

  override render(): TemplateResult {
    return html`<dialog
      class=${this.isWide ? 'wide' : ''}
      aria-labelledby="heading"
      @cancel=${this.dismiss}
      @close=${this.#closed}
    >
      <header>
        <h2 id="heading">${this.caption}</h2>
        <button type="button" class="icon-only" aria-label=${texts.common.close} @click=${this.dismiss}>${icons.close}</button>
      </header>
      <div class="visually-hidden" role="status">${this.said}</div>
      ${this.content()}
    </dialog>`;
  }
}

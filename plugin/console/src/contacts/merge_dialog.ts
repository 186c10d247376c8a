// SPDX-License-Identifier: BSL-1.0
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';

import { Client } from '../api/client.js';
import { contacts, type Contact } from '../api/contacts.js';
import { busyButton } from '../parts/busy_button.js';
import { DialogElement } from '../parts/dialog_element.js';
import { searchBoxStyles } from '../parts/search_box.js';
import { fieldError, textField } from '../parts/text_field.js';
import type { Console } from '../shell/console.js';
import { texts } from '../texts.js';
import { ContactFinder } from './contact_finder.js';
import { mergePreview, mergePreviewStyles } from './merge_preview.js';
import { resultList, resultListStyles } from './result_list.js';

/** Finds another contact, shows what both would become, and merges them. Fires `merged` with the result, and `dismiss`. */
@customElement('extsrc-merge-dialog')
export class MergeDialog extends DialogElement {
  static override styles = [...DialogElement.styles, mergePreviewStyles, resultListStyles, searchBoxStyles];

  @property({ attribute: false }) console!: Console;
  @property({ attribute: false }) contact!: Contact;

  @state() private typed = '';
  @state() private other: Contact | undefined;
  @state() private preview: Contact | undefined;
  @state() private error = '';
  @state() private busy = false;

  #finder = new ContactFinder(this, () => new Client(this.console));

  async #find(event: Event): Promise<void> {
    event.preventDefault();
    if (this.typed.trim() === '' || this.#finder.loading) return;
    await this.#finder.find(this.typed);
    this.console.announce(texts.contacts.foundCount(this.#candidates.length));
  }

  get #candidates(): Contact[] {
    const itself = new Set([this.contact.id, ...(this.contact.mergeSet ?? []).map(({ id }) => id)]);
    return (this.#finder.found ?? []).filter(({ id }) => !itself.has(id));
  }

  // A preview shows what would become of just these two, as they are now.
  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    const { other } = this;
    if (!changed.get('contact') || !other || this.busy) return;
    this.#back();
    void this.#choose(other);
  }

  async #choose(chosen: Contact): Promise<void> {
    if (this.busy) return;
    this.error = '';
    this.busy = true;
    const client = new Client(this.console);
    const [result, whole] = await Promise.all([
      contacts.merge(client, [this.contact.id, chosen.id], true),
      contacts.get(client, chosen.id),
    ]);
    this.busy = false;
    if (!result.ok) return void (this.error = result.failure.message);
    this.other = whole.ok ? whole.value : chosen;
    this.preview = result.value;
    this.console.announce(texts.contacts.mergePreview);
  }

  async #merge(): Promise<void> {
    if (!this.other) return;
    this.error = '';
    this.busy = true;
    const merged = await contacts.merge(new Client(this.console), [this.contact.id, this.other.id], false);
    this.busy = false;
    if (!merged.ok) return void (this.error = merged.failure.message);
    this.dispatchEvent(new CustomEvent('merged', { detail: merged.value }));
  }

  #back(): void {
    this.preview = undefined;
    this.other = undefined;
    this.error = '';
  }

  #search(): TemplateResult {
    return html`<form class="box" role="search" @submit=${this.#find}>
        ${textField({
          id: 'other',
          type: 'search',
          label: texts.contacts.mergeWith,
          hint: texts.contacts.searchHint,
          value: this.typed,
          autofocus: true,
          onInput: (value) => (this.typed = value),
        })}
        ${busyButton({
          label: texts.contacts.find,
          busyLabel: texts.contacts.finding,
          busy: this.#finder.loading,
          type: 'submit',
        })}
      </form>
      ${
        this.#finder.found && this.#candidates.length === 0
          ? html`<p class="muted">${texts.contacts.noneFound(this.#finder.asked)}</p>`
          : html`<div aria-busy=${this.busy ? 'true' : 'false'}>
              ${resultList(this.#candidates, (chosen) => void this.#choose(chosen))}
            </div>`
      }`;
  }

  #preview(other: Contact, preview: Contact): TemplateResult {
    return html`<p>${texts.contacts.mergeText}</p>
      ${mergePreview(this.contact, other, preview)}
      <div class="actions">
        <button type="button" aria-disabled=${this.busy ? 'true' : nothing} @click=${() => this.busy || this.#back()}>
          ${texts.contacts.chooseAnother}
        </button>
        ${busyButton({
          label: texts.contacts.mergeAction,
          busyLabel: texts.contacts.merging,
          busy: this.busy,
          kind: 'primary',
          onPress: () => void this.#merge(),
        })}
      </div>`;
  }

  protected override get caption(): string {
    return texts.contacts.mergeHeading;
  }
  protected override get isBusy(): boolean {
    return this.busy;
  }
  protected override get isWide(): boolean {
    return true;
  }

  protected override content(): TemplateResult {
    return html`<div class="content">
      ${this.preview && this.other ? this.#preview(this.other, this.preview) : this.#search()}
      <div role="alert">${this.error ? fieldError('merge', this.error) : nothing}</div>
    </div>`;
  }
}

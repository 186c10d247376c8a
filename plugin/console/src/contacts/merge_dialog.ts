// SPDX-License-Identifier: BSL-1.0
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';

import { Client } from '../api/client.js';
import { contacts, type Contact } from '../api/contacts.js';
import { isFinal, type Failure } from '../api/failure.js';
import { Latest } from '../api/latest.js';
import { busyButton } from '../parts/busy_button.js';
import { DialogElement } from '../parts/dialog_element.js';
import { focusInside, keepFocus } from '../parts/focus.js';
import { gathered } from '../parts/quiet.js';
import { searchBoxStyles } from '../parts/search_box.js';
import { fieldError, textField } from '../parts/text_field.js';
import type { Console } from '../shell/console.js';
import { texts } from '../texts.js';
import { ContactFinder } from './contact_finder.js';
import { mergePreview, mergePreviewStyles } from './merge_preview.js';
import { resultList, resultListStyles } from './result_list.js';

const changeDelay = 200; // ms

/**
 * Finds another contact, shows what both would become, and merges them. The preview follows changes that others make. Fires `merged`
 * with the result, and `dismiss`.
 */
@customElement('extsrc-merge-dialog')
export class MergeDialog extends DialogElement {
  static override styles = [...DialogElement.styles, mergePreviewStyles, resultListStyles, searchBoxStyles];

  @property({ attribute: false }) console!: Console;
  @property({ attribute: false }) contact!: Contact;

  @state() private typed = '';
  @state() private other: Contact | undefined;
  @state() private preview: Contact | undefined;
  @state() private previewing = false;
  @state() private current = false; // whether the preview shows the two as they are now
  @state() private merging = false;
  @state() private error = '';

  #finder = new ContactFinder(this, () => new Client(this.console));
  #latest = new Latest();
  #chosen: Contact | undefined;
  #previewed: Contact | undefined; // `contact` as it was then
  #endListening: (() => void) | undefined;
  #changed = gathered(() => this.#renew(), changeDelay);

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#forget();
  }

  async #find(event: Event): Promise<void> {
    event.preventDefault();
    if (this.typed.trim() === '') return;
    this.error = '';
    await this.#finder.find(this.typed);
    const { loading, failure } = this.#finder;
    if (!loading && !failure) this.announce(this.#outcome);
  }

  get #candidates(): Contact[] {
    const itself = new Set([this.contact.id, ...(this.contact.mergeSet ?? []).map(({ id }) => id)]);
    return (this.#finder.found ?? []).filter(({ id }) => !itself.has(id));
  }

  get #outcome(): string {
    const count = this.#candidates.length;
    if (this.#showsAll) return count === 0 ? texts.contacts.noneFound(this.#finder.asked) : texts.contacts.foundCount(count);
    return `${texts.contacts.firstOf(count)}. ${texts.contacts.moreThanShown}`;
  }

  get #showsAll(): boolean {
    return this.#finder.complete && !this.#finder.hasMore;
  }

  get #searchError(): string | undefined {
    const { failure } = this.#finder;
    if (!failure || this.preview) return undefined;
    return failure.status === 400 ? texts.contacts.notSearchable : failure.message;
  }

  // A preview shows what would become of just these two, as they are now.
  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (this.#chosen && this.#previewed !== this.contact) this.#outdated();
  }

  async #choose(chosen: Contact): Promise<void> {
    this.error = '';
    this.#chosen = chosen;
    this.#listenTo(chosen);
    const failure = await this.#ask(chosen);
    if (failure) {
      this.error = failure.message;
      await this.#back();
    } else if (this.preview) {
      await focusInside(this, '.scroll');
    }
  }

  async #renew(): Promise<void> {
    if (!this.#chosen || this.merging) return;
    const failure = await this.#ask(this.#chosen);
    if (failure) this.error = failure.message;
    if (failure && isFinal(failure)) await this.#back();
    else if (!failure && this.preview) this.announce(texts.contacts.mergePreviewed);
  }

  async #retry(): Promise<void> {
    this.error = '';
    await this.#renew();
    await keepFocus(this, '.scroll');
  }

  /** @returns why there is no preview of the two as they are now; nothing also when it was asked for again meanwhile */
  async #ask(chosen: Contact): Promise<Failure | undefined> {
    const signal = this.#latest.begin();
    this.#previewed = this.contact;
    this.current = false;
    this.previewing = true;
    const client = new Client(this.console);
    const [result, whole] = await Promise.all([
      contacts.merge(client, [this.contact.id, chosen.id], true),
      contacts.get(client, chosen.id),
    ]);
    if (signal.aborted) return undefined;
    this.previewing = false;
    if (!result.ok) return result.failure;
    if (!whole.ok) return whole.failure;
    this.current = true;
    this.other = whole.value;
    this.preview = result.value;
    return undefined;
  }

  #listenTo({ id }: Contact): void {
    this.#endListening?.();
    this.#endListening = this.console.subscribe([`v2.externalcontacts.contacts.${id}`], () => this.#outdated());
  }

  #outdated(): void {
    this.current = false;
    this.#changed();
  }

  // Has nothing come any more that belongs to a preview.
  #forget(): void {
    this.#latest.end();
    this.#changed.cancel();
    this.#endListening?.();
    this.#endListening = undefined;
    this.#chosen = undefined;
  }

  async #merge(): Promise<void> {
    if (!this.other || !this.current) return;
    this.error = '';
    this.merging = true;
    const merged = await contacts.merge(new Client(this.console), [this.contact.id, this.other.id], false);
    this.merging = false;
    if (!this.isConnected) return; // the user went on
    if (merged.ok) return void this.dispatchEvent(new CustomEvent('merged', { detail: merged.value }));
    this.error = merged.failure.message;
    this.#outdated();
  }

  /** Goes back to the search; what went wrong stays in sight. */
  async #back(): Promise<void> {
    this.#forget();
    this.preview = undefined;
    this.other = undefined;
    this.previewing = false;
    await focusInside(this, '#other');
  }

  #chooseAnother(): void {
    if (this.merging) return;
    this.error = '';
    void this.#back();
  }

  #search(): TemplateResult {
    const { found, failure, loading } = this.#finder;
    const explains = found && !failure && (this.#candidates.length === 0 || !this.#showsAll);
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
          busy: loading,
          type: 'submit',
        })}
      </form>
      ${
        this.#candidates.length === 0
          ? nothing
          : html`<div aria-busy=${this.previewing ? 'true' : 'false'}>
              ${resultList(this.#candidates, (chosen) => void this.#choose(chosen))}
            </div>`
      }
      ${explains ? html`<p class="muted">${this.#outcome}</p>` : nothing}`;
  }

  #comparison(other: Contact, preview: Contact): TemplateResult {
    return html`<p>${texts.contacts.mergeText}</p>
      ${mergePreview(this.contact, other, preview)}
      <div class="actions">
        <button type="button" aria-disabled=${this.merging ? 'true' : nothing} @click=${this.#chooseAnother}>
          ${texts.contacts.chooseAnother}
        </button>
        ${busyButton({
          label: texts.contacts.mergeAction,
          busyLabel: texts.contacts.merging,
          busy: this.merging,
          held: !this.current,
          kind: 'primary',
          onPress: () => void this.#merge(),
        })}
      </div>`;
  }

  protected override get caption(): string {
    return texts.contacts.mergeHeading;
  }
  protected override get isBusy(): boolean {
    return this.merging;
  }
  protected override get isWide(): boolean {
    return true;
  }

  protected override content(): TemplateResult {
    return html`<div class="content">
      ${this.preview && this.other ? this.#comparison(this.other, this.preview) : this.#search()}
      <div role="alert">${fieldError('merge', this.error || this.#searchError)}</div>
      ${
        this.preview && !this.current && !this.previewing
          ? html`<div><button type="button" @click=${this.#retry}>${texts.common.retry}</button></div>`
          : nothing
      }
    </div>`;
  }
}

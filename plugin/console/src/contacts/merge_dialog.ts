// SPDX-License-Identifier: BSL-1.0
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';

import { Client } from '../api/client.js';
import { contacts, type Contact } from '../api/contacts.js';
import { isFinal, type Failure } from '../api/failure.js';
import { busyButton } from '../parts/busy_button.js';
import { DialogElement } from '../parts/dialog_element.js';
import { focusInside, keepFocus } from '../parts/focus.js';
import { searchBoxStyles } from '../parts/search_box.js';
import { fieldError, textField } from '../parts/text_field.js';
import type { Console } from '../shell/console.js';
import { texts } from '../texts.js';
import { ContactFinder } from './contact_finder.js';
import { mergePreview, mergePreviewStyles } from './merge_preview.js';
import { MergeTrial } from './merge_trial.js';
import { resultList, resultListStyles } from './result_list.js';

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
  @state() private merging = false;
  @state() private error = '';

  #finder = new ContactFinder(this, () => new Client(this.console));
  #trial = new MergeTrial(
    this,
    () => this.console,
    () => this.#renewed(),
  );

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
    if (this.#finder.foundAll)
      return count === 0 ? texts.contacts.noneFound(this.#finder.asked) : texts.contacts.foundCount(count);
    return `${texts.contacts.firstOf(count)}. ${texts.contacts.moreThanShown}`;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (changed.has('contact')) this.#trial.follow(this.contact);
  }

  async #choose(chosen: Contact): Promise<void> {
    this.error = '';
    if (!(await this.#trial.start(this.contact, chosen))) return;
    if (this.#trial.failure) await this.#giveUp(this.#trial.failure);
    else await focusInside(this, '.scroll');
  }

  #renewed(): void {
    if (this.merging) return;
    const { failure } = this.#trial;
    if (!failure) this.announce(texts.contacts.mergePreviewed);
    else if (isFinal(failure)) void this.#giveUp(failure);
  }

  async #retry(): Promise<void> {
    this.error = '';
    if (await this.#trial.retry()) this.#renewed();
    await keepFocus(this, '.scroll');
  }

  async #merge(): Promise<void> {
    const { other, current } = this.#trial;
    if (!other || !current) return;
    this.error = '';
    this.merging = true;
    const merged = await contacts.merge(new Client(this.console), [this.contact.id, other.id], false);
    this.merging = false;
    if (!this.isConnected) return; // the user went on
    if (merged.ok) return void this.dispatchEvent(new CustomEvent('merged', { detail: merged.value }));
    this.error = merged.failure.message;
    this.#trial.outdate();
  }

  /** Goes back to the search. */
  async #back(): Promise<void> {
    this.#trial.end();
    await focusInside(this, '#other');
  }

  async #giveUp({ message }: Failure): Promise<void> {
    this.error = message;
    await this.#back();
  }

  #chooseAnother(): void {
    if (this.merging) return;
    this.error = '';
    void this.#back();
  }

  #search(): TemplateResult {
    const { found, failure, loading } = this.#finder;
    const explains = found && !failure && (this.#candidates.length === 0 || !this.#finder.foundAll);
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
          : html`<div aria-busy=${this.#trial.loading ? 'true' : 'false'}>
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
          held: !this.#trial.current,
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
    const { other, result, failure } = this.#trial;
    return html`<div class="content">
      ${result && other ? this.#comparison(other, result) : this.#search()}
      <div role="alert">${fieldError('merge', this.error || failure?.message || (result ? '' : this.#finder.explanation))}</div>
      ${
        result && failure
          ? html`<div><button type="button" @click=${this.#retry}>${texts.common.retry}</button></div>`
          : nothing
      }
    </div>`;
  }
}

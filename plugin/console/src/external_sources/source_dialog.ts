// SPDX-License-Identifier: BSL-1.0
import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';

import type { Client } from '../api/client.js';
import { maxActive, sources, type ExternalSource } from '../api/external_sources.js';
import { busyButton } from '../parts/busy_button.js';
import { FormDialog } from '../parts/form_dialog.js';
import { focusFault, focusInside } from '../parts/focus.js';
import { switchField } from '../parts/switch_field.js';
import { fieldError, textField } from '../parts/text_field.js';
import { texts } from '../texts.js';
import type { LinkParts } from './link_parts.js';
import { linkPreview, linkPreviewStyles } from './link_preview.js';
import { checkForm, draftOf, errorsOf, formOf, type SourceForm, type SourceFormErrors } from './source_form.js';

/** Adds a source, or edits the one given. Fires `saved` with the source as it now is, and `dismiss`. */
@customElement('extsrc-source-dialog')
export class SourceDialog extends FormDialog {
  static override styles = [...FormDialog.styles, linkPreviewStyles];

  @property({ attribute: false }) client!: Client;
  @property({ attribute: false }) source: ExternalSource | undefined;
  @property({ attribute: false }) activeCount: number | undefined;

  @state() private form!: SourceForm;
  @state() private errors: SourceFormErrors = {};
  @state() private saving = false;
  @state() private sample: string = texts.sources.sampleId;

  override connectedCallback(): void {
    super.connectedCallback();
    this.form = formOf(this.source);
  }

  override get changed(): boolean {
    return JSON.stringify(this.form) !== JSON.stringify(formOf(this.source));
  }

  #change(change: Partial<SourceForm>, ...settled: (keyof SourceFormErrors)[]): void {
    this.form = { ...this.form, ...change };
    const errors = { ...this.errors };
    for (const field of settled) delete errors[field];
    this.errors = errors;
  }
  #changeLink(change: Partial<LinkParts>, ...settled: (keyof SourceFormErrors)[]): void {
    this.#change({ link: { ...this.form.link, ...change } }, ...settled);
  }

  // The button that was pressed goes, and what it brought takes its focus.
  #addId(): void {
    if (this.saving) return;
    this.#changeLink({ withId: true });
    void focusInside(this, '#end');
  }

  async #save(event: Event): Promise<void> {
    event.preventDefault();
    if (this.saving) return;
    this.errors = checkForm(this.form);
    if (Object.keys(this.errors).length > 0) return focusFault(this);
    this.saving = true;
    this.announce(texts.common.saving);
    const draft = draftOf(this.form, this.source);
    const saved = this.source
      ? await sources.replace(this.client, this.source.id, draft)
      : await sources.create(this.client, draft);
    this.saving = false;
    if (saved.ok) return void this.dispatchEvent(new CustomEvent('saved', { detail: saved.value }));
    this.errors = errorsOf(saved.failure, this.form);
    await focusFault(this);
  }

  #linkFields() {
    const { start, end, withId } = this.form.link;
    return html`
      ${textField({
        id: 'start',
        label: texts.sources.start,
        hint: withId ? texts.sources.startHint : texts.sources.withoutIdHint,
        placeholder: texts.sources.startExample,
        value: start,
        error: this.errors.start,
        readonly: this.saving,
        onInput: (value) => this.#changeLink({ start: value }, 'start'),
      })}
      ${
        withId
          ? textField({
              id: 'end',
              label: texts.sources.end,
              hint: texts.sources.endHint,
              placeholder: texts.sources.endExample,
              value: end,
              error: this.errors.end,
              readonly: this.saving,
              onInput: (value) => this.#changeLink({ end: value }, 'end', 'start'),
            })
          : html`<div>
              <button type="button" @click=${this.#addId}>${texts.sources.addId}</button>
            </div>`
      }
    `;
  }

  #statusHint(): string {
    const meaning = this.form.active ? texts.sources.activeMeaning : texts.sources.disabledMeaning;
    return this.activeCount === undefined ? meaning : `${texts.sources.activeOf(this.activeCount, maxActive)}. ${meaning}`;
  }

  protected override get caption(): string {
    return this.source ? texts.sources.editHeading : texts.sources.add;
  }
  protected override get isBusy(): boolean {
    return this.saving;
  }

  protected override content(): TemplateResult {
    return html`<form class="content" novalidate @submit=${this.#save}>
      ${textField({
        id: 'name',
        label: texts.sources.name,
        hint: texts.sources.nameHint,
        value: this.form.name,
        error: this.errors.name,
        readonly: this.saving,
        required: true,
        autofocus: true,
        onInput: (name) => this.#change({ name }, 'name'),
      })}
      ${this.#linkFields()} ${linkPreview(this.form.link, this.sample, (sample) => (this.sample = sample))}
      ${switchField({
        id: 'status',
        label: texts.sources.activeSwitch,
        hint: this.#statusHint(),
        checked: this.form.active,
        error: this.errors.status,
        readonly: this.saving,
        onChange: (active) => this.#change({ active }, 'status'),
      })}
      <div role="alert">${this.errors.other ? fieldError('form', this.errors.other) : nothing}</div>
      <div class="actions">
        <button type="button" aria-disabled=${this.saving ? 'true' : nothing} @click=${this.dismiss}>
          ${texts.common.cancel}
        </button>
        ${busyButton({
          label: texts.common.save,
          busyLabel: texts.common.saving,
          busy: this.saving,
          kind: 'primary',
          type: 'submit',
        })}
      </div>
    </form>`;
  }
}

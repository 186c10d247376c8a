// SPDX-License-Identifier: BSL-1.0
import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';

import { Client } from '../api/client.js';
import { resolutions, type Resolution } from '../api/identity_resolution.js';
import { Latest } from '../api/latest.js';
import { busyButton } from '../parts/busy_button.js';
import '../parts/confirmation.js';
import { focusFault, keepFocus } from '../parts/focus.js';
import { noticeStyles } from '../parts/notice.js';
import { shared } from '../parts/styles.js';
import { switchField } from '../parts/switch_field.js';
import { fieldError, textField } from '../parts/text_field.js';
import type { Console } from '../shell/console.js';
import { texts } from '../texts.js';
import { pathOf, type Channel } from './channels.js';
import { draftOf, errorsOf, resolutionOf, same, type ResolutionDraft, type ResolutionErrors } from './resolution_draft.js';
import { SourceChoice } from './source_choice.js';
import { sourceField, sourcesFailure } from './source_field.js';
import { integrationFormStyles } from './integration_form_styles.js';

/**
 * Opens one integration of a channel by its id, and edits how it resolves. Fires `unsaved-change` when it begins or ceases to hold
 * changes that are not saved.
 */
@customElement('extsrc-integration-form')
export class IntegrationForm extends LitElement {
  static override styles = [...shared, noticeStyles, integrationFormStyles];

  @property({ attribute: false }) console!: Console;
  @property({ attribute: false }) channel!: Channel;

  @state() private typed: string[] = [];
  @state() private missing = false;
  @state() private opening: string | undefined; // the path
  @state() private openError = '';
  @state() private opened: { ids: string[]; stored: Resolution } | undefined;
  @state() private draft: ResolutionDraft | undefined;
  @state() private saving = false;
  @state() private saved = false;
  @state() private errors: ResolutionErrors = {};
  @state() private asksToDiscard = false;

  #client!: Client;
  #latest = new Latest();
  #sources = new SourceChoice(this, () => this.#client);

  override connectedCallback(): void {
    super.connectedCallback();
    this.#client = new Client(this.console);
    this.typed = this.channel.parameters.map(() => '');
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#latest.end();
  }

  /** Whether there are changes that are not saved. */
  get unsaved(): boolean {
    return this.draft !== undefined && this.opened !== undefined && !same(this.draft, draftOf(this.opened.stored));
  }

  get #asked(): { ids: string[]; path: string } {
    const ids = this.typed.map((value) => value.trim());
    return { ids, path: pathOf(this.channel, ids) };
  }

  get #editable(): boolean {
    return this.channel.edit.every((permission) => this.console.can(permission));
  }

  override updated(): void {
    this.dispatchEvent(new CustomEvent('unsaved-change'));
  }

  #change(change: Partial<ResolutionDraft>): void {
    if (this.draft) this.draft = { ...this.draft, ...change };
    this.saved = false;
    this.errors = {};
  }

  #ask(event: Event): void {
    event.preventDefault();
    const { ids, path } = this.#asked;
    if (this.saving || this.opening === path) return;
    this.missing = ids.includes('');
    if (this.missing) return void focusFault(this, '.chooser');
    if (this.unsaved) this.asksToDiscard = true;
    else void this.#open();
  }

  async #open(): Promise<void> {
    this.asksToDiscard = false;
    this.openError = '';
    const { ids, path } = this.#asked;
    this.opening = path;
    const signal = this.#latest.begin();
    const stored = await resolutions.get(this.#client, path, this.channel.wrapper, signal);
    if (stored.ok && this.channel.takesSource) await this.#sources.load(stored.value.externalSource);
    if (signal.aborted) return;
    this.opening = undefined;
    if (!stored.ok) return void (this.openError = stored.failure.message);
    this.#show(ids, stored.value);
    this.saved = false;
    this.console.announce(texts.resolution.openedText(ids.at(-1) ?? ''));
  }

  #show(ids: string[], stored: Resolution): void {
    this.opened = { ids, stored };
    this.draft = draftOf(stored);
    this.errors = {};
  }

  #undo(): void {
    if (this.opened) this.#show(this.opened.ids, this.opened.stored);
    void keepFocus(this, '.configuration input');
  }

  async #listSources(): Promise<void> {
    await this.#sources.load(this.opened?.stored.externalSource);
    await keepFocus(this, '#source');
  }

  async #save(event: Event): Promise<void> {
    event.preventDefault();
    if (this.saving || this.opening !== undefined || !this.draft || !this.opened) return;
    this.saving = true;
    const { ids } = this.opened;
    const sent = this.draft;
    const answer = await resolutions.put(
      this.#client,
      pathOf(this.channel, ids),
      resolutionOf(sent, this.channel),
      this.channel.wrapper,
    );
    this.saving = false;
    const changedMeanwhile = !same(this.draft, sent);
    if (!answer.ok) {
      this.errors = errorsOf(answer.failure, this.channel);
      return void (changedMeanwhile || focusFault(this, '.configuration'));
    }
    this.opened = { ids, stored: answer.value };
    if (!changedMeanwhile) this.#show(ids, answer.value);
    this.saved = !changedMeanwhile;
    this.console.announce(texts.resolution.saved);
  }

  #chooser(): TemplateResult {
    return html`<form class="chooser" novalidate @submit=${this.#ask}>
      ${this.channel.parameters.map((parameter, i) =>
        textField({
          id: `${this.channel.key}-${parameter}`,
          label: texts.resolution.parameters[parameter],
          value: this.typed[i] ?? '',
          error: this.missing && !this.typed[i]?.trim() ? texts.resolution.idMissing : undefined,
          onInput: (value) => (this.typed = this.typed.with(i, value)),
        }),
      )}
      ${busyButton({
        label: texts.resolution.open,
        busyLabel: texts.resolution.opening,
        busy: this.opening === this.#asked.path,
        held: this.saving,
        type: 'submit',
      })}
    </form>`;
  }

  #sourceField(draft: ResolutionDraft, disabled: boolean): TemplateResult | typeof nothing {
    if (!this.channel.takesSource) return nothing;
    const field = sourceField(this.#sources, this.opened?.stored.externalSource, {
      value: draft.sourceId,
      disabled,
      error: this.errors.source,
      onChange: (sourceId) => this.#change({ sourceId }),
    });
    const failure = this.#editable ? sourcesFailure(this.#sources, () => void this.#listSources()) : nothing;
    return html`<div class="source">${field} ${failure}</div>`;
  }

  #automergeFields(draft: ResolutionDraft, disabled: boolean): TemplateResult | typeof nothing {
    if (!this.channel.takesAutomerge) return nothing;
    return html`<fieldset>
      <legend>${texts.resolution.automerge}</legend>
      ${switchField({
        id: 'signed-in',
        label: texts.resolution.mergesSignedIn,
        hint: texts.resolution.mergesSignedInHint,
        checked: draft.mergesSignedIn,
        disabled,
        onChange: (mergesSignedIn) => this.#change({ mergesSignedIn }),
      })}
      ${switchField({
        id: 'tracked',
        label: texts.resolution.mergesTracked,
        hint: texts.resolution.mergesTrackedHint,
        checked: draft.mergesTracked,
        disabled,
        onChange: (mergesTracked) => this.#change({ mergesTracked }),
      })}
    </fieldset>`;
  }

  #saveRow(): TemplateResult {
    return html`<div class="save">
      ${busyButton({
        label: texts.common.save,
        busyLabel: texts.common.saving,
        busy: this.saving,
        held: this.opening !== undefined,
        kind: 'primary',
        type: 'submit',
      })}
      ${
        this.unsaved
          ? html`<button type="button" @click=${this.#undo}>${texts.resolution.undo}</button>
              <span class="badge careful">${texts.resolution.unsaved}</span>`
          : nothing
      }
      ${this.saved ? html`<span class="badge good">${texts.resolution.saved}</span>` : nothing}
    </div>`;
  }

  #configuration(): TemplateResult | typeof nothing {
    if (!this.opened || !this.draft) return nothing;
    const { draft } = this;
    const editable = this.#editable;
    const disabled = !editable || this.opening !== undefined; // another configuration takes its place
    return html`<form class="card configuration" novalidate @submit=${this.#save}>
      <h3>${texts.resolution.integration(this.opened.ids.join(' / '))}</h3>
      ${switchField({
        id: 'resolves',
        label: texts.resolution.resolves,
        hint: texts.resolution.resolvesHint,
        checked: draft.resolves,
        disabled,
        onChange: (resolves) => this.#change({ resolves }),
      })}
      ${this.#sourceField(draft, disabled)} ${this.#automergeFields(draft, disabled)}
      ${textField({
        id: 'division',
        label: texts.resolution.division,
        hint: texts.resolution.divisionHint,
        value: draft.division,
        disabled,
        error: this.errors.division,
        onInput: (division) => this.#change({ division }),
      })}
      <div role="alert">${this.errors.other ? fieldError('form', this.errors.other) : nothing}</div>
      ${editable ? this.#saveRow() : html`<p class="muted">${texts.resolution.readOnly}</p>`}
    </form>`;
  }

  #discardQuestion(): TemplateResult | typeof nothing {
    if (!this.asksToDiscard) return nothing;
    return html`<extsrc-confirmation
      .heading=${texts.common.discardHeading}
      .sentences=${[texts.resolution.discardText]}
      .action=${texts.common.discard}
      danger
      @confirm=${() => this.#open()}
      @dismiss=${() => (this.asksToDiscard = false)}
    ></extsrc-confirmation>`;
  }

  override render() {
    return html`
      ${this.#chooser()}
      <div role="alert">${this.openError ? fieldError('open', this.openError) : nothing}</div>
      ${this.#configuration()} ${this.#discardQuestion()}
    `;
  }
}

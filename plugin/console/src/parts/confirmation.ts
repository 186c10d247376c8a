// SPDX-License-Identifier: BSL-1.0
import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';

import { texts } from '../texts.js';
import { busyButton } from './busy_button.js';
import { DialogElement } from './dialog_element.js';
import { fieldError } from './text_field.js';

/** Asks before something is done. Fires `confirm` and `dismiss`; whoever asks does it and shows how it goes. */
@customElement('extsrc-confirmation')
export class Confirmation extends DialogElement {
  @property() heading = '';
  @property({ attribute: false }) sentences: string[] = [];
  @property() action = '';
  @property() refusal: string = texts.common.cancel;
  @property() busyLabel = '';
  @property() error = '';
  @property({ type: Boolean }) danger = false;
  @property({ type: Boolean }) busy = false;

  protected override get caption(): string {
    return this.heading;
  }
  protected override get isBusy(): boolean {
    return this.busy;
  }

  protected override content(): TemplateResult {
    return html`<div class="content">
      ${this.sentences.map((sentence) => html`<p>${sentence}</p>`)}
      <div role="alert">${this.error ? fieldError('confirmation', this.error) : nothing}</div>
      <div class="actions">
        <button type="button" ?autofocus=${this.danger} aria-disabled=${this.busy ? 'true' : nothing} @click=${this.dismiss}>
          ${this.refusal}
        </button>
        ${busyButton({
          label: this.action,
          busy: this.busy,
          busyLabel: this.busyLabel,
          kind: this.danger ? 'danger' : 'primary',
          autofocus: !this.danger,
          onPress: () => this.dispatchEvent(new CustomEvent('confirm')),
        })}
      </div>
    </div>`;
  }
}

// SPDX-License-Identifier: BSL-1.0
import { LitElement, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';

import { texts } from '../texts.js';
import { busyButton } from './busy_button.js';
import './dialog.js';
import { dialogForm } from './dialog_form.js';
import { fieldError } from './text_field.js';
import { shared } from './styles.js';

/** Asks before something is done. Fires `confirm` and `dismiss`; whoever asks does it and shows how it goes. */
@customElement('extsrc-confirmation')
export class Confirmation extends LitElement {
  static override styles = [...shared, dialogForm];

  @property() heading = '';
  @property({ attribute: false }) sentences: string[] = [];
  @property() action = '';
  @property() busyLabel = '';
  @property() error = '';
  @property({ type: Boolean }) danger = false;
  @property({ type: Boolean }) busy = false;

  #fire(name: string): void {
    if (!this.busy) this.dispatchEvent(new CustomEvent(name));
  }

  override render() {
    return html`<extsrc-dialog .heading=${this.heading} .busy=${this.busy} @dismiss=${() => this.#fire('dismiss')}>
      <div class="form">
        ${this.sentences.map((sentence) => html`<p>${sentence}</p>`)}
        <div role="alert">${this.error ? fieldError('confirmation', this.error) : nothing}</div>
        <div class="actions">
          <button type="button" aria-disabled=${this.busy ? 'true' : nothing} @click=${() => this.#fire('dismiss')}>
            ${texts.common.cancel}
          </button>
          ${busyButton({
            label: this.action,
            busy: this.busy,
            busyLabel: this.busyLabel,
            kind: this.danger ? 'danger' : 'primary',
            autofocus: !this.danger,
            onPress: () => this.#fire('confirm'),
          })}
        </div>
      </div>
    </extsrc-dialog>`;
  }
}

// SPDX-License-Identifier: BSL-1.0
import { html, nothing, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';

import { texts } from '../texts.js';
import './confirmation.js';
import { DialogElement } from './dialog_element.js';

/** A dialog that one types into: it asks before it discards that. */
export abstract class FormDialog extends DialogElement {
  @state() private asksToDiscard = false;

  /** Whether something was typed that is not saved. */
  abstract get changed(): boolean;

  protected override get mayClose(): boolean {
    return super.mayClose && !this.changed;
  }

  protected override dismiss(event?: Event): void {
    super.dismiss(event);
    this.asksToDiscard = this.changed && !this.isBusy;
  }

  override render() {
    return html`${super.render()}${this.asksToDiscard ? this.#question() : nothing}`;
  }

  #question(): TemplateResult {
    return html`<extsrc-confirmation
      .heading=${texts.common.discardHeading}
      .sentences=${[texts.common.discardText]}
      .action=${texts.common.discard}
      .refusal=${texts.common.keep}
      danger
      @confirm=${this.close}
      @dismiss=${() => (this.asksToDiscard = false)}
    ></extsrc-confirmation>`;
  }
}

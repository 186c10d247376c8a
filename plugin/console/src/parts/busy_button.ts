// SPDX-License-Identifier: BSL-1.0
import { html, nothing, type TemplateResult } from 'lit';

export interface BusyButton {
  label: string;
  busy: boolean;
  busyLabel: string;
  /** Whether something else has to end first. */
  held?: boolean;
  kind?: 'primary' | 'danger' | '';
  type?: 'button' | 'submit';
  autofocus?: boolean;
  onPress?: () => void;
}

/** A button that says what it is waiting for; meanwhile it keeps the focus and does nothing, unless the form it submits does. */
export const busyButton = (button: BusyButton): TemplateResult => html`
  <button
    type=${button.type ?? 'button'}
    class=${button.kind ?? ''}
    ?autofocus=${button.autofocus}
    aria-disabled=${button.busy || button.held ? 'true' : nothing}
    aria-busy=${button.busy ? 'true' : nothing}
    @click=${() => button.busy || button.held || button.onPress?.()}
  >
    ${button.busy ? html`<span class="spinner" aria-hidden="true"></span>${button.busyLabel}` : button.label}
  </button>
`;

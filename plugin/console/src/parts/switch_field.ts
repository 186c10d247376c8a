// SPDX-License-Identifier: BSL-1.0
import { html, nothing, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { live } from 'lit/directives/live.js';

import { describedBy, fieldError, fieldHint } from './text_field.js';

export interface SwitchField {
  id: string;
  label: string;
  checked: boolean;
  hint?: string;
  error?: string | undefined;
  disabled?: boolean;
  readonly?: boolean;
  onChange: (checked: boolean) => void;
}

/** Something that is on or off. */
export const switchField = (field: SwitchField): TemplateResult => html`
  <div class="switch">
    <input
      id=${field.id}
      type="checkbox"
      role="switch"
      .checked=${live(field.checked)}
      ?disabled=${field.disabled}
      aria-readonly=${field.readonly ? 'true' : nothing}
      aria-invalid=${field.error ? 'true' : nothing}
      aria-describedby=${ifDefined(describedBy(field.id, field.hint, field.error))}
      @click=${(event: Event) => field.readonly && event.preventDefault()}
      @change=${(event: Event) => field.onChange((event.target as HTMLInputElement).checked)}
    />
    <label for=${field.id}>${field.label}</label>
    ${fieldHint(field.id, field.hint)} ${fieldError(field.id, field.error)}
  </div>
`;

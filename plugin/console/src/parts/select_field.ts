// SPDX-License-Identifier: BSL-1.0
import { html, nothing, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { live } from 'lit/directives/live.js';

import { describedBy, fieldError, fieldHint } from './text_field.js';

export interface SelectField {
  id: string;
  label: string;
  value: string;
  options: [value: string, label: string][];
  hint?: string;
  error?: string | undefined;
  disabled?: boolean;
  onChange: (value: string) => void;
}

/** One of several. */
export const selectField = (field: SelectField): TemplateResult => html`
  <div class="field">
    <label for=${field.id}>${field.label}</label>
    <select
      id=${field.id}
      ?disabled=${field.disabled}
      aria-invalid=${field.error ? 'true' : nothing}
      aria-describedby=${ifDefined(describedBy(field.id, field.hint, field.error))}
      @change=${(event: Event) => field.onChange((event.target as HTMLSelectElement).value)}
    >
      ${field.options.map(
        // A choice of the user's stays in the property whatever the attribute says.
        ([value, label]) => html`<option value=${value} .selected=${live(value === field.value)}>${label}</option>`,
      )}
    </select>
    ${fieldHint(field.id, field.hint)} ${fieldError(field.id, field.error)}
  </div>
`;

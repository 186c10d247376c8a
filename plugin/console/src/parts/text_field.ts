// SPDX-License-Identifier: BSL-1.0
import { html, nothing, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { live } from 'lit/directives/live.js';

import { icons } from './icons.js';

export interface TextField {
  id: string;
  label: string;
  value: string;
  hint?: string;
  error?: string | undefined;
  placeholder?: string;
  required?: boolean;
  autofocus?: boolean;
  disabled?: boolean;
  readonly?: boolean;
  type?: 'text' | 'url' | 'search';
  onInput: (value: string) => void;
}

/** The ids of what describes a field, for `aria-describedby`. */
export const describedBy = (id: string, hint: unknown, error: unknown): string | undefined =>
  [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined;

export const fieldError = (id: string, error: string | undefined): TemplateResult | typeof nothing =>
  error ? html`<p class="error" id="${id}-error">${icons.warning}<span>${error}</span></p>` : nothing;

export const fieldHint = (id: string, hint: string | undefined): TemplateResult | typeof nothing =>
  hint ? html`<p class="hint" id="${id}-hint">${hint}</p>` : nothing;

/** A labelled line of text with its hint and its error. */
export const textField = (field: TextField): TemplateResult => html`
  <div class="field">
    <label for=${field.id}>${field.label}</label>
    <input
      id=${field.id}
      type=${field.type ?? 'text'}
      autocomplete="off"
      autocapitalize="none"
      spellcheck="false"
      .value=${live(field.value)}
      placeholder=${ifDefined(field.placeholder)}
      ?disabled=${field.disabled}
      ?readonly=${field.readonly}
      ?autofocus=${field.autofocus}
      aria-required=${field.required ? 'true' : nothing}
      aria-invalid=${field.error ? 'true' : nothing}
      aria-describedby=${ifDefined(describedBy(field.id, field.hint, field.error))}
      @input=${(event: InputEvent) => field.onInput((event.target as HTMLInputElement).value)}
    />
    ${fieldHint(field.id, field.hint)} ${fieldError(field.id, field.error)}
  </div>
`;

// SPDX-License-Identifier: BSL-1.0
// What every element of the pages shares: text, buttons, fields, badges. Colours are the shell's, so they follow its theme.
import { css } from 'lit';

export const base = css`
  :host {
    display: block;
    font-family: var(--ccp-font);
    color: var(--ccp-text);
    line-height: 1.5;
    --tint: color-mix(in srgb, var(--ccp-accent) 9%, var(--ccp-surface));
    --quiet: color-mix(in srgb, var(--ccp-text) 5%, var(--ccp-surface));
  }
  :host([hidden]) {
    display: none;
  }
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  h1,
  h2,
  h3,
  p,
  ul,
  ol,
  dl,
  dd {
    margin: 0;
    padding: 0;
  }
  ul,
  ol {
    list-style: none;
  }
  h1 {
    font-size: 1.625rem;
    line-height: 1.25;
    font-weight: 650;
    letter-spacing: -0.015em;
    overflow-wrap: anywhere;
  }
  h1:focus {
    outline: none;
  }
  h2 {
    font-size: 1.0625rem;
    font-weight: 620;
  }
  a {
    color: var(--ccp-accent);
    text-underline-offset: 0.2em;
    overflow-wrap: anywhere;
  }
  .muted {
    color: var(--ccp-text-muted);
  }
  .lead {
    color: var(--ccp-text-muted);
    max-width: 46rem;
    margin-top: 0.25rem;
  }
  .icon {
    width: 1.125rem;
    height: 1.125rem;
    flex: none;
  }
  .card {
    background: var(--ccp-surface);
    border: 1px solid var(--ccp-border);
    border-radius: calc(var(--ccp-radius) * 1.25);
  }
  [role='alert']:empty {
    display: none;
  }
  .visually-hidden {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  :focus-visible {
    outline: 2px solid var(--ccp-focus);
    outline-offset: 2px;
  }
  @media (prefers-reduced-motion: reduce) {
    *,
    *::before,
    *::after {
      animation: none !important;
      transition: none !important;
    }
  }
`;

export const buttons = css`
  button,
  .button {
    font: inherit;
    font-weight: 550;
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 0.5rem;
    min-height: 2.5rem;
    padding: 0.375rem 1rem;
    border: 1px solid var(--ccp-border);
    border-radius: var(--ccp-radius);
    background: var(--ccp-surface);
    color: var(--ccp-text);
    cursor: pointer;
    text-decoration: none;
    transition:
      background-color 120ms,
      border-color 120ms;
  }
  button:hover,
  .button:hover {
    background: var(--quiet);
  }
  button.primary {
    background: var(--ccp-accent);
    border-color: var(--ccp-accent);
    color: var(--ccp-accent-text);
  }
  button.primary:hover {
    background: color-mix(in srgb, var(--ccp-accent) 88%, var(--ccp-text));
  }
  button.danger {
    border-color: var(--ccp-danger);
    color: var(--ccp-danger);
  }
  button.danger:hover {
    background: color-mix(in srgb, var(--ccp-danger) 8%, var(--ccp-surface));
  }
  button.icon-only {
    padding: 0;
    width: 2.25rem;
    min-height: 2.25rem;
    border-color: transparent;
    background: transparent;
    color: var(--ccp-text-muted);
  }
  button.icon-only:hover {
    background: var(--quiet);
    color: var(--ccp-text);
  }
  button[aria-disabled='true'] {
    cursor: default;
    opacity: 0.6;
  }
  .spinner {
    width: 1rem;
    height: 1rem;
    border: 2px solid currentColor;
    border-right-color: transparent;
    border-radius: 50%;
    animation: turn 700ms linear infinite;
  }
  @keyframes turn {
    to {
      transform: rotate(1turn);
    }
  }
`;

export const fields = css`
  .field {
    display: grid;
    gap: 0.25rem;
    min-width: 0;
  }
  label,
  .label {
    font-weight: 580;
    font-size: 0.9375rem;
  }
  .hint {
    color: var(--ccp-text-muted);
    font-size: 0.875rem;
  }
  input:not([type='checkbox']),
  select {
    font: inherit;
    color: inherit;
    width: 100%;
    min-height: 2.5rem;
    padding: 0.375rem 0.75rem;
    background: var(--ccp-surface);
    border: 1px solid color-mix(in srgb, var(--ccp-text) 45%, var(--ccp-surface));
    border-radius: var(--ccp-radius);
  }
  input::placeholder {
    color: var(--ccp-text-muted);
    opacity: 1;
  }
  [aria-invalid='true']:not([type='checkbox']) {
    border-color: var(--ccp-danger);
    box-shadow: 0 0 0 1px var(--ccp-danger);
  }
  .error {
    display: flex;
    gap: 0.375rem;
    align-items: flex-start;
    color: var(--ccp-danger);
    font-size: 0.875rem;
    overflow-wrap: anywhere;
  }
  .error .icon {
    margin-top: 0.125rem;
    width: 1rem;
    height: 1rem;
  }
  .switch {
    display: grid;
    grid-template-columns: auto 1fr;
    column-gap: 0.75rem;
    row-gap: 0.125rem;
    align-items: center;
  }
  .switch > :not(input, label) {
    grid-column: 2;
  }
  input[role='switch'] {
    appearance: none;
    position: relative;
    width: 2.5rem;
    height: 1.5rem;
    margin: 0;
    border-radius: 0.75rem;
    border: 1px solid color-mix(in srgb, var(--ccp-text) 45%, var(--ccp-surface));
    background: var(--quiet);
    cursor: pointer;
    transition: background-color 120ms;
  }
  input[role='switch']::after {
    content: '';
    position: absolute;
    top: 0.1875rem;
    left: 0.1875rem;
    width: 1rem;
    height: 1rem;
    border-radius: 50%;
    background: color-mix(in srgb, var(--ccp-text) 60%, var(--ccp-surface));
    transition: transform 120ms;
  }
  input[role='switch']:checked {
    background: var(--ccp-accent);
    border-color: var(--ccp-accent);
  }
  input[role='switch']:checked::after {
    background: var(--ccp-accent-text);
    transform: translateX(1rem);
  }
  @media (forced-colors: active) {
    input[role='switch']::after {
      background: CanvasText;
    }
    input[role='switch']:checked {
      background: Highlight;
      forced-color-adjust: none;
    }
  }
  input:disabled,
  select:disabled {
    cursor: not-allowed;
    opacity: 0.7;
  }
`;

export const badges = css`
  .badge {
    display: inline-flex;
    align-items: center;
    gap: 0.375rem;
    padding: 0.0625rem 0.625rem;
    border-radius: 1rem;
    font-size: 0.8125rem;
    font-weight: 580;
    white-space: nowrap;
    color: var(--ccp-text);
    background: color-mix(in srgb, var(--hue, var(--ccp-text)) 13%, var(--ccp-surface));
  }
  .badge::before {
    content: '';
    width: 0.5rem;
    height: 0.5rem;
    border-radius: 50%;
    background: var(--hue, var(--ccp-text-muted));
  }
  .badge.good {
    --hue: var(--ccp-success);
  }
  .badge.notable {
    --hue: var(--ccp-accent);
  }
  .badge.careful {
    --hue: var(--ccp-warning);
  }
`;

export const shared = [base, buttons, fields, badges];

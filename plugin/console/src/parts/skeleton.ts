// SPDX-License-Identifier: BSL-1.0
import { css, html, type TemplateResult } from 'lit';

export const skeletonStyles = css`
  .skeleton {
    display: grid;
    gap: 1.25rem;
    padding: 1.5rem 1rem;
  }
  .skeleton span:not(.visually-hidden) {
    height: 0.875rem;
    border-radius: 0.4375rem;
    background: color-mix(in srgb, var(--ccp-text) 9%, var(--ccp-surface));
    animation: breathe 1.4s ease-in-out infinite alternate;
  }
  .skeleton span:nth-child(odd) {
    margin-right: 30%;
  }
  @keyframes breathe {
    to {
      opacity: 0.4;
    }
  }
`;

/** Stands where something is about to be. */
export const skeleton = (label: string): TemplateResult =>
  html`<div class="skeleton" role="status" aria-busy="true">
    <span class="visually-hidden">${label}</span>
    ${Array.from({ length: 5 }, () => html`<span aria-hidden="true"></span>`)}
  </div>`;

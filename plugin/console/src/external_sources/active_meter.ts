// SPDX-License-Identifier: BSL-1.0
import { css, html, nothing, type TemplateResult } from 'lit';

import { maxActive } from '../api/external_sources.js';
import { texts } from '../texts.js';

export const activeMeterStyles = css`
  .meter {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5rem 0.75rem;
    font-size: 0.9375rem;
  }
  .meter strong {
    font-weight: 620;
  }
  .places {
    display: flex;
    gap: 0.1875rem;
  }
  .places span {
    width: 0.875rem;
    height: 0.5rem;
    border-radius: 0.25rem;
    background: color-mix(in srgb, var(--ccp-text) 16%, var(--ccp-surface));
  }
  .places .taken {
    background: var(--ccp-success);
  }
  .full .places .taken {
    background: var(--ccp-warning);
  }
`;

/** How many of the places for active sources are taken. */
export function activeMeter(count: number | undefined): TemplateResult | typeof nothing {
  if (count === undefined) return nothing;
  const full = count >= maxActive;
  return html`<p class="meter ${full ? 'full' : ''}">
    <span class="places" aria-hidden="true">
      ${Array.from({ length: maxActive }, (_, i) => html`<span class=${i < count ? 'taken' : ''}></span>`)}
    </span>
    <strong>${texts.sources.activeOf(count, maxActive)}</strong>
    ${full ? html`<span class="muted">${texts.sources.fullHint}</span>` : nothing}
  </p>`;
}

// SPDX-License-Identifier: BSL-1.0
import { css, html, nothing, type TemplateResult } from 'lit';

import { icons } from '../parts/icons.js';
import { selectField } from '../parts/select_field.js';
import { texts } from '../texts.js';
import type { SourceListing } from './source_listing.js';

const sizes = [25, 50, 100];

export const pagerStyles = css`
  .pager {
    display: flex;
    flex-wrap: wrap;
    gap: 0.75rem 1.5rem;
    align-items: center;
    justify-content: space-between;
    padding: 0.75rem 1rem;
    border-top: 1px solid var(--ccp-border);
  }
  .pager .field {
    grid-template-columns: auto 5.5rem;
    align-items: center;
    gap: 0.75rem;
  }
  .pager label {
    font-weight: 400;
    color: var(--ccp-text-muted);
  }
  .pager .steps {
    display: flex;
    align-items: center;
    gap: 0.75rem;
  }
  .pager .steps span {
    white-space: nowrap;
  }
  @media (max-width: 30rem) {
    .pager .steps {
      width: 100%;
      justify-content: space-between;
    }
    .pager .steps button {
      padding-inline: 0.625rem;
    }
  }
`;

const step = (label: string, possible: boolean, onPress: () => void, content: TemplateResult) => html`
  <button type="button" aria-disabled=${possible ? nothing : 'true'} aria-label=${label} @click=${() => possible && onPress()}>
    ${content}
  </button>
`;

/** Steps through the pages of the listing. */
export const pager = (listing: SourceListing, resized: (size: number) => void): TemplateResult =>
  html`<nav class="pager" aria-label=${texts.sources.pages}>
    ${selectField({
      id: 'page-size',
      label: texts.sources.pageSize,
      value: String(listing.pageSize),
      options: sizes.map((size) => [String(size), String(size)]),
      onChange: (value) => resized(Number(value)),
    })}
    <div class="steps">
      ${step(
        texts.sources.previousPage,
        listing.hasPrevious && !listing.loading,
        () => listing.previous(),
        html`${icons.previous}${texts.sources.previous}`,
      )}
      <span class="muted">${texts.sources.page(listing.pageNumber)}</span>
      ${step(
        texts.sources.nextPage,
        listing.hasNext && !listing.loading,
        () => listing.next(),
        html`${texts.sources.next}${icons.next}`,
      )}
    </div>
  </nav>`;

// SPDX-License-Identifier: BSL-1.0
import { css, html, type TemplateResult } from 'lit';

import { selectField } from '../parts/select_field.js';
import { textField } from '../parts/text_field.js';
import { texts } from '../texts.js';
import type { SourceListing, StatusFilter } from './source_listing.js';

export const filterStyles = css`
  .filters {
    display: grid;
    grid-template-columns: minmax(0, 1fr) 11rem;
    gap: 0.75rem;
    align-items: end;
  }
  @media (max-width: 30rem) {
    .filters {
      grid-template-columns: minmax(0, 1fr);
    }
  }
`;

/** What narrows the listing down; `typed` and `chosen` are told of changes. */
export const filters = (
  listing: SourceListing,
  typed: (name: string) => void,
  chosen: (status: StatusFilter) => void,
): TemplateResult =>
  html`<div class="filters" role="search" aria-label=${texts.sources.filters}>
    ${textField({
      id: 'search',
      type: 'search',
      label: texts.sources.search,
      placeholder: texts.sources.searchPlaceholder,
      value: listing.name,
      onInput: typed,
    })}
    ${selectField({
      id: 'status-filter',
      label: texts.sources.status,
      value: listing.status,
      options: [
        ['all', texts.sources.allStatuses],
        ['active', texts.sources.active],
        ['disabled', texts.sources.disabled],
      ],
      onChange: (value) => chosen(value as StatusFilter),
    })}
  </div>`;

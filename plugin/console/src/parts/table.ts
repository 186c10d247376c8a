// SPDX-License-Identifier: BSL-1.0
import { css, type CSSResult } from 'lit';

const columns = css`
  table {
    width: 100%;
    border-collapse: collapse;
  }
  th,
  td {
    text-align: left;
    padding: 0.6875rem 1rem;
    vertical-align: middle;
  }
  th {
    font-size: 0.8125rem;
    font-weight: 600;
    color: var(--ccp-text-muted);
    white-space: nowrap;
  }
  td[role='rowheader'],
  th[scope='row'] {
    font-size: 1rem;
    font-weight: 580;
    color: var(--ccp-text);
    white-space: normal;
    overflow-wrap: anywhere;
  }
  tbody tr {
    border-top: 1px solid var(--ccp-border);
  }
  tbody tr:hover {
    background: color-mix(in srgb, var(--ccp-accent) 4%, var(--ccp-surface));
  }
  .number {
    font-variant-numeric: tabular-nums;
    text-align: right;
  }
`;

const cardsBelow = (width: CSSResult) => css`
  @container (max-width: ${width}) {
    table,
    tbody,
    tr,
    td,
    th[scope='row'] {
      display: block;
    }
    thead {
      position: absolute;
      width: 1px;
      height: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
    tbody tr {
      padding: 0.75rem 0;
    }
    td,
    th[scope='row'] {
      padding: 0.25rem 1rem;
    }
    td[data-label] {
      display: grid;
      grid-template-columns: 7.5rem minmax(0, 1fr);
      gap: 0.5rem;
      align-items: baseline;
      justify-items: start;
    }
    td[data-label]::before {
      content: attr(data-label);
      font-size: 0.8125rem;
      color: var(--ccp-text-muted);
    }
    .number {
      text-align: left;
    }
  }
`;

/**
 * Tables that become cards where there is no room for columns: in a container that is narrow. A cell's `data-label` then stands before
 * it; explicit roles in the markup keep it a table for screen readers.
 */
export const tableStyles = [columns, cardsBelow(css`38rem`)];

/** The same for a table that needs more room. */
export const wideTableStyles = [columns, cardsBelow(css`44rem`)];

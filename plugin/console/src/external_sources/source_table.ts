// SPDX-License-Identifier: BSL-1.0
import { css, html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';

import type { ContactCount, ExternalSource } from '../api/external_sources.js';
import { icons } from '../parts/icons.js';
import { texts } from '../texts.js';
import { linkText } from './link_text.js';

/** What can be done with a source of the table. */
export type SourceAction = 'edit' | 'disable' | 'activate' | 'delete';

export interface SourceTable {
  entities: ExternalSource[];
  counts: Map<string, ContactCount>;
  loading: boolean;
  locale: string;
  canEdit: boolean;
  canDelete: boolean;
  onAction: (action: SourceAction, source: ExternalSource) => void;
}

export const sourceTableStyles = css`
  .row-actions {
    display: flex;
    gap: 0.125rem;
    justify-content: flex-end;
  }
  th.action,
  td.action {
    text-align: right;
    width: 1%;
  }
  table[aria-busy='true'] tbody {
    opacity: 0.6;
  }
  @container (max-width: 44rem) {
    td.action {
      width: auto;
    }
    .row-actions {
      justify-content: flex-start;
      margin-left: -0.5rem;
    }
    .row-actions button {
      width: 2.75rem;
      min-height: 2.75rem;
    }
  }
`;

const statusBadge = (active: boolean) =>
  html`<span class="badge ${active ? 'good' : ''}">${active ? texts.sources.active : texts.sources.disabled}</span>`;

function countText(count: ContactCount | undefined, locale: string): TemplateResult {
  if (!count) return html`<span class="muted" aria-label=${texts.sources.countUnknown} role="img">–</span>`;
  const shown = new Intl.NumberFormat(locale).format(count.contactCount);
  return html`${count.capped ? texts.sources.moreThan(shown) : shown}`;
}

function rowActions(table: SourceTable, source: ExternalSource): TemplateResult {
  const icon = (action: SourceAction, label: string, shape: TemplateResult) =>
    html`<button
      type="button"
      class="icon-only"
      aria-label=${texts.sources.actionOn(label, source.name)}
      title=${label}
      @click=${() => table.onAction(action, source)}
    >
      ${shape}
    </button>`;
  const opposite = source.active ? 'disable' : 'activate'; // one button, which keeps its focus while it becomes the other
  return html`<div class="row-actions">
    ${table.canEdit ? icon('edit', texts.sources.edit, icons.edit) : nothing}
    ${table.canEdit ? icon(opposite, texts.sources[opposite], icons.power) : nothing}
    ${table.canDelete ? icon('delete', texts.sources.delete, icons.remove) : nothing}
  </div>`;
}

const row = (table: SourceTable, source: ExternalSource) => html`
  <tr role="row" data-id=${source.id}>
    <th role="rowheader" scope="row">${source.name}</th>
    <td role="cell" data-label=${texts.sources.profileUrl}>${linkText(source.linkConfiguration?.uriTemplate)}</td>
    <td role="cell" data-label=${texts.sources.status}>${statusBadge(source.active)}</td>
    <td role="cell" data-label=${texts.sources.contactsLinked} class="number">
      <span>${countText(table.counts.get(source.id), table.locale)}</span>
    </td>
    ${
      table.canEdit || table.canDelete
        ? html`<td role="cell" data-label=${texts.sources.action} class="action">${rowActions(table, source)}</td>`
        : nothing
    }
  </tr>
`;

/** The sources of one page. */
export const sourceTable = (table: SourceTable): TemplateResult => html`
  <table role="table" aria-label=${texts.sources.heading} aria-busy=${table.loading ? 'true' : 'false'}>
    <thead role="rowgroup">
      <tr role="row">
        <th role="columnheader" scope="col">${texts.sources.name}</th>
        <th role="columnheader" scope="col">${texts.sources.profileUrl}</th>
        <th role="columnheader" scope="col">${texts.sources.status}</th>
        <th role="columnheader" scope="col" class="number">${texts.sources.contactsLinked}</th>
        ${
          table.canEdit || table.canDelete
            ? html`<th role="columnheader" scope="col" class="action">${texts.sources.action}</th>`
            : nothing
        }
      </tr>
    </thead>
    <tbody role="rowgroup">
      ${repeat(
        table.entities,
        ({ id }) => id,
        (source) => row(table, source),
      )}
    </tbody>
  </table>
`;

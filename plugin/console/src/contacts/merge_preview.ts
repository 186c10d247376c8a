// SPDX-License-Identifier: BSL-1.0
import { css, html, type TemplateResult } from 'lit';

import type { Contact } from '../api/contacts.js';
import { texts } from '../texts.js';
import { detailsOf } from './details.js';
import { identifiersOf } from './identifier_table.js';
import { nameOf } from './names.js';

export const mergePreviewStyles = css`
  .scroll {
    overflow-x: auto;
  }
  .scroll table {
    min-width: 30rem;
    border-collapse: collapse;
    width: 100%;
  }
  .scroll th,
  .scroll td {
    text-align: left;
    vertical-align: top;
    padding: 0.5rem 0.75rem;
    border-top: 1px solid var(--ccp-border);
    overflow-wrap: break-word;
    font-size: 0.9375rem;
  }
  .scroll thead :is(td, th) {
    border-top: 0;
    font-size: 0.8125rem;
    color: var(--ccp-text-muted);
  }
  .scroll tbody th {
    font-weight: 400;
    color: var(--ccp-text-muted);
    font-size: 0.8125rem;
  }
  .scroll .result {
    background: var(--tint);
    font-weight: 580;
  }
`;

type Row = [label: string, ...values: string[]];

/** Field by field: the two contacts, and what they become together. */
export function mergeRows(one: Contact, other: Contact, result: Contact): Row[] {
  const columns = [one, other, result].map((contact) => new Map(detailsOf(contact)));
  const labels = new Set(columns.flatMap((column) => [...column.keys()]));
  const count = (contact: Contact) => String(identifiersOf(contact).length);
  return [
    [texts.contacts.type, ...[one, other, result].map(({ type }) => texts.contacts.types[type])],
    ...[...labels].map((label): Row => [label, ...columns.map((column) => column.get(label) ?? '–')]),
    [texts.contacts.identifiers, count(one), count(other), count(result)],
  ];
}

export const mergePreview = (one: Contact, other: Contact, result: Contact): TemplateResult => html`
  <div class="scroll" tabindex="0" role="region" aria-label=${texts.contacts.mergePreview}>
    <table>
      <thead>
        <tr>
          <td></td>
          <th scope="col">${nameOf(one)}</th>
          <th scope="col">${nameOf(other)}</th>
          <th scope="col" class="result">${texts.contacts.mergeResult}</th>
        </tr>
      </thead>
      <tbody>
        ${mergeRows(one, other, result).map(
          ([label, ...values]) =>
            html`<tr>
              <th scope="row">${label}</th>
              ${values.map((value, i) => html`<td class=${i === 2 ? 'result' : ''}>${value}</td>`)}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>
`;

// SPDX-License-Identifier: BSL-1.0
import { css, html, nothing, type TemplateResult } from 'lit';

import type { Contact, Identifier, SourceReference } from '../api/contacts.js';
import { expandTemplate, followable } from '../external_sources/link_parts.js';
import { icons } from '../parts/icons.js';
import { texts } from '../texts.js';

export interface ShownIdentifier {
  type: string;
  value: string;
  source?: SourceReference;
  /** When the contact came to own it; nothing while another contact owns it. */
  since?: string;
}

const fromOwned = ({ type, value, externalSource, dateCreated }: Identifier): ShownIdentifier => ({
  type,
  value,
  since: dateCreated,
  ...(externalSource ? { source: externalSource } : {}),
});

/** What the contact owns, and the external IDs that it only waits for. */
export function identifiersOf(contact: Contact): ShownIdentifier[] {
  const owned = (contact.identifiers ?? []).map(fromOwned);
  const isOwned = (source: string, value: string) => owned.some((one) => one.source?.id === source && one.value === value);
  const waiting = (contact.externalIds ?? [])
    .filter(({ externalSource, value }) => !isOwned(externalSource.id, value))
    .map(({ externalSource, value }) => ({ type: 'ExternalId', value, source: externalSource }));
  return [...owned, ...waiting].sort((a, b) => Number(b.type === 'ExternalId') - Number(a.type === 'ExternalId'));
}

/** Where an external ID leads, if its source has a link that may be followed. */
export function profileLink({ source, value }: ShownIdentifier): string | undefined {
  const template = source?.linkConfiguration?.uriTemplate;
  return template ? followable(expandTemplate(template, value)) : undefined;
}

const sourceCell = (source: SourceReference | undefined) => {
  if (!source) return html`<span class="muted" aria-hidden="true">–</span>`;
  if (source.name === undefined) return html`<span class="muted">${texts.contacts.deletedSource}</span>`;
  return html`${source.name}${source.active === false ? html` <span class="badge">${texts.sources.disabled}</span>` : nothing}`;
};

// An e-mail address breaks behind its @ rather than inside a word.
const breakable = (value: string) => value.split(/(?<=@)/).map((part, i) => (i === 0 ? part : html`<wbr />${part}`));

const valueCell = (shown: ShownIdentifier) => {
  const link = profileLink(shown);
  if (!link) return html`<span class="value">${breakable(shown.value)}</span>`;
  return html`<a class="value" href=${link} target="_blank" rel="noopener noreferrer"
    >${shown.value}${icons.external}<span class="visually-hidden">${texts.contacts.openProfile}</span></a
  >`;
};

export const identifierTableStyles = css`
  th[scope='row'],
  .since {
    white-space: nowrap;
  }
  .source,
  .value {
    display: inline-block;
    min-width: 14ch;
    overflow-wrap: anywhere;
  }
  .source {
    min-width: 9ch;
  }
  .value .icon {
    width: 0.875rem;
    height: 0.875rem;
    margin-left: 0.25rem;
  }
`;

export const identifierTable = (contact: Contact, locale: string): TemplateResult => {
  const date = new Intl.DateTimeFormat(locale, { dateStyle: 'medium' });
  const columns = [texts.contacts.idType, texts.contacts.idSource, texts.contacts.idValue, texts.contacts.idSince];
  return html`<table role="table" aria-label=${texts.contacts.identifiers}>
    <thead role="rowgroup">
      <tr role="row">
        ${columns.map((label) => html`<th role="columnheader" scope="col">${label}</th>`)}
      </tr>
    </thead>
    <tbody role="rowgroup">
      ${identifiersOf(contact).map(
        (shown) =>
          html`<tr role="row">
            <th role="rowheader" scope="row">${texts.contacts.idTypes[shown.type] ?? shown.type}</th>
            <td role="cell" data-label=${columns[1]!}><span class="source">${sourceCell(shown.source)}</span></td>
            <td role="cell" data-label=${columns[2]!}>${valueCell(shown)}</td>
            <td role="cell" data-label=${columns[3]!} class="since">
              ${shown.since ? date.format(new Date(shown.since)) : html`<span class="muted">${texts.contacts.waits}</span>`}
            </td>
          </tr>`,
      )}
    </tbody>
  </table>`;
};

// SPDX-License-Identifier: BSL-1.0
import { css, html, type TemplateResult } from 'lit';

import type { Contact, SocialAccount } from '../api/contacts.js';
import { texts } from '../texts.js';

export type Detail = [label: string, value: string];

const addressLines = (address: Record<string, string> | undefined) =>
  ['address1', 'address2', 'postalCode', 'city', 'state', 'countryCode']
    .map((part) => address?.[part])
    .filter(Boolean)
    .join(', ');

const account = (social: SocialAccount | undefined) =>
  social?.screenName ?? social?.handle ?? social?.phoneNumber?.display ?? social?.displayName ?? social?.name;

const shownValue = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

/** What is known of a contact, in the order of reading; what is not known is left out. */
export function detailsOf(contact: Contact): Detail[] {
  const { fields } = texts.contacts;
  const all: [string, string | undefined][] = [
    [fields.salutation, contact.salutation],
    [fields.firstName, contact.firstName],
    [fields.middleName, contact.middleName],
    [fields.lastName, contact.lastName],
    [fields.title, contact.title],
    [fields.workEmail, contact.workEmail],
    [fields.personalEmail, contact.personalEmail],
    [fields.otherEmail, contact.otherEmail],
    [fields.workPhone, contact.workPhone?.display],
    [fields.cellPhone, contact.cellPhone?.display],
    [fields.homePhone, contact.homePhone?.display],
    [fields.otherPhone, contact.otherPhone?.display],
    [fields.address, addressLines(contact.address)],
    [fields.twitter, account(contact.twitterId)],
    [fields.line, account(contact.lineId)],
    [fields.facebook, account(contact.facebookId)],
    [fields.whatsApp, account(contact.whatsAppId)],
    [fields.instagram, account(contact.instagramId)],
    [fields.externalSystemUrl, contact.externalSystemUrl],
    ...Object.entries(contact.customFields ?? {}).map(([name, value]): [string, string] => [name, shownValue(value)]),
  ];
  return all.flatMap(([label, value]): Detail[] => (value ? [[label, value]] : []));
}

export const detailStyles = css`
  .details {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(15rem, 100%), 1fr));
    gap: 1rem 1.5rem;
  }
  .details :is(dt, dd) {
    overflow-wrap: anywhere;
  }
  .details dt {
    font-size: 0.8125rem;
    color: var(--ccp-text-muted);
  }
`;

export function detailList(contact: Contact, locale: string): TemplateResult {
  const date = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' });
  const { fields } = texts.contacts;
  const division = contact.division?.name ?? contact.division?.id;
  const more: Detail[] = [
    [fields.division, !division || division === '*' ? texts.contacts.noDivision : division],
    [fields.created, date.format(new Date(contact.createDate))],
    [fields.modified, date.format(new Date(contact.modifyDate))],
    [fields.id, contact.id],
  ];
  return html`<dl class="details">
    ${[...detailsOf(contact), ...more].map(
      ([label, value]) =>
        html`<div>
          <dt>${label}</dt>
          <dd>${value}</dd>
        </div>`,
    )}
  </dl>`;
}

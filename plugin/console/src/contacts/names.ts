// SPDX-License-Identifier: BSL-1.0
import type { Contact, Phone } from '../api/contacts.js';
import { texts } from '../texts.js';

const phones = ['workPhone', 'cellPhone', 'homePhone', 'otherPhone'] as const;
const emails = ['workEmail', 'personalEmail', 'otherEmail'] as const;

const shownPhone = (phone: Phone | undefined) => phone?.display;

/** The first ways to reach a contact, for a glance. */
export const reachedBy = (contact: Contact): string[] =>
  [...emails.map((field) => contact[field]), ...phones.map((field) => shownPhone(contact[field]))].filter(
    (text) => text !== undefined,
  );

/** What to call a contact: the name, or else how it can be reached. */
export function nameOf(contact: Contact): string {
  const name = [contact.salutation, contact.firstName, contact.middleName, contact.lastName].filter(Boolean).join(' ');
  return name || reachedBy(contact)[0] || contact.externalIds?.[0]?.value || texts.contacts.unnamed;
}

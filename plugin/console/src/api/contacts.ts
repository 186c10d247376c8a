// SPDX-License-Identifier: BSL-1.0
import { withQuery, type Client } from './client.js';
import type { ExternalSource } from './external_sources.js';
import { externalContacts } from './paths.js';

export type ContactType = 'Ephemeral' | 'Identified' | 'Curated';

export interface Phone {
  display: string;
  e164?: string;
}

/** A source as other resources refer to it: its `id` alone when it was deleted. */
export type SourceReference = Pick<ExternalSource, 'id'> & Partial<ExternalSource>;

export interface ExternalId {
  externalSource: SourceReference;
  value: string;
}

export interface Identifier {
  type: string;
  value: string;
  dateCreated: string;
  externalSource?: SourceReference;
}

export interface ContactLink {
  id: string;
}

export interface SocialAccount {
  screenName?: string;
  handle?: string;
  displayName?: string;
  name?: string;
  phoneNumber?: Phone;
}

export interface Contact {
  id: string;
  type: ContactType;
  division?: { id: string; name?: string };
  salutation?: string;
  firstName?: string;
  middleName?: string;
  lastName?: string;
  title?: string;
  workPhone?: Phone;
  cellPhone?: Phone;
  homePhone?: Phone;
  otherPhone?: Phone;
  workEmail?: string;
  personalEmail?: string;
  otherEmail?: string;
  address?: Record<string, string>;
  externalSystemUrl?: string;
  surveyOptOut?: boolean;
  twitterId?: SocialAccount;
  lineId?: SocialAccount;
  facebookId?: SocialAccount;
  whatsAppId?: SocialAccount;
  instagramId?: SocialAccount;
  customFields?: Record<string, unknown>;
  externalIds?: ExternalId[];
  identifiers?: Identifier[];
  canonicalContact?: ContactLink;
  mergeSet?: ContactLink[];
  mergedFrom?: ContactLink[];
  createDate: string;
  modifyDate: string;
}

export interface ContactPage {
  entities: Contact[];
  total: number;
  pageCount: number;
  partialResults: boolean;
}

const path = `${externalContacts}/contacts`;
const pathOf = (id: string) => `${path}/${encodeURIComponent(id)}`;
const everything = 'identifiers,externalSources,division';

export const contacts = {
  get: (client: Client, id: string, signal?: AbortSignal) =>
    client.get<Contact>(withQuery(pathOf(id), { expand: everything }), signal),

  /** Curated contacts that match every word. */
  search: (client: Client, query: string, pageNumber: number, pageSize: number, signal?: AbortSignal) =>
    client.get<ContactPage>(withQuery(path, { q: query, pageNumber, pageSize }), signal),

  /** Contacts of every type that hold a phone number, e-mail address or screen name. */
  reverse: (client: Client, value: string, signal?: AbortSignal) =>
    client.get<{ contacts: Contact[] }>(withQuery(`${externalContacts}/reversewhitepageslookup`, { lookupVal: value }), signal),

  /** The contact that owns an external ID of a source. */
  byExternalId: (client: Client, sourceId: string, value: string, signal?: AbortSignal) =>
    client.send<Contact>(
      'POST',
      `${externalContacts}/identifierlookup/contacts`,
      { type: 'ExternalId', value, externalSource: { id: sourceId } },
      signal,
    ),

  promote: (client: Client, id: string) => client.send<Contact>('POST', `${pathOf(id)}/promotion`),

  /** Makes two contacts one; with `dryRun` the answer is what would be, and nothing changes. */
  merge: (client: Client, ids: string[], dryRun: boolean) =>
    client.send<Contact>('POST', withQuery(`${path}/merge`, { expand: everything, dryRun: dryRun || undefined }), {
      contactIds: ids,
    }),
};

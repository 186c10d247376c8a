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

/** Contacts that hold an identifier, the longest holder first. */
export interface Holders {
  entities: Contact[];
  partialResults: boolean;
}

/** No identifier has more characters. */
export const longestIdentifier = 255;

const path = `${externalContacts}/contacts`;
const pathOf = (id: string) => `${path}/${encodeURIComponent(id)}`;
const everything = 'identifiers,externalSources,division';

export const contacts = {
  get: (client: Client, id: string, signal?: AbortSignal) =>
    client.get<Contact>(withQuery(pathOf(id), { expand: everything }), signal),

  /** Curated contacts that match every word. */
  search: (client: Client, query: string, pageNumber: number, pageSize: number, signal?: AbortSignal) =>
    client.get<ContactPage>(withQuery(path, { q: query, pageNumber, pageSize }), signal),

  /** Contacts of every type whose id or identifier the text may be. @param value of `longestIdentifier` characters at most */
  holders: (client: Client, value: string, signal?: AbortSignal) =>
    client.get<Holders>(withQuery(`${externalContacts}/identifierlookup/holders`, { value }), signal),

  promote: (client: Client, id: string) => client.send<Contact>('POST', `${pathOf(id)}/promotion`),

  /** Makes two contacts one; with `dryRun` the answer is what would be, and nothing changes. */
  merge: (client: Client, ids: string[], dryRun: boolean) =>
    client.send<Contact>('POST', withQuery(`${path}/merge`, { expand: everything, dryRun: dryRun || undefined }), {
      contactIds: ids,
    }),
};

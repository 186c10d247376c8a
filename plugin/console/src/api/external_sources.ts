// SPDX-License-Identifier: BSL-1.0
import { withQuery, type Client } from './client.js';
import { success, type Result } from './failure.js';
import { externalContacts } from './paths.js';

export interface ExternalSource {
  id: string;
  name: string;
  active: boolean;
  linkConfiguration?: { uriTemplate: string };
  selfUri?: string;
}

/** What an administrator writes of a source. */
export interface ExternalSourceDraft {
  name: string;
  /** As it is, when it is left out. */
  active?: boolean;
  linkConfiguration?: { uriTemplate: string };
}

export interface SourcePage {
  entities: ExternalSource[];
  cursors: { after?: string };
}

export interface SourceListing {
  name?: string;
  active?: boolean | undefined;
  cursor?: string | undefined;
  limit: number;
}

/** How many contacts hold an external ID of a source; `capped` when there are more. */
export interface ContactCount {
  id: string;
  contactCount: number;
  capped: boolean;
}

const path = `${externalContacts}/externalsources`;
const pathOf = (id: string) => `${path}/${encodeURIComponent(id)}`;

/** At most this many sources of an organization are active. */
export const maxActive = 10;

export const sources = {
  list: (client: Client, listing: SourceListing, signal?: AbortSignal) =>
    client.get<SourcePage>(withQuery(path, { ...listing }), signal),

  active: async (client: Client, signal?: AbortSignal): Promise<Result<ExternalSource[]>> => {
    const page = await client.get<SourcePage>(withQuery(path, { active: true, limit: 25 }), signal);
    return page.ok ? success(page.value.entities) : page;
  },

  get: (client: Client, id: string, signal?: AbortSignal) => client.get<ExternalSource>(pathOf(id), signal),

  counts: (client: Client, ids: string[], signal?: AbortSignal) =>
    client.get<{ entities: ContactCount[] }>(withQuery(`${path}/contactcounts`, { ids: ids.join(',') }), signal),

  create: (client: Client, draft: ExternalSourceDraft) => client.send<ExternalSource>('POST', path, draft),
  replace: (client: Client, id: string, draft: ExternalSourceDraft) => client.send<ExternalSource>('PUT', pathOf(id), draft),
  remove: (client: Client, id: string) => client.send<unknown>('DELETE', pathOf(id)),
};

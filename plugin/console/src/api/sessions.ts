// SPDX-License-Identifier: BSL-1.0
import { withQuery, type Client } from './client.js';
import { success, type Result } from './failure.js';
import { externalContacts } from './paths.js';

/** An interaction of a contact, as the contract shows it. */
export interface Session {
  id: string;
  createdDate: string;
  authenticated: boolean;
  externalContact: { id: string };
  conversationChannels: { type: string; messageType?: string }[];
  attributes: Record<string, { value: string }>;
}

export interface SessionPage {
  entities: Session[];
  nextUri?: string;
}

export const sessions = {
  first: (client: Client, contactId: string, signal?: AbortSignal) =>
    client.get<SessionPage>(
      withQuery(`${externalContacts}/contacts/${encodeURIComponent(contactId)}/journey/sessions`, { pageSize: 25 }),
      signal,
    ),

  /** The latest interactions, page by page until there are `count`. */
  latest: async (client: Client, contactId: string, count: number, signal?: AbortSignal): Promise<Result<SessionPage>> => {
    const entities: Session[] = [];
    let page = await sessions.first(client, contactId, signal);
    while (page.ok) {
      entities.push(...page.value.entities);
      if (!page.value.nextUri || entities.length >= count) return success({ ...page.value, entities });
      page = await sessions.next(client, page.value.nextUri, signal);
    }
    return page;
  },

  next: (client: Client, uri: string, signal?: AbortSignal) => client.get<SessionPage>(uri, signal),
};

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

const pageSizes = { least: 25, most: 200 };

const firstPage = (client: Client, contactId: string, count: number, signal?: AbortSignal) => {
  const pageSize = Math.min(Math.max(count, pageSizes.least), pageSizes.most);
  const path = `${externalContacts}/contacts/${encodeURIComponent(contactId)}/journey/sessions`;
  return client.get<SessionPage>(withQuery(path, { pageSize }), signal);
};

export const sessions = {
  /** The latest interactions, at least `count` where there are so many. */
  latest: async (client: Client, contactId: string, count: number, signal?: AbortSignal): Promise<Result<SessionPage>> => {
    const entities: Session[] = [];
    let page = await firstPage(client, contactId, count, signal);
    while (page.ok) {
      entities.push(...page.value.entities);
      if (!page.value.nextUri || entities.length >= count) return success({ ...page.value, entities });
      page = await sessions.next(client, page.value.nextUri, signal);
    }
    return page;
  },

  next: (client: Client, uri: string, signal?: AbortSignal) => client.get<SessionPage>(uri, signal),
};

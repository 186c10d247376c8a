// SPDX-License-Identifier: BSL-1.0
// What the host's shell gives each page: ccp/ext/console.h describes it.

/** An event of the host's stream; `reconnected` tells that some may have been missed. */
export interface ConsoleEvent {
  topicName: string;
  eventBody?: unknown;
}

export interface RequestOptions {
  method?: string;
  body?: string;
  signal?: AbortSignal;
}

export interface Console {
  /** Whether the signed-in client holds a permission. */
  can(permission: string): boolean;
  /** A request of this origin, as the signed-in client. */
  request(path: string, options?: RequestOptions): Promise<Response>;
  /** Listens to topics; returns what ends it. */
  subscribe(topics: string[], onEvent: (event: ConsoleEvent) => void): () => void;
  /** Reads a text to screen readers. */
  announce(text: string, assertive?: boolean): void;
  /** Goes to another place in the console, such as `directory/contacts/ID`. */
  navigate(path: string): void;
  /** Sets the document's title. */
  title(text: string): void;
  /** What of the address follows the page's own path. */
  readonly path: string;
  readonly locale: string;
}

/** The address of a place in the console, for links that can be opened in another tab. */
export const placeAddress = (place: string): string => `/admin/${place}`;

// SPDX-License-Identifier: BSL-1.0
// Streams are read with fetch: EventSource cannot receive events whose names are not known beforehand. Each holds one of the few
// connections that a browser opens to a host, and so is there only while the tab is visible.
import { request } from './requests.js';
import { payloads } from './server_sent_events.js';
import { renewed } from './session.js';
import { untilVisible, whileVisible } from './visibility.js';
import { pause } from './waiting.js';

const shortestWait = 1000; // ms, before another attempt; doubled up to the longest
const longestWait = 30000;
const soon = 1000; // ms, within which a stream begins that a page need not be told of

// Which another attempt would meet again. Others pass: a topic is unknown (404) only until its plugin is there again.
const refusals = new Set([400, 403]);

/** One subscription, over as many streams as it takes. */
class Subscription {
  #url;
  #onEvent;
  #ending = new AbortController();
  #wait = shortestWait;
  #missed = document.hidden; // whether events were, by the time that the next stream begins
  #begun = performance.now();

  constructor(url, onEvent) {
    this.#url = url;
    this.#onEvent = onEvent;
  }

  end() {
    this.#ending.abort();
  }

  async follow() {
    const ended = this.#ending.signal;
    while (!ended.aborted) {
      await untilVisible(ended);
      await this.#followUntil(whileVisible(ended));
    }
  }

  async #followUntil(signal) {
    while (!signal.aborted) {
      await this.#attempt(signal);
      await pause(this.#wait, signal);
      this.#wait = Math.min(2 * this.#wait, longestWait);
    }
  }

  async #attempt(signal) {
    const missed = this.#missed;
    this.#missed = true;
    try {
      const response = await request(this.#url, { signal });
      if (response.ok) await this.#read(response.body, missed || performance.now() - this.#begun > soon, signal);
      else if (response.status === 401) await renewed(this.#ending.signal); // a tab that comes back does not ask again
      else if (refusals.has(response.status)) this.end();
    } catch (error) {
      if (!signal.aborted && !(error instanceof TypeError)) console.error(error);
    }
  }

  async #read(stream, missed, signal) {
    this.#wait = shortestWait;
    if (missed) this.#tell({ topicName: 'reconnected' });
    for await (const { topicName, eventBody } of payloads(stream)) {
      if (signal.aborted) return;
      this.#tell({ topicName, eventBody });
    }
  }

  // What fails in a listener is its own matter: the stream goes on.
  #tell(event) {
    try {
      this.#onEvent(event);
    } catch (error) {
      console.error(error);
    }
  }
}

/** As ccp/ext/console.h describes `subscribe`. */
export function subscribe(topics, onEvent) {
  const query = new URLSearchParams({ topics: topics.join(',') });
  const subscription = new Subscription(`/api/v2/notifications/stream?${query}`, onEvent);
  subscription.follow();
  return () => subscription.end();
}

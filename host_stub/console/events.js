// SPDX-License-Identifier: BSL-1.0
// Streams are read with fetch: EventSource cannot receive events whose names are not known beforehand.
import { request } from './requests.js';
import { renewed } from './session.js';

const shortestWait = 1000; // ms, before another attempt; doubled up to the longest
const longestWait = 30000;

const refusals = new Set([400, 403]); // which another attempt would meet again

const pause = (milliseconds, signal) =>
  new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, milliseconds);
    signal.addEventListener('abort', end);
  });

const aborted = (signal) => new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }));

/** The payloads of server-sent events, whose data the host writes on one line each. */
async function* payloads(stream) {
  const reader = stream.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  for (;;) {
    const { value, done } = await reader.read();
    if (done) return;
    text += value;
    const lines = text.split('\n');
    text = lines.pop();
    for (const line of lines) if (line.startsWith('data:')) yield JSON.parse(line.slice('data:'.length));
  }
}

async function follow(url, onEvent, signal) {
  let wait = shortestWait;
  for (let first = true; !signal.aborted; first = false) {
    try {
      const response = await request(url, { signal });
      if (response.status === 401) await Promise.race([renewed(), aborted(signal)]);
      else if (refusals.has(response.status)) return;
      if (response.ok) {
        if (!first) onEvent({ topicName: 'reconnected' });
        wait = shortestWait;
        for await (const { topicName, eventBody } of payloads(response.body)) onEvent({ topicName, eventBody });
      }
    } catch (error) {
      if (!signal.aborted && !(error instanceof TypeError)) console.error(error);
    }
    if (!signal.aborted) await pause(wait, signal);
    wait = Math.min(2 * wait, longestWait);
  }
}

/** As ccp/ext/console.h describes `subscribe`. */
export function subscribe(topics, onEvent) {
  const ending = new AbortController();
  const query = new URLSearchParams({ topics: topics.join(',') });
  follow(`/api/v2/notifications/stream?${query}`, onEvent, ending.signal);
  return () => ending.abort();
}

// SPDX-License-Identifier: BSL-1.0
// What is done with a source after a question: activating, disabling, deleting.
import type { Client } from '../api/client.js';
import { sources, type ExternalSource } from '../api/external_sources.js';
import type { Failure, Result } from '../api/failure.js';
import { texts } from '../texts.js';

export interface AskedAction {
  heading: (name: string) => string;
  sentences: string[];
  action: string;
  busyLabel: string;
  danger: boolean;
  done: (name: string) => string;
  run: (client: Client, source: ExternalSource) => Promise<Result<unknown>>;
}

// PUT replaces the source as a whole, so it is read first: somebody may have changed it since it was listed.
const withActive = (active: boolean) => async (client: Client, listed: ExternalSource) => {
  const now = await sources.get(client, listed.id);
  if (!now.ok) return now;
  const { name, linkConfiguration } = now.value;
  return sources.replace(client, listed.id, { name, active, ...(linkConfiguration ? { linkConfiguration } : {}) });
};

export const askedActions: Record<'disable' | 'activate' | 'delete', AskedAction> = {
  disable: { ...texts.sources.disabling, danger: false, run: withActive(false) },
  activate: { ...texts.sources.activating, danger: false, run: withActive(true) },
  delete: { ...texts.sources.deleting, danger: true, run: (client, source) => sources.remove(client, source.id) },
};

/** What to say of a failure; only an eleventh active source has words of its own. */
export const actionError = (failure: Failure): string =>
  failure.limit === 'external.sources.active' ? texts.sources.limitReached : failure.message;

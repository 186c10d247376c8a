// SPDX-License-Identifier: BSL-1.0
import type { SourceReference } from '../api/contacts.js';
import { sources, type ExternalSource } from '../api/external_sources.js';
import type { Failure } from '../api/failure.js';
import { Loader } from '../api/loader.js';

/** The sources that can be chosen, as they were read last: the active ones, and the stored one whatever became of it. */
export class SourceChoice extends Loader {
  active: ExternalSource[] = [];
  stored: ExternalSource | undefined;
  /** Why there may be more active ones. */
  failure: Failure | undefined;

  async load(stored: SourceReference | undefined): Promise<void> {
    const signal = this.begin();
    const [active, now] = await Promise.all([
      sources.active(this.client(), signal),
      stored?.selfUri ? sources.get(this.client(), stored.id, signal) : undefined,
    ]);
    if (signal.aborted) return;
    this.failure = active.ok ? undefined : active.failure;
    if (active.ok) this.active = active.value;
    this.stored = now?.ok ? now.value : undefined;
    this.show();
  }
}

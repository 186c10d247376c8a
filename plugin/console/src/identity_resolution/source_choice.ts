// SPDX-License-Identifier: BSL-1.0
import type { ReactiveController, ReactiveControllerHost } from 'lit';

import type { Client } from '../api/client.js';
import type { SourceReference } from '../api/contacts.js';
import { sources, type ExternalSource } from '../api/external_sources.js';
import type { Failure } from '../api/failure.js';
import { Latest } from '../api/latest.js';

/** The sources that can be chosen, as they were read last: the active ones, and the stored one whatever became of it. */
export class SourceChoice implements ReactiveController {
  active: ExternalSource[] = [];
  stored: ExternalSource | undefined;
  /** Why there may be more active ones. */
  failure: Failure | undefined;

  #latest = new Latest();

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly client: () => Client,
  ) {
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#latest.end();
  }

  async load(stored: SourceReference | undefined): Promise<void> {
    const signal = this.#latest.begin();
    const [active, now] = await Promise.all([
      sources.active(this.client(), signal),
      stored?.selfUri ? sources.get(this.client(), stored.id, signal) : undefined,
    ]);
    if (signal.aborted) return;
    this.failure = active.ok ? undefined : active.failure;
    if (active.ok) this.active = active.value;
    this.stored = now?.ok ? now.value : undefined;
    this.host.requestUpdate();
  }
}

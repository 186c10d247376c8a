// SPDX-License-Identifier: BSL-1.0
import type { ReactiveController, ReactiveControllerHost } from 'lit';

import type { Client } from '../api/client.js';
import { maxActive, sources, type ContactCount, type ExternalSource } from '../api/external_sources.js';
import type { Failure } from '../api/failure.js';
import { Latest } from '../api/latest.js';

export type StatusFilter = 'all' | 'active' | 'disabled';

const activeOf: Record<StatusFilter, boolean | undefined> = { all: undefined, active: true, disabled: false };

/** One page of the sources that match the filters, and the numbers shown beside them. */
export class SourceListing implements ReactiveController {
  name = '';
  status: StatusFilter = 'all';
  pageSize = 25;
  entities: ExternalSource[] | undefined;
  counts = new Map<string, ContactCount>();
  activeCount: number | undefined;
  loading = false;
  failure: Failure | undefined;

  #cursors: (string | undefined)[] = [undefined];
  #after: string | undefined;
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

  get pageNumber(): number {
    return this.#cursors.length;
  }
  get hasNext(): boolean {
    return this.#after !== undefined;
  }
  get hasPrevious(): boolean {
    return this.#cursors.length > 1;
  }
  get filtered(): boolean {
    return this.name.trim() !== '' || this.status !== 'all';
  }
  get full(): boolean {
    return this.activeCount !== undefined && this.activeCount >= maxActive;
  }

  /** Begins again at the first page. */
  restart(): Promise<void> {
    this.#cursors = [undefined];
    return this.load();
  }
  async next(): Promise<void> {
    const cursor = this.#after;
    this.#cursors.push(cursor);
    await this.load();
    if (this.failure && this.#cursors.at(-1) === cursor) this.#cursors.pop();
  }
  previous(): Promise<void> {
    this.#cursors.pop();
    return this.load();
  }

  /** Reads the page anew. A later call makes an earlier one forget its answer. */
  async load(): Promise<void> {
    const signal = this.#latest.begin();
    this.loading = true;
    this.host.requestUpdate();
    const wanted = {
      name: this.name.trim(),
      active: activeOf[this.status],
      cursor: this.#cursors.at(-1),
      limit: this.pageSize,
    };
    const [page, active] = await Promise.all([
      sources.list(this.client(), wanted, signal),
      sources.list(this.client(), { active: true, limit: 25 }, signal),
    ]);
    if (signal.aborted) return;
    this.loading = false;
    this.failure = page.ok ? undefined : page.failure;
    if (active.ok) this.activeCount = active.value.entities.length;
    if (page.ok && page.value.entities.length === 0 && this.hasPrevious) return this.previous();
    if (page.ok) {
      this.entities = page.value.entities;
      this.#after = page.value.cursors.after;
    }
    this.host.requestUpdate();
    if (page.ok) await this.#count(page.value.entities, signal);
  }

  async #count(listed: ExternalSource[], signal: AbortSignal): Promise<void> {
    if (listed.length === 0) return;
    const ids = listed.map(({ id }) => id);
    const counted = await sources.counts(this.client(), ids, signal);
    if (!counted.ok || signal.aborted) return;
    this.counts = new Map(counted.value.entities.map((one) => [one.id, one]));
    this.host.requestUpdate();
  }
}

// SPDX-License-Identifier: BSL-1.0
import { maxActive, sources, type ContactCount, type ExternalSource } from '../api/external_sources.js';
import type { Failure } from '../api/failure.js';
import { Loader } from '../api/loader.js';

export type StatusFilter = 'all' | 'active' | 'disabled';

const activeOf: Record<StatusFilter, boolean | undefined> = { all: undefined, active: true, disabled: false };

interface Asked {
  name: string;
  active: boolean | undefined;
  limit: number;
}

/**
 * One page of the sources that match the filters, and the numbers shown beside them. Filters count from the next `restart` on: the
 * cursors belong to those that were asked for.
 */
export class SourceListing extends Loader {
  name = '';
  status: StatusFilter = 'all';
  pageSize = 25;
  entities: ExternalSource[] | undefined;
  counts = new Map<string, ContactCount>();
  activeCount: number | undefined;
  loading = false;
  failure: Failure | undefined;

  #asked: Asked = { name: '', active: undefined, limit: this.pageSize };
  #cursors: (string | undefined)[] = [undefined];
  #after: string | undefined;

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
    return this.#asked.name !== '' || this.#asked.active !== undefined;
  }
  get full(): boolean {
    return this.activeCount !== undefined && this.activeCount >= maxActive;
  }

  /** Begins again at the first page, with the filters as they are now. */
  restart(): Promise<void> {
    this.#asked = { name: this.name.trim(), active: activeOf[this.status], limit: this.pageSize };
    this.#cursors = [undefined];
    this.#after = undefined;
    return this.load();
  }
  next(): Promise<void> {
    return this.#goTo([...this.#cursors, this.#after]);
  }
  previous(): Promise<void> {
    return this.#goTo(this.#cursors.slice(0, -1));
  }

  // A page that cannot be read leaves the former one, which is still shown.
  async #goTo(cursors: (string | undefined)[]): Promise<void> {
    const before = this.#cursors;
    this.#cursors = cursors;
    await this.load();
    if (!this.failure || this.#cursors !== cursors) return;
    this.#cursors = before;
    this.show();
  }

  /** Reads the page anew. A later call makes an earlier one forget its answer. */
  async load(): Promise<void> {
    const signal = this.begin();
    this.loading = true;
    this.show();
    const [page, active] = await Promise.all([
      sources.list(this.client(), { ...this.#asked, cursor: this.#cursors.at(-1) }, signal),
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
    this.show();
    if (page.ok) await this.#count(page.value.entities, signal);
  }

  async #count(listed: ExternalSource[], signal: AbortSignal): Promise<void> {
    if (listed.length === 0) return;
    const ids = listed.map(({ id }) => id);
    const counted = await sources.counts(this.client(), ids, signal);
    if (!counted.ok || signal.aborted) return;
    this.counts = new Map(counted.value.entities.map((one) => [one.id, one]));
    this.show();
  }
}

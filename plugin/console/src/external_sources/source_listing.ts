// SPDX-License-Identifier: BSL-1.0
import { maxActive, sources, type ContactCount, type ExternalSource } from '../api/external_sources.js';
import type { Failure } from '../api/failure.js';
import { Loader } from '../api/loader.js';

export type StatusFilter = 'all' | 'active' | 'disabled';

const activeOf: Record<StatusFilter, boolean | undefined> = { all: undefined, active: true, disabled: false };

/** A page of a listing; the last of its cursors leads to it. */
interface Place {
  name: string;
  active: boolean | undefined;
  limit: number;
  cursors: (string | undefined)[];
}

/**
 * One page of the sources that match the filters, and the numbers shown beside them. Filters count from the next `restart` on. What is
 * shown stays until another page is read.
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

  #shown: Place = { name: '', active: undefined, limit: this.pageSize, cursors: [undefined] };
  #wanted = this.#shown;
  #after: string | undefined; // of the page that is shown

  get pageNumber(): number {
    return this.#shown.cursors.length;
  }
  get hasNext(): boolean {
    return this.#after !== undefined;
  }
  get hasPrevious(): boolean {
    return this.#shown.cursors.length > 1;
  }
  get filtered(): boolean {
    return this.#shown.name !== '' || this.#shown.active !== undefined;
  }
  get full(): boolean {
    return this.activeCount !== undefined && this.activeCount >= maxActive;
  }

  /** Begins again at the first page, with the filters as they are now. */
  restart(): Promise<void> {
    return this.#goTo({ name: this.name.trim(), active: activeOf[this.status], limit: this.pageSize, cursors: [undefined] });
  }
  next(): Promise<void> {
    return this.#goTo({ ...this.#shown, cursors: [...this.#shown.cursors, this.#after] });
  }
  previous(): Promise<void> {
    return this.#goTo({ ...this.#shown, cursors: this.#shown.cursors.slice(0, -1) });
  }
  /** Reads anew the page that was asked for last. */
  load(): Promise<void> {
    return this.#goTo(this.#wanted);
  }

  // A later call makes an earlier one forget its answer.
  async #goTo(wanted: Place): Promise<void> {
    const signal = this.begin();
    this.#wanted = wanted;
    this.loading = true;
    this.show();
    const { cursors, ...filters } = wanted;
    const [page, active] = await Promise.all([
      sources.list(this.client(), { ...filters, cursor: cursors.at(-1) }, signal),
      sources.active(this.client(), signal),
    ]);
    if (signal.aborted) return;
    this.loading = false;
    this.failure = page.ok ? undefined : page.failure;
    if (active.ok) this.activeCount = active.value.length;
    if (page.ok && page.value.entities.length === 0 && cursors.length > 1)
      return this.#goTo({ ...wanted, cursors: cursors.slice(0, -1) });
    if (page.ok) {
      this.#shown = wanted;
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

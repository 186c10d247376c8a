// SPDX-License-Identifier: BSL-1.0
import type { ReactiveController, ReactiveControllerHost } from 'lit';

import type { Client } from '../api/client.js';
import { contacts, type Contact } from '../api/contacts.js';
import type { Failure } from '../api/failure.js';
import { Latest } from '../api/latest.js';
import { holdersOf, ownersOfExternalId } from './lookup.js';

const pageSize = 25;

/** Finds contacts by anything that identifies them, best matches first, each once. */
export class ContactFinder implements ReactiveController {
  /** What was asked for last; empty until something was. */
  asked = '';
  found: Contact[] | undefined;
  total = 0;
  loading = false;
  failure: Failure | undefined;

  #page = 0;
  #pageCount = 0;
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

  get hasMore(): boolean {
    return this.#page < this.#pageCount;
  }

  async find(text: string): Promise<void> {
    const signal = this.#begin();
    this.asked = text.trim();
    this.#page = 1;
    const [searched, holders] = await Promise.all([
      contacts.search(this.client(), this.asked, 1, pageSize, signal),
      holdersOf(this.client(), this.asked, signal),
    ]);
    if (signal.aborted) return;
    this.failure = searched.ok ? undefined : searched.failure;
    this.#pageCount = searched.ok ? searched.value.pageCount : 0;
    let found = unique([...holders, ...(searched.ok ? searched.value.entities : [])]);
    if (searched.ok && found.length === 0) found = unique(await ownersOfExternalId(this.client(), this.asked, signal));
    if (signal.aborted) return;
    this.found = found;
    this.total = Math.max(searched.ok ? searched.value.total : 0, found.length);
    this.#end();
  }

  async more(): Promise<void> {
    const signal = this.#begin();
    const searched = await contacts.search(this.client(), this.asked, this.#page + 1, pageSize, signal);
    if (signal.aborted) return;
    this.failure = searched.ok ? undefined : searched.failure;
    if (searched.ok) {
      this.#page += 1;
      this.found = unique([...(this.found ?? []), ...searched.value.entities]);
    }
    this.#end();
  }

  #begin(): AbortSignal {
    const signal = this.#latest.begin();
    this.loading = true;
    this.host.requestUpdate();
    return signal;
  }
  #end(): void {
    this.loading = false;
    this.host.requestUpdate();
  }
}

const unique = (list: Contact[]): Contact[] => [...new Map(list.map((contact) => [contact.id, contact])).values()];

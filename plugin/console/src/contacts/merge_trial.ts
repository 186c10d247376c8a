// SPDX-License-Identifier: BSL-1.0
import type { ReactiveControllerHost } from 'lit';

import { Client } from '../api/client.js';
import { contacts, type Contact } from '../api/contacts.js';
import type { Failure } from '../api/failure.js';
import { Loader } from '../api/loader.js';
import { gathered } from '../parts/quiet.js';
import type { Console } from '../shell/console.js';

const changeDelay = 200; // ms

/** What two contacts would become, without merging them. It is tried again whenever one of the two changes. */
export class MergeTrial extends Loader {
  /** The other contact in full, and what both become; nothing before the first success. */
  other: Contact | undefined;
  result: Contact | undefined;
  /** Whether these are the two as they are now. */
  current = false;
  loading = false;
  /** Why it could not be tried the last time. */
  failure: Failure | undefined;

  #one: Contact | undefined;
  #chosen: Contact | undefined;
  #endListening: (() => void) | undefined;
  #changed = gathered(() => this.#again(), changeDelay);

  /** @param onRenewed told when it was tried again because something changed, whether or not that succeeded */
  constructor(
    host: ReactiveControllerHost,
    private readonly console: () => Console,
    private readonly onRenewed: () => void,
  ) {
    super(host, () => new Client(console()));
  }

  override hostDisconnected(): void {
    super.hostDisconnected();
    this.end();
  }

  /** Tries two contacts, and goes on until `end`. */
  start(one: Contact, chosen: Contact): Promise<boolean> {
    this.end();
    this.#one = one;
    this.#chosen = chosen;
    const topic = `v2.externalcontacts.contacts.${chosen.id}`;
    this.#endListening = this.console().subscribe([topic], () => this.outdate());
    return this.retry();
  }

  /** Says what became of the contact that is merged from. */
  follow(one: Contact): void {
    if (!this.#chosen || one === this.#one) return;
    this.#one = one;
    this.outdate();
  }

  /** Says that it may not be so any more. */
  outdate(): void {
    this.current = false;
    this.show();
    this.#changed();
  }

  /** @returns whether this attempt, rather than a later one, is what is known now */
  async retry(): Promise<boolean> {
    if (!this.#one || !this.#chosen) return false;
    const signal = this.begin();
    this.current = false;
    this.loading = true;
    this.show();
    const [result, whole] = await Promise.all([
      contacts.merge(this.client(), [this.#one.id, this.#chosen.id], true),
      contacts.get(this.client(), this.#chosen.id, signal),
    ]);
    if (signal.aborted) return false;
    this.loading = false;
    this.current = result.ok && whole.ok;
    this.failure = result.ok ? (whole.ok ? undefined : whole.failure) : result.failure;
    if (result.ok && whole.ok) [this.other, this.result] = [whole.value, result.value];
    this.show();
    return true;
  }

  /** Forgets the two. */
  end(): void {
    this.begin();
    this.#changed.cancel();
    this.#endListening?.();
    this.#endListening = this.#chosen = this.other = this.result = this.failure = undefined;
    this.current = this.loading = false;
    this.show();
  }

  async #again(): Promise<void> {
    if (await this.retry()) this.onRenewed();
  }
}

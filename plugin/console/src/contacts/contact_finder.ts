// SPDX-License-Identifier: BSL-1.0
import { contacts, longestIdentifier, type Contact, type ContactPage, type Holders } from '../api/contacts.js';
import { success, type Failure, type Result } from '../api/failure.js';
import { Loader } from '../api/loader.js';
import { texts } from '../texts.js';

const pageSize = 25;

/** Finds contacts by anything that identifies them, and those with matching names after them, each once. */
export class ContactFinder extends Loader {
  /** What was asked for last; empty until something was. */
  asked = '';
  /** Who is known to match. */
  found: Contact[] | undefined;
  loading = false;
  failure: Failure | undefined;

  #complete = true; // once there is no more to ask for
  #page = 0;
  #pageCount = 0;
  #again = async () => {};

  get hasMore(): boolean {
    return this.#page < this.#pageCount;
  }

  /** Whether everybody who matches was found. */
  get foundAll(): boolean {
    return this.#complete && !this.hasMore;
  }

  /** What to say of the failure; empty without one. */
  get explanation(): string {
    return this.failure?.status === 400 ? texts.contacts.notSearchable : (this.failure?.message ?? '');
  }

  async find(text: string): Promise<void> {
    const signal = this.#begin(() => this.find(text));
    this.asked = text.trim();
    const [searched, holders] = await Promise.all([
      contacts.search(this.client(), this.asked, 1, pageSize, signal),
      this.#holders(signal),
    ]);
    if (signal.aborted) return;
    const held = holders.ok ? holders.value.entities : [];
    const unheld = !holders.ok && holders.failure.status === 400 && searched.ok; // no identifier is such a text
    const matching = searched.ok ? searched.value.entities : [];
    // A text that is no query may be an identifier all the same.
    const refused = !searched.ok && searched.failure.status === 400 && held.length > 0;
    this.found = unique([...held, ...matching]);
    this.#complete = (unheld || isWhole(holders)) && (refused || isWhole(searched));
    this.#page = 1;
    this.#pageCount = searched.ok ? searched.value.pageCount : 0;
    this.#end(...(unheld ? [] : [holders]), ...(refused ? [] : [searched]));
  }

  async more(): Promise<void> {
    const signal = this.#begin(() => this.more());
    const searched = await contacts.search(this.client(), this.asked, this.#page + 1, pageSize, signal);
    if (signal.aborted) return;
    if (searched.ok) {
      this.#page += 1;
      this.found = unique([...(this.found ?? []), ...searched.value.entities]);
    }
    this.#end(searched);
  }

  /** Asks again what was asked last. */
  retry(): Promise<void> {
    return this.#again();
  }

  async #holders(signal: AbortSignal): Promise<Result<Holders>> {
    if ([...this.asked].length > longestIdentifier) return success({ entities: [], partialResults: false });
    return contacts.holders(this.client(), this.asked, signal);
  }

  #begin(again: () => Promise<void>): AbortSignal {
    const signal = this.begin();
    this.#again = again;
    this.loading = true;
    this.show();
    return signal;
  }
  #end(...answers: Result<ContactPage | Holders>[]): void {
    this.loading = false;
    this.failure = undefined;
    for (const answer of answers) if (!answer.ok) this.failure ??= answer.failure;
    this.show();
  }
}

const isWhole = (answer: Result<ContactPage | Holders>): boolean => answer.ok && !answer.value.partialResults;
const unique = (list: Contact[]): Contact[] => [...new Map(list.map((contact) => [contact.id, contact])).values()];

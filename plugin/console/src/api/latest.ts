// SPDX-License-Identifier: BSL-1.0

/** What a page asks for again and again, where only the latest answer counts. */
export class Latest {
  #ending: AbortController | undefined;

  /** Ends what was asked before. @returns what tells that this one was ended in its turn */
  begin(): AbortSignal {
    this.end();
    this.#ending = new AbortController();
    return this.#ending.signal;
  }

  /** Has nobody wait any more. */
  end(): void {
    this.#ending?.abort();
  }
}

// SPDX-License-Identifier: BSL-1.0
import type { ReactiveController, ReactiveControllerHost } from 'lit';

import type { Client } from './client.js';
import { Latest } from './latest.js';

/** What loads something for an element to show. Of what it asks for only the latest counts, and nothing once the element is gone. */
export abstract class Loader implements ReactiveController {
  #latest = new Latest();
  #gone = false;

  constructor(
    private readonly host: ReactiveControllerHost,
    protected readonly client: () => Client,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    this.#gone = false;
  }
  hostDisconnected(): void {
    this.#gone = true;
    this.#latest.end();
  }

  /** @returns what tells that the answer does not count any more */
  protected begin(): AbortSignal {
    const signal = this.#latest.begin();
    if (this.#gone) this.#latest.end();
    return signal;
  }

  /** Has the element show what is known now. */
  protected show(): void {
    this.host.requestUpdate();
  }
}

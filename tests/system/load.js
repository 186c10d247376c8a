// SPDX-License-Identifier: BSL-1.0
// Writers at a host that keep account of what was acknowledged, and hold it against what is there afterwards.
import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';

// Writes contacts, each with an external ID and a custom field that belong to it alone, until `stop`. A call that gets no answer
// at all, because the host ended, counts as one whose outcome nobody knows.
export class Load {
  acknowledged = new Map(); // external ID -> contact
  doubtful = new Set(); // external IDs of calls that failed
  failures = []; // {at, status, retryAfter, took}
  answered = []; // times of successes
  latestBegan = 0; // when the latest begun of them began
  #running = true;
  #counter = 0;
  #tasks;

  constructor(call, source, prefix, writers = 4) {
    this.call = call;
    this.source = source;
    this.prefix = prefix;
    this.#tasks = Array.from({ length: writers }, () => this.#write());
  }

  async #write() {
    while (this.#running) {
      const value = `${this.prefix}-${++this.#counter}`;
      const began = Date.now();
      const answer = await this.#create(value);
      const at = Date.now();
      if (answer?.status === 200) {
        this.acknowledged.set(value, answer.body.id);
        this.answered.push(at);
        this.latestBegan = Math.max(this.latestBegan, began);
        continue;
      }
      this.doubtful.add(value);
      this.failures.push({ at, status: answer?.status, retryAfter: answer?.headers['retry-after'], took: at - began });
      await pause(20);
    }
  }

  async #create(value) {
    try {
      return await this.call('POST', '/contacts', {
        firstName: value,
        customFields: { made: value },
        externalIds: [{ externalSource: { id: this.source }, value }],
      });
    } catch {
      return undefined; // the host is gone
    }
  }

  async stop() {
    this.#running = false;
    await Promise.all(this.#tasks);
  }

  // Each waits until so many more calls succeed, or fail, and returns how long that took.
  successes(many, patience) {
    return this.#await('successes', this.answered, many, patience);
  }
  refusals(many, patience) {
    return this.#await('refusals', this.failures, many, patience);
  }
  async #await(what, list, many, patience) {
    const [before, began] = [list.length, Date.now()];
    while (list.length < before + many) {
      assert.ok(Date.now() - began < patience, `no ${many} ${what} in ${patience} ms; the last failures: ${JSON.stringify(this.failures.slice(-3))}`);
      await pause(10);
    }
    return Date.now() - began;
  }

  // Everything acknowledged is there wholly, and what failed is there wholly or not at all.
  async verify(call) {
    for (const [value, contact] of this.acknowledged) assert.equal(await whoHas(call, this.source, value), contact, `${value} was acknowledged`);
    for (const value of this.doubtful) await whoHas(call, this.source, value);
  }
}

// The contact with an external ID, checked to be whole; nothing when nobody has it.
async function whoHas(call, source, value) {
  const found = await call('POST', '/identifierlookup/contacts', { type: 'ExternalId', value, externalSource: { id: source } });
  if (found.status === 404) return undefined;
  assert.equal(found.status, 200, found.text);
  const { id, firstName, customFields } = found.body;
  assert.deepEqual({ firstName, customFields }, { firstName: value, customFields: { made: value } });
  return id;
}

// SPDX-License-Identifier: BSL-1.0
import type { Console } from '../shell/console.js';
import { aborted, failed, readFailure, success, unreachable, type Result } from './failure.js';

export type Query = Record<string, string | number | boolean | undefined>;

/** A path with its query; what is undefined or empty is left out. */
export function withQuery(path: string, query: Query): string {
  const pairs = Object.entries(query).filter(([, value]) => value !== undefined && value !== '');
  if (pairs.length === 0) return path;
  return `${path}?${new URLSearchParams(pairs.map(([name, value]) => [name, String(value)]))}`;
}

const faultsOf = async (response: Response) => response.json().catch(() => undefined);

/** Requests to the host's API that answer with values, failures included. */
export class Client {
  constructor(private readonly console: Pick<Console, 'request'>) {}

  get<T>(path: string, signal?: AbortSignal): Promise<Result<T>> {
    return this.#send<T>(path, 'GET', undefined, signal);
  }

  send<T>(method: 'POST' | 'PUT' | 'DELETE', path: string, body?: unknown, signal?: AbortSignal): Promise<Result<T>> {
    return this.#send<T>(path, method, body, signal);
  }

  async #send<T>(path: string, method: string, body: unknown, signal?: AbortSignal): Promise<Result<T>> {
    try {
      const response = await this.console.request(path, {
        method,
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        ...(signal ? { signal } : {}),
      });
      if (!response.ok) return failed(readFailure(response.status, await faultsOf(response)));
      return success((await response.json()) as T); // one that breaks off is none
    } catch {
      return failed(signal?.aborted ? aborted : unreachable());
    }
  }
}

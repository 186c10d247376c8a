// SPDX-License-Identifier: BSL-1.0
import type { Client } from './client.js';
import { success, type Result } from './failure.js';
import type { SourceReference } from './contacts.js';

/** How an integration resolves the interactions that arrive at it. */
export interface Resolution {
  resolveIdentities: boolean;
  division?: { id: string };
  externalSource?: SourceReference;
  automerge?: { authenticatedWebMessaging: boolean; webTracking: boolean };
}

type Wrapped = Record<string, Resolution>;

const unwrapped = (answer: Result<unknown>, wrapper: string | undefined): Result<Resolution> => {
  if (!answer.ok) return answer;
  return success(wrapper ? ((answer.value as Wrapped)[wrapper] as Resolution) : (answer.value as Resolution));
};

export const resolutions = {
  get: async (client: Client, path: string, wrapper?: string, signal?: AbortSignal) =>
    unwrapped(await client.get(path, signal), wrapper),
  put: async (client: Client, path: string, resolution: Resolution, wrapper?: string) =>
    unwrapped(await client.send('PUT', path, wrapper ? { [wrapper]: resolution } : resolution), wrapper),
};

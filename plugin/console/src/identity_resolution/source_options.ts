// SPDX-License-Identifier: BSL-1.0
import type { ExternalSource } from '../api/external_sources.js';
import type { SourceReference } from '../api/contacts.js';
import { texts } from '../texts.js';

/** The sources to choose from: none, the active ones, and the chosen one whatever became of it. */
export function sourceOptions(active: ExternalSource[], chosen: SourceReference | undefined): [string, string][] {
  const options: [string, string][] = [
    ['', texts.resolution.noSource],
    ...active.map(({ id, name }): [string, string] => [id, name]),
  ];
  if (chosen && !active.some(({ id }) => id === chosen.id))
    options.push([chosen.id, texts.resolution.formerSource(chosen.name ?? chosen.id.slice(0, 8))]);
  return options;
}

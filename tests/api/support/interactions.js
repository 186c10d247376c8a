// SPDX-License-Identifier: BSL-1.0
// Interactions that arrive while a host serves: `ccp-host replay` over the same database.
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';

import { hostBinary, organization, runToEnd } from './host.js';

let counter = 0;

// One interaction of the usual organization, arriving now.
export const interaction = (channel, identifiers, members = {}) => ({
  interactionId: `i-${++counter}`,
  organizationId: organization,
  channel,
  occurredAt: new Date().toISOString(),
  identifiers,
  ...members,
});

// An external ID as an interaction names it.
export const presented = (source, value) => ({ type: 'ExternalId', externalSourceId: source.id, value });

// Puts interactions to the identity hook, and returns the answers in their order. `host` is one of startHost().
export async function arrive(host, ...interactions) {
  const name = path.join(host.directory, `arrivals-${++counter}`);
  await writeFile(`${name}.ndjson`, interactions.map((one) => `${JSON.stringify(one)}\n`).join(''));
  await runToEnd(hostBinary, ['replay', '--config', path.join(host.directory, 'host.json'), `${name}.ndjson`, '--out', `${name}.results`]);
  return (await readFile(`${name}.results`, 'utf8')).trim().split('\n').map((line) => JSON.parse(line));
}

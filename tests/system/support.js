// SPDX-License-Identifier: BSL-1.0
// What the system tests share: sizes, sources in a database, replays, and questions put to the database itself.
import assert from 'node:assert/strict';
import path from 'node:path';

import { ask } from '../api/support/databases.js';
import { buildDirectory, hostBinary, organization, run, runToEnd, serve } from '../api/support/host.js';
import { connectHttp } from '../api/support/http.js';

const tool = (name) => path.join(buildDirectory, 'tests', 'tools', name);

// Builds under a sanitizer are many times slower; ctest passes smaller numbers then, and the tests print them.
export const customers = Number(process.env.EXTSRC_CUSTOMERS ?? 20_000);
export const interactions = Number(process.env.EXTSRC_INTERACTIONS ?? 100_000);

export const channels = ['voice', 'email', 'sms', 'webmessaging-authenticated'];

// Serves a configuration just long enough to create sources, and returns their ids.
export async function createSources(configFile, clients, names) {
  const host = await serve(configFile);
  const call = await connectHttp({ port: host.port, clients });
  const ids = [];
  for (const name of names) {
    const answer = await call('POST', '/externalsources', { name, linkConfiguration: { uriTemplate: `https://${name}.example/{{externalId.value}}` } });
    assert.equal(answer.status, 200, answer.text);
    ids.push(answer.body.id);
  }
  await host.stop();
  return ids;
}

// Writes interactions and their truth, and returns the paths.
export async function generate(directory, { customers, interactions, sources, seed = 1 }) {
  const files = { interactions: path.join(directory, 'interactions.ndjson'), truth: path.join(directory, 'truth.tsv') };
  await runToEnd(tool('generate_interactions'), [
    '--customers', String(customers), '--interactions', String(interactions), '--seed', String(seed), '--organization', organization,
    '--sources', sources.join(','), '--channels', channels.join(','), '--out', files.interactions, '--truth', files.truth,
  ]);
  return files;
}

// Replays a file and returns the numbers of the summary. With many workers one flush to disk serves many interactions.
export async function replay(configFile, file, results, workers = 64) {
  const running = run(hostBinary, ['replay', '--config', configFile, file, '--out', results, '--workers', String(workers)]);
  const { code, signal } = await running.exited;
  assert.equal(code, 0, `replay ended with ${signal ?? code}:\n${running.errors().slice(-4000)}`);
  const number = (pattern) => {
    const match = pattern.exec(running.errors());
    assert.ok(match, `the summary lacks ${pattern}:\n${running.errors()}`);
    return Number(match[1]);
  };
  return {
    text: running.errors(),
    total: number(/^replayed (\d+) interactions/m),
    matched: number(/^ +matched +(\d+)$/m),
    created: number(/^ +created +(\d+)$/m),
    contacts: number(/^distinct contacts (\d+)$/m),
  };
}

// Judges results against the truth; `created` is the number of contacts all of them together must have created.
export const judge = (truth, created, ...results) => runToEnd(tool('check_replay'), ['--truth', truth, '--created', String(created), ...results]);

// Asks the database, past the plugin, for one number.
export async function count(database, sql) {
  return Number(await ask(database.url, sql));
}

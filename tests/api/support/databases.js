// SPDX-License-Identifier: BSL-1.0
// Databases for hosts: files, or made on the server that EXTSRC_TEST_SERVER names by its database URL.
import { randomUUID } from 'node:crypto';
import path from 'node:path';

import { root, runToEnd } from './programs.js';

const server = process.env.EXTSRC_TEST_SERVER;

// Asks a database, past the plugin; rows come as lines.
export const ask = (url, sql) => runToEnd(path.join(root, 'tests', 'servers', 'sql'), [url, sql]);

// An empty database, in a file in the directory unless it is on the server; `remove` drops it.
export async function makeDatabase(directory, file = 'external_sources.db', on = server) {
  if (!on) return { url: `sqlite3://db=${path.join(directory, file)}`, remove: async () => {} };
  const name = `extsrc_${randomUUID().replaceAll('-', '')}`;
  await ask(on, `CREATE DATABASE ${name}`);
  const url = on.replace(/\b(db|dbname)=\S+/, `$1=${name}`);
  for (const node of nodesOf(url)) await reachable(node);
  return { url, remove: () => ask(on, `DROP DATABASE ${name}`) };
}

// One URL for each node of a cluster; for anything else the URL itself.
export function nodesOf(url) {
  const list = (name) => new RegExp(`\\b${name}=(\\S+)`).exec(url)?.[1].split(',') ?? [];
  const [hosts, ports] = [list('host'), list('port')];
  if (hosts.length < 2) return [url];
  return hosts.map((host, i) => url.replace(/\bhost=\S+/, `host=${host}`).replace(/\bport=\S+/, `port=${ports[i]}`));
}

// A node follows the one on which a database was made a little later.
async function reachable(node) {
  for (;;) {
    try {
      return await ask(node, 'SELECT 1');
    } catch (error) {
      if (!/Unknown database/.test(error.message)) throw error;
    }
  }
}

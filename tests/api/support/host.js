// SPDX-License-Identifier: BSL-1.0
// Starts and stops the real ccp-host for a test, on a free port, with a database of its own.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { makeDatabase } from './databases.js';
import { root, run } from './programs.js';

export { run, runToEnd } from './programs.js';

export const buildDirectory = process.env.EXTSRC_BUILD_DIR ?? path.join(root, 'build');
export const hostBinary = path.join(buildDirectory, 'host_stub', 'ccp-host');

export const organization = '3f0a1c5e-0000-4000-8000-000000000001';
export const otherOrganization = '3f0a1c5e-0000-4000-8000-000000000002';

export const standardClients = [
  { id: 'admin', secret: 'admin-secret', organization, permissions: ['externalContacts:*:*'] },
  { id: 'other', secret: 'other-secret', organization: otherOrganization, permissions: ['externalContacts:*:*'] },
];

// A directory for one test's files; `remove` takes it away again.
export async function temporaryDirectory() {
  const directory = await mkdtemp(path.join(tmpdir(), 'extsrc-'));
  return { directory, remove: () => rm(directory, { recursive: true, force: true }) };
}

// Writes a host configuration and returns its path. `database` is a URL; without it the database is a file in the directory.
export async function writeConfig(directory, { name = 'host', database, clients = standardClients, ...rest } = {}) {
  const file = path.join(directory, `${name}.json`);
  const config = {
    listen: { address: '127.0.0.1', port: 0 },
    plugins: [
      {
        manifest: path.join(buildDirectory, 'plugin', 'manifest.json'),
        library: path.join(buildDirectory, 'plugin', 'external_sources.so'),
        config: { database: database ?? `sqlite3://db=${path.join(directory, 'external_sources.db')}` },
      },
    ],
    clients,
    ...rest,
  };
  await writeFile(file, JSON.stringify(config, null, 2));
  return file;
}

function listening(running) {
  return new Promise((resolve, reject) => {
    const look = () => {
      const match = /^listening on http:\/\/127\.0\.0\.1:(\d+)$/m.exec(running.output());
      if (match) resolve(Number(match[1]));
    };
    running.child.stdout.on('data', look);
    running.exited.then(
      ({ code, signal }) => reject(new Error(`ccp-host ended with ${signal ?? code}:\n${running.errors()}`)),
      reject,
    );
  });
}

// Serves a configuration file. `stop` ends it in order and fails when it does not end well.
export async function serve(configFile) {
  const running = run(hostBinary, ['serve', '--config', configFile]);
  const port = await listening(running);
  return {
    port,
    running,
    async stop() {
      running.child.kill('SIGTERM');
      const { code, signal } = await running.exited;
      if (code !== 0) throw new Error(`ccp-host ended with ${signal ?? code}:\n${running.errors().slice(-4000)}`);
    },
  };
}

// The usual case: a host over a fresh database, which goes when it is stopped.
export async function startHost(options = {}) {
  const { directory, remove } = await temporaryDirectory();
  const database = await makeDatabase(directory);
  const host = await serve(await writeConfig(directory, { database: database.url, ...options }));
  return {
    port: host.port,
    directory,
    clients: options.clients ?? standardClients,
    async stop() {
      await host.stop();
      await database.remove();
      await remove();
    },
  };
}

// SPDX-License-Identifier: BSL-1.0
// A real host with its admin console, over a database of its own.
import { writeFile } from 'node:fs/promises';
import path from 'node:path';

import { makeDatabase } from '../../api/support/databases.js';
import {
  buildDirectory, hostBinary, organization, otherOrganization, runToEnd, serve, temporaryDirectory, writeConfig,
} from '../../api/support/host.js';
import { connectHttp } from '../../api/support/http.js';

export { buildDirectory, organization, otherOrganization };

export const everything = ['*:*:*'];

export const standardClients = [
  { id: 'admin', secret: 'admin-secret', organization, permissions: everything },
  { id: 'other', secret: 'other-secret', organization: otherOrganization, permissions: everything },
];

const manifest = path.join(buildDirectory, 'plugin', 'manifest.json');
const library = path.join(buildDirectory, 'plugin', 'external_sources.so');

// `call` sends API requests as the client admin; `ctl` runs a command of the operator and resolves to its report.
export async function startConsoleHost({ clients = standardClients, ...rest } = {}) {
  const { directory, remove } = await temporaryDirectory();
  const database = await makeDatabase(directory);
  const control = path.join(directory, 'control.sock');
  const config = { database: database.url, clients, control, ...rest };
  let host = await serve(await writeConfig(directory, config));
  const { port } = host;
  const running = { port, directory, clients };
  const ctl = async (...words) => JSON.parse(await runToEnd(hostBinary, ['ctl', '--socket', control, '--json', ...words]));
  return {
    ...running,
    url: `http://127.0.0.1:${port}`,
    call: await connectHttp(running),
    ctl,
    // Another process takes over the port and the database, and knows nothing of tokens and sessions.
    async restart() {
      await host.stop();
      host = await serve(await writeConfig(directory, { ...config, listen: { address: '127.0.0.1', port } }));
      this.call = await connectHttp(running);
    },
    // Unloads the plugin, and loads it again after `meanwhile`.
    async withoutPlugin(meanwhile) {
      const ofPlugin = path.join(directory, 'plugin.json');
      await writeFile(ofPlugin, JSON.stringify({ database: database.url }));
      const [{ id }] = (await ctl('plugin', 'list')).data;
      await ctl('plugin', 'unload', id, '--force');
      await meanwhile();
      await ctl('plugin', 'load', manifest, '--library', library, '--config', ofPlugin);
    },
    async stop() {
      await host.stop();
      await database.remove();
      await remove();
    },
  };
}

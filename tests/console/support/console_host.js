// SPDX-License-Identifier: BSL-1.0
// A real host with its admin console, over a database of its own.
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

// `call` sends API requests as the client admin; `ctl` runs a command of the operator and resolves to its report.
export async function startConsoleHost({ clients = standardClients, ...rest } = {}) {
  const { directory, remove } = await temporaryDirectory();
  const database = await makeDatabase(directory);
  const control = path.join(directory, 'control.sock');
  const host = await serve(await writeConfig(directory, { database: database.url, clients, control, ...rest }));
  const running = { port: host.port, directory, clients };
  return {
    ...running,
    url: `http://127.0.0.1:${host.port}`,
    call: await connectHttp(running),
    ctl: async (...words) => JSON.parse(await runToEnd(hostBinary, ['ctl', '--socket', control, '--json', ...words])),
    async stop() {
      await host.stop();
      await database.remove();
      await remove();
    },
  };
}

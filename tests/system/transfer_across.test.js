// SPDX-License-Identifier: BSL-1.0
// One organization from SQLite to PostgreSQL to MariaDB and back to SQLite. The servers are those that EXTSRC_POSTGRESQL_SERVER
// and EXTSRC_TEST_SERVER name.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, it } from 'node:test';

import { makeDatabase } from '../api/support/databases.js';
import { hostBinary, organization, runToEnd, standardClients, temporaryDirectory, writeConfig } from '../api/support/host.js';
import { createSources, generate, replay } from './support.js';

const places = [
  { name: 'sqlite', server: '' },
  { name: 'postgresql', server: process.env.EXTSRC_POSTGRESQL_SERVER },
  { name: 'mariadb', server: process.env.EXTSRC_TEST_SERVER },
  { name: 'sqlite_again', server: '' },
];

describe('an organization that goes round all databases', { timeout: 600_000 }, () => {
  it('comes home as it left, byte for byte', async () => {
    const { directory, remove } = await temporaryDirectory();
    const databases = [];
    const archive = (name) => path.join(directory, `${name}.ndjson`);
    const exported = async (name, config) => {
      await runToEnd(hostBinary, ['export', '--config', config, '--organization', organization, '--out', archive(name)]);
      return readFile(archive(name));
    };
    try {
      let before;
      for (const { name, server } of places) {
        const database = await makeDatabase(directory, `${name}.db`, server);
        databases.push(database);
        const config = await writeConfig(directory, { name, database: database.url });
        if (before) {
          await runToEnd(hostBinary, ['import', '--config', config, '--in', archive(before.name)]);
        } else {
          const sources = await createSources(config, standardClients, ['crm', 'erp', 'shop']);
          const files = await generate(directory, { customers: 300, interactions: 1500, sources });
          await replay(config, files.interactions, path.join(directory, 'results.ndjson'));
        }
        const bytes = await exported(name, config);
        assert.ok(!before || bytes.equals(before.bytes), `${name} gives another archive than ${before?.name}`);
        before = { name, bytes };
      }
    } finally {
      for (const database of databases) await database.remove();
      await remove();
    }
  });
});

// SPDX-License-Identifier: BSL-1.0
// The disk under the database fills up and is made free again: writes are refused with the time to come back, what was
// acknowledged stays, and calls succeed again. The database's files are in EXTSRC_SMALL_SPACE, a small file system;
// EXTSRC_TEST_SERVER names its server, or else it is a SQLite file.
import assert from 'node:assert/strict';
import { open, rm } from 'node:fs/promises';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';

import { ask } from '../api/support/databases.js';
import { root, runToEnd } from '../api/support/programs.js';
import { House, afterwards, assertRefusedInTime, recovery } from './house.js';

const kind = process.env.EXTSRC_TEST_SERVER_KIND ?? 'sqlite';
const space = process.env.EXTSRC_SMALL_SPACE;
const control = (action) => runToEnd(path.join(root, 'tests/servers/servers'), [kind, action, process.env.EXTSRC_TEST_SERVER_DIR]);

// Writes until nothing more fits, in smaller and smaller pieces.
async function fillUp(file) {
  const ballast = await open(file, 'w');
  for (let size = 1 << 20; size >= 512; size >>= 1) {
    const piece = Buffer.alloc(size, 1);
    try {
      for (;;) await ballast.write(piece);
    } catch (error) {
      assert.equal(error.code, 'ENOSPC');
    }
  }
  await ballast.close();
}

// A server that cannot even write its log any more ends, and its operator starts it when there is room again.
async function startIfEnded() {
  if (kind === 'sqlite') return;
  const runs = await control('pid').then(() => true, () => false);
  if (!runs) await control('restart');
}

describe(`a full disk under ${kind}`, () => {
  const ballast = path.join(space, 'ballast');
  let house;
  before(async () => {
    house = await House.open();
  });
  after(() => house.close());

  it('has writes refused and loses nothing, and once there is room calls succeed again', async () => {
    const load = house.load('full');
    await load.successes(50, recovery);
    await fillUp(ballast);
    await load.refusals(50, 6 * recovery);
    const reading = await house.call('GET', '/externalsources');
    if (kind === 'sqlite') assert.equal(reading.status, 200, reading.text);
    await rm(ballast);
    await startIfEnded();
    await load.successes(1, 3_000).catch(startIfEnded); // it may have been about to end
    await afterwards(house, load);
    assertRefusedInTime(load);
    if (kind === 'sqlite') assert.equal((await ask(house.database.url, 'PRAGMA integrity_check')).trim(), 'ok');
  });
});

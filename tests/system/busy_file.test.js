// SPDX-License-Identifier: BSL-1.0
// Another process keeps the write lock of a SQLite file: writes wait for it, and are refused in time if it takes too long;
// reads go on.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { after, before, describe, it } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';

import { House, afterwards, assertRefusedInTime, recovery, requestSeconds } from './house.js';

const writers = 2; // who wait in half of the host's workers, so that reads find one that is free

// Takes the write lock until the test ends, and returns what gives it back before.
async function lock(url, test) {
  const other = spawn('sqlite3', [url.replace('sqlite3://db=', '')], { stdio: ['pipe', 'pipe', 'inherit'] });
  test.after(() => other.kill());
  other.stdin.write('.timeout 5000\nBEGIN IMMEDIATE;\nSELECT 1;\n');
  await once(other.stdout, 'data');
  return async () => {
    other.stdin.end('ROLLBACK;\n');
    await once(other, 'exit');
  };
}

describe('a SQLite file that another process writes to', () => {
  let house;
  before(async () => {
    house = await House.open();
  });
  after(() => house.close());

  it('has writes wait for a short while, and reads go on', async (test) => {
    const load = house.load('short', writers);
    await load.successes(20, recovery);
    const unlock = await lock(house.database.url, test);
    const locked = Date.now();
    assert.equal((await house.call('GET', '/externalsources')).status, 200);
    await pause(1_000);
    assert.ok(load.latestBegan <= locked, 'it wrote all the same');
    await unlock();
    await load.successes(20, recovery);
    await load.stop();
    assert.deepEqual(load.failures, []);
    await load.verify(house.call);
  });

  it('has writes refused in time when it keeps the lock', async (test) => {
    const load = house.load('long', writers);
    await load.successes(20, recovery);
    const unlock = await lock(house.database.url, test);
    await pause((requestSeconds + 2) * 1000);
    assert.equal((await house.call('GET', '/externalsources')).status, 200);
    await unlock();
    await afterwards(house, load);
    assertRefusedInTime(load);
  });
});

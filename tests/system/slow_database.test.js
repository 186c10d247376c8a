// SPDX-License-Identifier: BSL-1.0
// The database answers, but slowly, or goes silent: calls that can still be served are, the others are refused in time, and all
// is well again as soon as the network is. EXTSRC_TEST_SERVER names the server.
import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';

import { House, afterwards, assertRefusedInTime, recovery, requestSeconds } from './house.js';
import { Network } from './network.js';

const kind = process.env.EXTSRC_TEST_SERVER_KIND;
const unbearable = requestSeconds * 1000; // ms, each way
const firstSetting = { postgresql: 'SET client_encoding', mariadb: 'SET SESSION sql_mode' }[kind];

describe(`a ${kind} server behind a bad network`, () => {
  let house;
  let network;
  before(async () => {
    const through = async (url) => {
      network = await Network.before(url);
      return network.url;
    };
    house = await House.open({ through });
  });
  after(async () => {
    await house.close();
    await network.close();
  });

  afterEach(() => {
    network.latency = 0;
  });

  it('serves every call while each answer is a little late', async () => {
    const load = house.load('late');
    network.latency = 2;
    await load.successes(20, 2 * recovery);
    await load.stop();
    assert.deepEqual(load.failures, []);
    await load.verify(house.call);
  });

  it('has requests refused in time while answers take longer than anybody waits', async () => {
    const load = house.load('unbearable');
    await load.successes(20, recovery);
    network.latency = unbearable;
    await pause((requestSeconds + 2) * 1000);
    assert.equal(load.answered.filter((at) => at > Date.now() - 1_000).length, 0, 'it answered all the same');
    network.latency = 0;
    await afterwards(house, load);
    assertRefusedInTime(load);
  });

  it('is asked anew although connections that went silent while they were set up stay so', async () => {
    const load = house.load('silent');
    await load.successes(20, recovery);
    network.goSilentFrom(firstSetting);
    await pause((requestSeconds + 4) * 1000);
    network.speakAgain();
    await afterwards(house, load);
    assertRefusedInTime(load);
  });
});

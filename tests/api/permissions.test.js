// SPDX-License-Identifier: BSL-1.0
// Walks the whole table of operations: each succeeds with exactly its permissions, and is refused with all others.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';

import { buildDirectory, organization, startHost } from './support/host.js';
import { assertFailure, connectHttp } from './support/http.js';
import { arrive, interaction } from './support/interactions.js';
import { operations } from './support/permission_table.js';
import { logIn, refused } from './support/sdk.js';

const everything = [...new Set(operations.flatMap(({ demand }) => demand.permissions))].sort();
const without = (some) => everything.filter((permission) => !some.includes(permission));

// Sets of permissions that have to suffice for an operation, and sets that must not.
function sufficient({ rule, permissions }) {
  return rule === 'any' ? permissions.map((permission) => [permission]) : [permissions];
}
function insufficient({ rule, permissions }) {
  return rule === 'any' ? [without(permissions)] : permissions.map((missing) => without([missing]));
}

// One client for each set that is tried.
const clients = [
  { id: 'admin', secret: 'admin-secret', organization, permissions: ['*:*:*'] },
  { id: 'nothing', secret: 'nothing-secret', organization, permissions: [] },
  { id: 'elsewhere', secret: 'elsewhere-secret', organization, permissions: ['analytics:*:*', '*:conversationDetail:*'] },
];
const clientOf = new Map();
function clientWith(permissions) {
  const key = permissions.join(' ');
  if (!clientOf.has(key)) {
    const id = `client-${clientOf.size}`;
    clientOf.set(key, id);
    clients.push({ id, secret: `${id}-secret`, organization, permissions });
  }
  return clientOf.get(key);
}
for (const { demand } of operations) [...sufficient(demand), ...insufficient(demand)].forEach(clientWith);

// What calls need is made by an administrator.
class Given {
  constructor(host, call) {
    Object.assign(this, { host, call, counter: 0, lastName: '' });
  }
  name() {
    return (this.lastName = `given-${++this.counter}`);
  }
  async made(resource, body) {
    const answer = await this.call('POST', resource, body);
    assert.equal(answer.status, 200, answer.text);
    return answer.body.id;
  }
  source = () => this.made('/externalsources', { name: this.name(), active: false });
  contact = () => this.made('/contacts', { firstName: 'Ann' });
  async identifiedContact() {
    const identifiers = [{ type: 'Cookie', value: this.name() }];
    const [, again] = await arrive(this.host, interaction('webmessaging', identifiers), interaction('webmessaging', identifiers));
    return again.contactId;
  }
  async identifier() {
    const identifier = { type: 'Cookie', value: this.name() };
    const contact = await this.contact();
    assert.equal((await this.call('PATCH', `/contacts/${contact}/identifiers`, { operation: 'Claim', identifier })).status, 200);
    return identifier;
  }
}

describe('permissions', () => {
  let host;
  let call;
  let given;
  const loggedIn = new Map();
  before(async () => {
    host = await startHost({ clients });
    call = await connectHttp(host);
    given = new Given(host, call);
  });
  after(() => host.stop());

  // Calls an operation through the vendor's client, as the client that has these permissions.
  async function attempt({ operation, api: Api, call: parameters }, id) {
    if (!loggedIn.has(id)) loggedIn.set(id, await logIn(host, id));
    return new Api(loggedIn.get(id))[operation](...(await parameters(given)));
  }

  it('are those of the manifest, operation by operation', async () => {
    const { handlers } = JSON.parse(await readFile(path.join(buildDirectory, 'plugin', 'manifest.json'), 'utf8'));
    const sorted = (lines) => lines.map((line) => JSON.stringify(line)).sort();
    const rows = handlers.map(({ operation, permissions: { any, all } }) =>
      // One permission alone is the same under either rule.
      ({ operation, rule: all && all.length > 1 ? 'all' : 'any', permissions: [...(any ?? all)].sort() }));
    const table = operations.map(({ operation, demand: { rule, permissions } }) =>
      ({ operation, rule: permissions.length > 1 ? rule : 'any', permissions: [...permissions].sort() }));
    assert.deepEqual(sorted(table), sorted(rows));
  });

  for (const row of operations) {
    for (const permissions of sufficient(row.demand)) {
      it(`${row.operation} is allowed by ${permissions.join(' and ')} alone`, async () => {
        const answer = await attempt(row, clientWith(permissions));
        if (answer.errorCount !== undefined) assert.equal(answer.errorCount, 0, JSON.stringify(answer));
      });
    }
    for (const permissions of insufficient(row.demand)) {
      const missing = row.demand.permissions.filter((permission) => !permissions.includes(permission));
      it(`${row.operation} is refused without ${missing.join(' or ')}, to every other permission together`, async () => {
        const code = row.demand.rule === 'any' && row.demand.permissions.length > 1 ? 'missing.any.permissions' : 'missing.permissions';
        const failure = await refused(attempt(row, clientWith(permissions)), 403, code);
        for (const permission of missing) assert.ok(failure.messageParams.permissions.includes(permission), failure.messageParams.permissions);
      });
    }
  }

  it('of another domain, or none, allow nothing', async () => {
    for (const row of operations) {
      for (const id of ['nothing', 'elsewhere']) await refused(attempt(row, id), 403);
    }
  });

  it('a refused request changes nothing', async () => {
    const nobody = await connectHttp(host, 'nothing');
    assertFailure(await nobody('POST', '/externalsources', { name: 'Refused' }), 403);
    assert.deepEqual((await call('GET', '/externalsources?name=refused')).body.entities, []);
  });

  it('permission is checked before the body is judged', async () => {
    const nobody = await connectHttp(host, 'nothing');
    assertFailure(await nobody('POST', '/externalsources', '{'), 403);
  });
});

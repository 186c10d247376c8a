// SPDX-License-Identifier: BSL-1.0
// Claims, merges and resolves at random, from many clients at four hosts and from two replays, all on one database; then every
// acknowledged answer is held against what is there.
import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';

import { makeDatabase, nodesOf } from '../api/support/databases.js';
import { organization, serve, standardClients, temporaryDirectory, writeConfig } from '../api/support/host.js';
import { connectHttp } from '../api/support/http.js';
import { count, replay } from './support.js';

const seconds = Number(process.env.EXTSRC_SECONDS ?? 5);
const hostCount = 4;
const clientsPerHost = 4;
const replays = 2;
const replayLines = 300;
const people = 150; // few enough that identifiers are contested

let state = Number(process.env.EXTSRC_SEED ?? 1);
function below(limit) {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  return Math.floor((state / 2 ** 32) * limit);
}

const kinds = [
  (n, source) => ({ type: 'ExternalId', value: `C-${n}`, externalSource: { id: source } }),
  (n) => ({ type: 'Phone', value: `+1317555${1000 + n}` }),
  (n) => ({ type: 'Email', value: `person${n}@example.com` }),
  (n) => ({ type: 'Cookie', value: `cookie-${n}` }),
];
const anyIdentifier = (source) => kinds[below(kinds.length)](below(people), source);
const keyOf = ({ type, value }) => `${type} ${value}`;

describe(`${hostCount * clientsPerHost} clients, ${hostCount} hosts and ${replays} replays at work for ${seconds} s`, () => {
  let directory;
  let remove;
  let database;
  let source;
  const hosts = [];
  const calls = [];
  const configs = [];
  const contacts = []; // every id that was acknowledged
  const claimed = new Map(); // identifier -> contact whose claim was acknowledged first
  const linked = new Map(); // interaction -> contact it was acknowledged to belong to
  const tally = { created: 0, claims: 0, merges: 0, resolves: 0, refused: 0 };

  before(async () => {
    ({ directory, remove } = await temporaryDirectory());
    database = await makeDatabase(directory);
    const nodes = nodesOf(database.url);
    for (let i = 0; i < hostCount; ++i) {
      configs.push(await writeConfig(directory, { name: `host-${i}`, database: nodes[i % nodes.length] }));
    }
    hosts.push(...(await Promise.all(configs.map(serve))));
    for (const host of hosts) calls.push(await connectHttp({ port: host.port, clients: standardClients }));
    source = (await calls[0]('POST', '/externalsources', { name: 'CRM' })).body.id;
    await work();
  });
  after(async () => {
    await Promise.all(hosts.map((host) => host.stop()));
    await database.remove();
    await remove();
  });

  // A refusal is an answer too, but only for one of these reasons.
  function acknowledged(answer, ...refusals) {
    if (answer.status === 200) return true;
    assert.ok(refusals.includes(answer.body?.code), answer.text);
    ++tally.refused;
    return false;
  }

  async function create(call) {
    const identifier = anyIdentifier(source);
    const body = { firstName: `Person ${contacts.length}`, customFields: { made: contacts.length } };
    if (identifier.type === 'ExternalId') body.externalIds = [{ externalSource: identifier.externalSource, value: identifier.value }];
    if (identifier.type === 'Phone') body.workPhone = { display: identifier.value };
    if (identifier.type === 'Email') body.workEmail = identifier.value;
    const answer = await call('POST', '/contacts', body);
    if (!acknowledged(answer, 'identifier.claimed')) return;
    ++tally.created;
    contacts.push(answer.body.id);
    if (body.externalIds && !claimed.has(keyOf(identifier))) claimed.set(keyOf(identifier), { identifier, contact: answer.body.id });
  }

  async function claim(call) {
    const contact = contacts[below(contacts.length)];
    const identifier = anyIdentifier(source);
    const answer = await call('PATCH', `/contacts/${contact}/identifiers`, { operation: 'Claim', identifier });
    if (!acknowledged(answer, 'identifier.claimed', 'limit.exceeded')) return;
    ++tally.claims;
    if (!claimed.has(keyOf(identifier))) claimed.set(keyOf(identifier), { identifier, contact });
  }

  async function merge(call) {
    const contactIds = [contacts[below(contacts.length)], contacts[below(contacts.length)]];
    if (contactIds[0] === contactIds[1]) return;
    const answer = await call('POST', '/contacts/merge', { contactIds });
    if (!acknowledged(answer, 'general.conflict', 'limit.exceeded')) return;
    ++tally.merges;
    contacts.push(answer.body.id);
  }

  async function client(call, until) {
    while (Date.now() < until) {
      const dice = below(10);
      if (dice < 3 || contacts.length < 2) await create(call);
      else if (dice < 8) await claim(call);
      else await merge(call);
    }
  }

  function interaction(id) {
    const identifiers = Array.from({ length: 1 + below(3) }, () => anyIdentifier(source)).map(({ type, value, externalSource }) =>
      externalSource ? { type, value, externalSourceId: externalSource.id } : { type, value },
    );
    return JSON.stringify({ interactionId: id, organizationId: organization, channel: 'voice', occurredAt: '2026-11-23T10:00:00Z', identifiers });
  }

  async function resolveForAWhile(number, until) {
    for (let round = 0; Date.now() < until; ++round) {
      const input = path.join(directory, `in-${number}.ndjson`);
      const output = path.join(directory, `out-${number}.ndjson`);
      const lines = Array.from({ length: replayLines }, (_, line) => interaction(`i-${number}-${round}-${line}`));
      await writeFile(input, `${lines.join('\n')}\n`);
      await replay(configs[number], input, output, 8);
      for (const line of (await readFile(output, 'utf8')).trim().split('\n')) {
        const { interactionId, outcome, contactId, reason } = JSON.parse(line);
        assert.ok(contactId, `${interactionId} is ${outcome}: ${reason}`);
        linked.set(interactionId, contactId);
        ++tally.resolves;
      }
    }
  }

  async function work() {
    const until = Date.now() + seconds * 1000;
    const clients = calls.flatMap((call) => Array.from({ length: clientsPerHost }, () => client(call, until)));
    const resolving = Array.from({ length: replays }, (_, number) => resolveForAWhile(number, until));
    await Promise.all([...clients, ...resolving]);
    console.log(JSON.stringify(tally));
  }

  const canonical = new Map();
  async function answering(id) {
    if (!canonical.has(id)) {
      const answer = await calls[canonical.size % hostCount]('GET', `/contacts/${id}`);
      canonical.set(id, answer.status === 200 ? answer.body.id : `nobody (${answer.status})`);
    }
    return canonical.get(id);
  }

  it('did some of everything', () => {
    for (const [what, times] of Object.entries(tally)) assert.ok(times > 0, `no ${what}`);
  });

  it('left no contact id dead', async () => {
    for (const id of contacts) assert.match(await answering(id), /^[0-9a-f-]{36}$/, id);
  });

  it('gave no identifier two owners, and each to whom it was acknowledged', async () => {
    for (const { identifier, contact } of claimed.values()) {
      const found = await Promise.all(calls.map(async (call) => (await call('POST', '/identifierlookup/contacts', identifier)).body.id));
      assert.deepEqual(new Set(found), new Set([await answering(contact)]), keyOf(identifier));
    }

    const twice = 'SELECT COUNT(*) FROM (SELECT 1 FROM identifier WHERE owner = 1 GROUP BY organization_id, division_id, type, source_id, value HAVING COUNT(*) > 1) found';
    assert.equal(await count(database, twice), 0);
    const ownerless = 'SELECT COUNT(*) FROM (SELECT 1 FROM identifier GROUP BY organization_id, division_id, type, source_id, value HAVING COUNT(owner) <> 1) found';
    assert.equal(await count(database, ownerless), 0);
    assert.equal(await count(database, "SELECT COUNT(*) FROM identifier i JOIN contact c ON c.id = i.contact_id WHERE c.merged_to <> ''"), 0);
  });

  it('lost no link', async () => {
    const known = new Map();
    for (const [interactionId, contact] of linked) {
      const owner = await answering(contact);
      if (!known.has(owner)) known.set(owner, await sessionsOf(owner));
      assert.ok(known.get(owner).has(interactionId), `${interactionId} is not with ${owner}`);
    }
  });

  it('lost no custom field in a merge', async () => {
    const lost = `SELECT COUNT(*) FROM contact c WHERE c.canonical_id <> '' AND c.custom_fields <> '' AND NOT EXISTS
      (SELECT 1 FROM contact h WHERE h.id = c.canonical_id AND h.custom_fields <> '')`;
    assert.equal(await count(database, lost), 0);
  });

  async function sessionsOf(contact) {
    const ids = new Set();
    let next = `/contacts/${contact}/journey/sessions?pageSize=200`;
    while (next) {
      const { status, text, body } = await calls[ids.size % hostCount]('GET', next);
      assert.equal(status, 200, text);
      for (const { id } of body.entities) ids.add(id);
      next = body.nextUri;
    }
    return ids;
  }
});

// SPDX-License-Identifier: BSL-1.0
// What subscribers hear of changes: the plugin's events through the host's stream.
import assert from 'node:assert/strict';
import http from 'node:http';
import { after, before, describe, it } from 'node:test';

import { organization, otherOrganization, startHost } from './support/host.js';
import { assertFailure, connectHttp, requestToken } from './support/http.js';

const clients = [
  { id: 'admin', secret: 'a', organization, permissions: ['externalContacts:*:*'] },
  { id: 'sources', secret: 's', organization, permissions: ['externalContacts:externalSource:view'] },
  { id: 'editor', secret: 'e', organization, permissions: ['externalContacts:contact:edit'] },
  { id: 'other', secret: 'o', organization: otherOrganization, permissions: ['externalContacts:*:*'] },
];
const contactTopic = (id) => `v2.externalcontacts.contacts.${id}`;

// An open stream: `next(topic)` waits for the next event of a topic and resolves to its body.
async function subscribe(host, clientId, topics) {
  const { secret } = clients.find(({ id }) => id === clientId);
  const token = (await requestToken(host.port, clientId, secret)).body.access_token;
  const events = [];
  let wake = () => {};
  const request = http.get({
    host: '127.0.0.1', port: host.port, path: `/api/v2/notifications/stream?topics=${topics}`,
    headers: { Authorization: `Bearer ${token}` }, agent: false,
  });
  const response = await new Promise((resolve, reject) => request.on('response', resolve).on('error', reject));
  assert.equal(response.statusCode, 200);
  assert.match(response.headers['content-type'], /^text\/event-stream/);
  let text = '';
  const opened = new Promise((resolve) => response.once('data', resolve));
  response.setEncoding('utf8').on('data', (part) => {
    text += part;
    const blocks = text.split('\n\n');
    text = blocks.pop();
    for (const block of blocks) {
      const data = /^data: (.*)$/m.exec(block);
      if (data) events.push(JSON.parse(data[1]));
    }
    wake();
  });
  response.on('error', () => {});
  await opened;
  return {
    events,
    async next(topic) {
      for (;;) {
        const at = events.findIndex(({ topicName }) => topicName === topic);
        if (at >= 0) return events.splice(at, 1)[0].eventBody;
        await new Promise((resolve) => (wake = resolve));
      }
    },
    close: () => request.destroy(),
  };
}

describe('events', { timeout: 30_000 }, () => {
  let host;
  let call;
  const open = [];
  const listen = async (...parameters) => {
    const stream = await subscribe(host, ...parameters);
    open.push(stream);
    return stream;
  };
  before(async () => {
    host = await startHost({ clients });
    call = await connectHttp(host);
  });
  after(async () => {
    for (const stream of open) stream.close();
    await host.stop();
  });
  const create = async (body) => (await call('POST', '/contacts', body)).body;

  it('tell of a contact from its making to its end', async () => {
    const stream = await listen('admin', contactTopic('*'));
    const { id } = await create({ firstName: 'Ann' });
    assert.equal((await stream.next(contactTopic(id))).firstName, 'Ann');
    await call('PUT', `/contacts/${id}`, { firstName: 'Bo' });
    assert.equal((await stream.next(contactTopic(id))).firstName, 'Bo');
    await call('DELETE', `/contacts/${id}`);
    assert.deepEqual(await stream.next(contactTopic(id)), { id, deleted: true });
  });

  // The first event of a topic after those of what was done before, which may be told a little later.
  async function telling(stream, topic, isNew) {
    for (;;) {
      const heard = await stream.next(topic);
      if (isNew(heard)) return heard;
    }
  }

  it('tell who watches an old id of the contact that answers for it now', async () => {
    const a = await create({});
    const b = await create({});
    const resolved = await listen('admin', contactTopic(a.id));
    const raw = await listen('admin', `${contactTopic(a.id)}.unresolved`);
    const head = (await call('POST', '/contacts/merge', { contactIds: [a.id, b.id] })).body;
    const heard = await telling(resolved, contactTopic(a.id), ({ id }) => id !== a.id);
    assert.equal(heard.id, head.id);
    assert.equal(heard.canonicalContactId, head.id);
    assert.deepEqual(new Set(heard.mergeSet), new Set([a.id, b.id, head.id]));
    assert.deepEqual(new Set(heard.mergedFrom), new Set([a.id, b.id]));
    const own = await telling(raw, `${contactTopic(a.id)}.unresolved`, ({ mergedTo }) => mergedTo);
    assert.equal(own.id, a.id);
    assert.equal(own.mergedTo, head.id);
    await call('PUT', `/contacts/${b.id}`, { title: 'Dr' });
    assert.equal((await resolved.next(contactTopic(a.id))).title, 'Dr');
  });

  it('tell of external sources', async () => {
    const stream = await listen('sources', 'v2.externalcontacts.externalsources.*');
    const { id } = (await call('POST', '/externalsources', { name: 'CRM' })).body;
    const topic = `v2.externalcontacts.externalsources.${id}`;
    assert.equal((await stream.next(topic)).active, true);
    await call('PUT', `/externalsources/${id}`, { name: 'CRM', active: false });
    assert.equal((await stream.next(topic)).active, false);
    await call('DELETE', `/externalsources/${id}`);
    assert.deepEqual(await stream.next(topic), { id, deleted: true });
  });

  it('stay in their organization', async () => {
    const theirs = await listen('other', contactTopic('*'));
    const ours = await listen('admin', contactTopic('*'));
    const { id } = await create({});
    await ours.next(contactTopic(id));
    const otherCall = await connectHttp(host, 'other');
    const marker = (await otherCall('POST', '/contacts', {})).body.id;
    await theirs.next(contactTopic(marker));
    assert.deepEqual(theirs.events.filter(({ topicName }) => topicName.includes(id)), []);
  });

  it('are under the matching view permission', async () => {
    const path = '/api/v2/notifications/stream?topics=';
    const editor = await connectHttp(host, 'editor');
    const refused = assertFailure(await editor('GET', path + contactTopic('*')), 403);
    assert.match(refused.messageParams.permissions, /externalContacts:contact:view/);
    const sources = await connectHttp(host, 'sources');
    assertFailure(await sources('GET', `${path}${contactTopic('*')},v2.externalcontacts.externalsources.*`), 403);
    assertFailure(await call('GET', `${path}v2.routing.queues.*`), 404);
    assertFailure(await call('GET', path), 400);
  });
});

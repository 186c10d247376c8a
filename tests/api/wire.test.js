// SPDX-License-Identifier: BSL-1.0
import assert from 'node:assert/strict';
import http from 'node:http';
import net from 'node:net';
import { after, before, describe, it } from 'node:test';

import platformClient from 'purecloud-platform-client-v2';

import { startHost } from './support/host.js';
import { assertErrorBody, assertFailure, connectHttp, requestToken, send } from './support/http.js';

describe('the wire', () => {
  let host;
  let call;
  before(async () => {
    host = await startHost();
    call = await connectHttp(host);
  });
  after(() => host.stop());

  const authorization = async () => `Bearer ${(await requestToken(host.port, 'admin', 'admin-secret')).body.access_token}`;

  it('every answer carries a correlation id and forbids caching', async () => {
    const answers = [
      await call('GET', '/externalsources'),
      await call('GET', '/externalsources/nonsense'),
      await call('POST', '/externalsources', '{'),
      await send(host.port, { path: '/api/v2/externalcontacts/externalsources' }),
      await requestToken(host.port, 'admin', 'admin-secret'),
      await requestToken(host.port, 'admin', 'wrong'),
      await call('GET', '/api/v2/nothing/here'),
    ];
    for (const { headers } of answers) {
      assert.ok(headers['inin-correlation-id'], JSON.stringify(headers));
      assert.equal(headers['cache-control'], 'no-cache, no-store, must-revalidate');
      assert.equal(headers.pragma, 'no-cache');
      assert.equal(headers.expires, '0');
      assert.match(headers['content-type'], /^application\/json/);
    }
    const ids = answers.map(({ headers }) => headers['inin-correlation-id']);
    assert.equal(new Set(ids).size, ids.length);
  });

  it('a token is given for the right secret, as a bearer token with its life time', async () => {
    const { status, body } = await requestToken(host.port, 'admin', 'admin-secret');
    assert.equal(status, 200);
    assert.equal(body.token_type, 'bearer');
    assert.ok(body.access_token.length >= 32);
    assert.ok(Number.isInteger(body.expires_in) && body.expires_in > 0);
  });

  it('a token is refused for wrong credentials, without telling which part was wrong', async () => {
    const wrong = assertFailure(await requestToken(host.port, 'admin', 'guess'), 401, 'bad.credentials');
    const unknown = assertFailure(await requestToken(host.port, 'nobody', 'guess'), 401, 'bad.credentials');
    assert.equal(wrong.message, unknown.message);
    assertFailure(await send(host.port, { method: 'POST', path: '/oauth/token', body: 'grant_type=client_credentials' }), 401);
  });

  it('another grant is refused', async () => {
    const headers = {
      Authorization: `Basic ${Buffer.from('admin:admin-secret').toString('base64')}`,
      'Content-Type': 'application/x-www-form-urlencoded',
    };
    for (const body of ['grant_type=password', '']) {
      assertFailure(await send(host.port, { method: 'POST', path: '/oauth/token', headers, body }), 400, 'bad.request');
    }
  });

  it("the vendor's client is told of bad credentials", async () => {
    const client = new platformClient.ApiClientClass();
    client.setGateway({ protocol: 'http', host: '127.0.0.1', port: host.port });
    await assert.rejects(client.loginClientCredentialsGrant('admin', 'guess'));
  });

  it('a request without token, or with one that was not given out, is refused', async () => {
    const path = '/api/v2/externalcontacts/externalsources';
    assertFailure(await send(host.port, { path }), 401, 'authentication.required');
    for (const value of ['Bearer nonsense', 'Bearer ', 'Basic YWRtaW46YWRtaW4tc2VjcmV0', 'nonsense']) {
      const body = assertFailure(await send(host.port, { path, headers: { Authorization: value } }), 401);
      assert.match(body.code, /^(bad\.credentials|authentication\.required)$/);
    }
  });

  it('an unknown path is not found and a wrong method is not allowed', async () => {
    assertFailure(await call('GET', '/api/v2/nothing/here'), 404, 'not.found');
    const answer = await call('PATCH', '/externalsources');
    assertFailure(answer, 405);
    assert.match(answer.headers.allow, /GET/);
    assert.match(answer.headers.allow, /POST/);
  });

  it('bodiless requests with a JSON content type are served, as all generated clients send them', async () => {
    const created = (await call('POST', '/externalsources', { name: 'Bodiless' })).body;
    assert.equal((await call('GET', `/externalsources/${created.id}`)).status, 200);
    const deleted = await call('DELETE', `/externalsources/${created.id}`);
    assert.equal(deleted.status, 200);
    assert.deepEqual(deleted.body, {});
  });

  it('a chunked body is read, for the token too', async () => {
    const headers = { Authorization: await authorization(), 'Content-Type': 'application/json', 'Transfer-Encoding': 'chunked' };
    const answer = await send(host.port, { method: 'POST', path: '/api/v2/externalcontacts/externalsources', headers, body: '{"name":"Chunked"}' });
    assert.equal(answer.status, 200, answer.text);
    const basic = `Basic ${Buffer.from('admin:admin-secret').toString('base64')}`;
    const token = await send(host.port, {
      method: 'POST',
      path: '/oauth/token',
      headers: { Authorization: basic, 'Content-Type': 'application/x-www-form-urlencoded', 'Transfer-Encoding': 'chunked' },
      body: 'grant_type=client_credentials',
    });
    assert.equal(token.status, 200);
  });

  it('a connection is kept for further requests', async () => {
    const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });
    const headers = { Authorization: await authorization() };
    const ports = new Set();
    for (let i = 0; i < 3; ++i) {
      await new Promise((resolve, reject) => {
        http.get({ host: '127.0.0.1', port: host.port, path: '/api/v2/externalcontacts/externalsources', headers, agent }, (response) => {
          ports.add(response.socket.localPort);
          assert.equal(response.statusCode, 200);
          response.resume().on('end', resolve).on('error', reject);
        }).on('error', reject);
      });
    }
    agent.destroy();
    assert.equal(ports.size, 1);
  });

  it('pipelined requests are answered in their order', { timeout: 10_000 }, async () => {
    const token = await authorization();
    const request = (path, last) =>
      `GET /api/v2/externalcontacts/${path} HTTP/1.1\r\nHost: host\r\nAuthorization: ${token}\r\n${last ? 'Connection: close\r\n' : ''}\r\n`;
    const text = await new Promise((resolve, reject) => {
      const socket = net.connect(host.port, '127.0.0.1');
      let received = '';
      socket.setEncoding('utf8').on('data', (part) => (received += part)).on('end', () => resolve(received)).on('error', reject);
      socket.write(request('externalsources') + request('externalsources/nonsense') + request('scan/contacts', true));
    });
    assert.deepEqual([...text.matchAll(/HTTP\/1\.1 (\d+) /g)].map((match) => match[1]), ['200', '404', '200']);
  });

  it('a connection is closed at once when the client asks for it', { timeout: 10_000 }, async () => {
    const text = await new Promise((resolve, reject) => {
      const socket = net.connect(host.port, '127.0.0.1');
      let received = '';
      socket.setEncoding('utf8').on('data', (part) => (received += part)).on('end', () => resolve(received)).on('error', reject);
      socket.write('GET /api/v2/nothing HTTP/1.1\r\nHost: host\r\nConnection: close\r\n\r\n');
    });
    assert.match(text, /^HTTP\/1\.1 401 /);
    assert.match(text, /^Connection: close\r$/im);
  });

  it('what is not HTTP is answered with 400 or closed, and the server goes on', async () => {
    for (const nonsense of ['nonsense\r\n\r\n', 'GET / HTTP/9.9\r\n\r\n', '\u0000\u0001\u0002\r\n\r\n', 'POST / HTTP/1.1\r\nHost: h\r\nContent-Length: -1\r\n\r\n']) {
      const text = await new Promise((resolve) => {
        const socket = net.connect(host.port, '127.0.0.1');
        let received = '';
        socket.setEncoding('utf8').on('data', (part) => (received += part)).on('close', () => resolve(received)).on('error', () => {});
        socket.end(nonsense);
      });
      if (text !== '') assert.match(text, /^HTTP\/1\.1 [45]\d\d /);
    }
    assert.equal((await call('GET', '/externalsources')).status, 200);
  });

  it('a header over the limit is refused with 431', async () => {
    const answer = await send(host.port, { path: '/api/v2/externalcontacts/externalsources', headers: { 'X-Long': 'x'.repeat(60_000) } });
    assert.equal(answer.status, 431);
    assertErrorBody(answer.body, 431);
  });
});

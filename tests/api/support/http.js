// SPDX-License-Identifier: BSL-1.0
// Plain HTTP, for what the vendor's client would not send.
import assert from 'node:assert/strict';
import http from 'node:http';

// Sends one request; `body` is a string or a Buffer, sent as it is. Resolves to {status, headers, text, body}.
export function send(port, { method = 'GET', path, headers = {}, body } = {}) {
  return new Promise((resolve, reject) => {
    const request = http.request({ host: '127.0.0.1', port, method, path, headers, agent: false }, (response) => {
      const parts = [];
      response.on('data', (part) => parts.push(part));
      response.on('error', reject);
      response.on('end', () => {
        const text = Buffer.concat(parts).toString('utf8');
        let parsed;
        try {
          parsed = text === '' ? undefined : JSON.parse(text);
        } catch {
          parsed = undefined;
        }
        resolve({ status: response.statusCode, headers: response.headers, text, body: parsed });
      });
    });
    request.on('error', reject);
    if (body !== undefined) request.write(body);
    request.end();
  });
}

export function requestToken(port, id, secret) {
  return send(port, {
    method: 'POST',
    path: '/oauth/token',
    headers: {
      Authorization: `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}`,
      'Content-Type': 'application/x-www-form-urlencoded',
    },
    body: 'grant_type=client_credentials',
  });
}

// Sends requests as one client: call(method, path, body) with a value to serialise, or text or bytes to send as they are.
export async function connectHttp(host, clientId = 'admin') {
  const { secret } = host.clients.find((client) => client.id === clientId);
  const answer = await requestToken(host.port, clientId, secret);
  assert.equal(answer.status, 200, answer.text);
  const authorization = `Bearer ${answer.body.access_token}`;
  return (method, path, body, headers = {}) => {
    const raw = body === undefined || typeof body === 'string' || Buffer.isBuffer(body);
    return send(host.port, {
      method,
      path: path.startsWith('/api/') ? path : `/api/v2/externalcontacts${path}`,
      headers: { Authorization: authorization, 'Content-Type': 'application/json', ...headers },
      body: raw ? body : JSON.stringify(body),
    });
  };
}

// Asserts that an answer is a failure in the platform's form, and returns its body.
export function assertFailure(answer, status, code) {
  assert.equal(answer.status, status, `status of ${answer.text}`);
  assert.match(answer.headers['content-type'], /^application\/json/);
  assertErrorBody(answer.body, status, code);
  assert.equal(answer.body.contextId, answer.headers['inin-correlation-id']);
  return answer.body;
}

// The same for a parsed error body, which is what the vendor's client rejects with.
export function assertErrorBody(body, status, code) {
  assert.equal(typeof body, 'object', `no error body: ${body}`);
  assert.equal(body.status, status, JSON.stringify(body));
  if (code !== undefined) assert.equal(body.code, code, JSON.stringify(body));
  assert.match(body.code, /^[a-z0-9]+(\.[a-z0-9]+)*$/);
  assert.ok(body.message.length > 0);
  assert.ok(body.contextId.length > 0);
  assert.ok(Array.isArray(body.details));
  assert.ok(Array.isArray(body.errors));
}

export function assertFaultIn(body, fieldName) {
  const fields = body.details.map((detail) => detail.fieldName);
  assert.ok(fields.includes(fieldName), `details name ${JSON.stringify(fields)}, not ${fieldName}`);
}

// SPDX-License-Identifier: BSL-1.0
// What tests need to be there, made through the API.
import assert from 'node:assert/strict';

async function made(call, path, body) {
  const answer = await call('POST', path, body);
  assert.equal(answer.status, 200, answer.text);
  return answer.body;
}

export const givenSource = ({ call }, name, { active = true, uriTemplate } = {}) =>
  made(call, '/externalsources', { name, active, ...(uriTemplate ? { linkConfiguration: { uriTemplate } } : {}) });

export const givenContact = ({ call }, contact) => made(call, '/contacts', contact);

export const sourcesOf = async ({ call }, query = '') => (await call('GET', `/externalsources?limit=200${query}`)).body.entities;

export const sourceNamed = async (host, name) => (await sourcesOf(host)).find((source) => source.name === name);

// As many sources as wanted, a few at a time.
export async function givenManySources(host, count, active, nameOf) {
  for (let i = 0; i < count; i += 50) {
    const batch = Array.from({ length: Math.min(50, count - i) }, (_, j) => nameOf(i + j));
    await Promise.all(batch.map((name) => givenSource(host, name, { active })));
  }
}

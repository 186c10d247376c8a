// SPDX-License-Identifier: BSL-1.0
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';

import { startHost } from './support/host.js';
import { assertFailure, assertFaultIn, connectHttp } from './support/http.js';

// A value of each JSON type but the given one.
const values = { string: 'x', number: 7, boolean: true, object: { a: 1 }, array: [1] };
const otherThan = (type) => Object.entries(values).filter(([name]) => name !== type).map(([, value]) => value);

const sourceFields = { name: 'string', active: 'boolean', linkConfiguration: 'object' };
const contactFields = {
  firstName: 'string', middleName: 'string', lastName: 'string', salutation: 'string', title: 'string',
  workEmail: 'string', personalEmail: 'string', otherEmail: 'string', externalSystemUrl: 'string',
  workPhone: 'object', cellPhone: 'object', homePhone: 'object', otherPhone: 'object', address: 'object',
  surveyOptOut: 'boolean', externalIds: 'array', customFields: 'object', division: 'object',
};

const injections = ["'; DROP TABLE contact; --", '" OR ""="', '\\', '%', '_', '`', ':name', '?', '{{externalId.value}}', '<script>', '$(id)'];

describe('bad input', () => {
  let host;
  let call;
  before(async () => {
    host = await startHost();
    call = await connectHttp(host);
  });
  after(async () => {
    const left = await Promise.all([call('GET', '/externalsources'), call('GET', '/scan/contacts?limit=200')]);
    await host.stop();
    const records = left.flatMap((answer) => answer.body.entities);
    const kept = records.filter((record) => !(record.name ?? record.firstName ?? '').startsWith('kept '));
    assert.deepEqual(kept, [], 'a refused request left something behind');
  });

  const bodyPaths = [
    ['POST', '/externalsources'],
    ['POST', '/contacts'],
    ['POST', '/identifierlookup/contacts'],
    ['POST', '/identifierlookup'],
  ];

  for (const [method, path] of bodyPaths) {
    it(`${method} ${path} refuses what is not a JSON object`, async () => {
      const bodies = ['', '{', '{"name":"a",}', '{"name":"a"} x', "{'name':'a'}", '[]', '"text"', '7', 'null', 'NaN', '{"name":"\\ud800"}', '\u0000', '{"a":1 "b":2}'];
      for (const body of bodies) {
        const answer = await call(method, path, body);
        assertFailure(answer, 400, 'bad.request');
      }
    });

    it(`${method} ${path} refuses bytes that are not UTF-8`, async () => {
      for (const bytes of [[0xff], [0xc3], [0xc0, 0xaf], [0xed, 0xa0, 0x80], [0xf5, 0x80, 0x80, 0x80]]) {
        const body = Buffer.concat([Buffer.from('{"name":"a'), Buffer.from(bytes), Buffer.from('"}')]);
        assertFailure(await call(method, path, body), 400, 'bad.request');
      }
    });

    it(`${method} ${path} refuses a body nested too deeply`, async () => {
      assertFailure(await call(method, path, `{"a":${'['.repeat(5000)}${']'.repeat(5000)}}`), 413, 'request.entity.too.large');
    });
  }

  for (const [field, type] of Object.entries(sourceFields)) {
    it(`a source's ${field} of another type than ${type} is refused`, async () => {
      for (const value of otherThan(type)) {
        assertFaultIn(assertFailure(await call('POST', '/externalsources', { name: 'x', [field]: value }), 400, 'bad.request'), field);
      }
    });
  }

  for (const [field, type] of Object.entries(contactFields)) {
    it(`a contact's ${field} of another type than ${type} is refused`, async () => {
      for (const value of otherThan(type)) {
        assertFaultIn(assertFailure(await call('POST', '/contacts', { [field]: value }), 400, 'bad.request'), field);
      }
    });
  }

  it('members of nested objects are judged too, and named by their path', async () => {
    const cases = [
      ['/externalsources', { name: 'x', linkConfiguration: { uriTemplate: 7 } }, 'linkConfiguration.uriTemplate'],
      ['/contacts', { workPhone: { display: 7 } }, 'workPhone.display'],
      ['/contacts', { workPhone: { display: '1', extension: 'x' } }, 'workPhone.extension'],
      ['/contacts', { workPhone: { display: '1', acceptsSMS: 'x' } }, 'workPhone.acceptsSMS'],
      ['/contacts', { address: { city: 7 } }, 'address.city'],
      ['/contacts', { externalIds: [7] }, 'externalIds[0]'],
      ['/contacts', { externalIds: [{ externalSource: 7, value: 'x' }] }, 'externalIds[0].externalSource'],
      ['/contacts', { externalIds: [{ externalSource: { id: 7 }, value: 'x' }] }, 'externalIds[0].externalSource.id'],
      ['/identifierlookup/contacts', { type: 7, value: 'x' }, 'type'],
      ['/identifierlookup/contacts', { type: 'Phone', value: 7 }, 'value'],
      ['/identifierlookup/contacts', { type: 'Phone', value: 'x', division: 7 }, 'division'],
    ];
    for (const [path, body, field] of cases) assertFaultIn(assertFailure(await call('POST', path, body), 400, 'bad.request'), field);
  });

  it('a claim with parts of a wrong type is refused', async () => {
    const contact = (await call('POST', '/contacts', { firstName: 'kept for claims' })).body;
    const identifier = { type: 'Cookie', value: 'c' };
    for (const [body, field] of [
      [{}, 'operation'],
      [{ operation: 7, identifier }, 'operation'],
      [{ operation: 'Claim' }, 'identifier'],
      [{ operation: 'Claim', identifier: 'Cookie' }, 'identifier'],
    ]) {
      assertFaultIn(assertFailure(await call('PATCH', `/contacts/${contact.id}/identifiers`, body), 400, 'bad.request'), field);
    }
  });

  it('all faults of a body are reported together', async () => {
    const failure = assertFailure(await call('POST', '/contacts', { firstName: 7, lastName: 8 }), 400, 'bad.request');
    assertFaultIn(failure, 'firstName');
    assertFaultIn(failure, 'lastName');
  });

  it('over-long values are refused, and the longest ones are kept', async () => {
    for (const field of ['firstName', 'middleName', 'lastName', 'salutation', 'title']) {
      assertFaultIn(assertFailure(await call('POST', '/contacts', { [field]: 'x'.repeat(1001) }), 400), field);
      const longest = `kept ${'é'.repeat(995)}`;
      const answer = await call('POST', '/contacts', { firstName: 'kept long', [field]: longest });
      assert.equal(answer.status, 200, answer.text);
      assert.equal(answer.body[field], longest);
    }
    const email = `${'a'.repeat(64)}@${'b'.repeat(60)}.${'c'.repeat(60)}.${'d'.repeat(60)}.example.com`;
    assertFaultIn(assertFailure(await call('POST', '/contacts', { workEmail: email }), 400), 'workEmail');
    assertFaultIn(assertFailure(await call('POST', '/contacts', { externalSystemUrl: `https://a.example/${'x'.repeat(1000)}` }), 400), 'externalSystemUrl');
  });

  it('control characters are refused', async () => {
    for (const character of ['\u0000', '\u0001', '\u001f', '\u007f', '\u0085']) {
      assertFaultIn(assertFailure(await call('POST', '/externalsources', { name: `a${character}b` }), 400), 'name');
      assertFaultIn(assertFailure(await call('POST', '/contacts', { firstName: `a${character}b` }), 400), 'firstName');
      assertFaultIn(assertFailure(await call('POST', '/identifierlookup/contacts', { type: 'Cookie', value: `a${character}b` }), 400), 'value');
    }
  });

  it('e-mail addresses and URLs that are none are refused', async () => {
    for (const workEmail of ['nobody', 'a@', '@b', 'a b@example.com', 'a@b@c', 'a@exa mple.com']) {
      assertFaultIn(assertFailure(await call('POST', '/contacts', { workEmail }), 400), 'workEmail');
    }
    for (const externalSystemUrl of ['nonsense', 'javascript:alert(1)', 'file:///etc/passwd']) {
      assertFaultIn(assertFailure(await call('POST', '/contacts', { externalSystemUrl }), 400), 'externalSystemUrl');
    }
  });

  it('SQL and other metacharacters are stored as they are', async () => {
    for (const text of injections) {
      const name = `kept ${text}`;
      const source = await call('POST', '/externalsources', { name, active: false });
      assert.equal(source.status, 200, source.text);
      assert.equal((await call('GET', `/externalsources/${source.body.id}`)).body.name, name);
      const listed = await call('GET', `/externalsources?name=${encodeURIComponent(name)}`);
      assert.deepEqual(listed.body.entities.map((entity) => entity.name), [name]);
      const contact = await call('POST', '/contacts', { firstName: name, customFields: { [text]: text } });
      assert.equal(contact.status, 200, contact.text);
      const cookie = { type: 'Cookie', value: `cookie ${text}` };
      assert.equal((await call('PATCH', `/contacts/${contact.body.id}/identifiers`, { operation: 'Claim', identifier: cookie })).status, 200);
      const found = (await call('POST', '/identifierlookup/contacts', cookie)).body;
      assert.equal(found.firstName, name);
      assert.deepEqual(found.customFields, { [text]: text });
    }
  });

  it('text beyond the basic plane, in any script, is stored as it is', async () => {
    const firstName = 'kept 漢字 עברית 🦊 e\u0301';
    const contact = (await call('POST', '/contacts', { firstName })).body;
    assert.equal((await call('GET', `/contacts/${contact.id}`)).body.firstName, firstName);
  });

  it('a body over the limit is refused with 413, and the server goes on', async () => {
    const answer = await call('POST', '/contacts', { firstName: 'x'.repeat(2 * 1024 * 1024) });
    assertFailure(answer, 413);
    assert.equal((await call('GET', '/externalsources')).status, 200);
  });

  it('a body of another content type is refused with 415', async () => {
    assertFailure(await call('POST', '/contacts', '{}', { 'Content-Type': 'text/plain' }), 415);
    assertFailure(await call('POST', '/contacts', '<a/>', { 'Content-Type': 'application/xml' }), 415);
  });

  it('query values of a wrong form are refused', async () => {
    for (const query of ['active=maybe', 'limit=ten', 'name=%ff']) {
      assertFailure(await call('GET', `/externalsources?${query}`), 400, 'bad.request');
    }
  });

  it('a path with broken percent-encoding is refused, and an encoded slash is no separator', async () => {
    assertFailure(await call('GET', '/externalsources/%zz'), 400, 'bad.request');
    assertFailure(await call('GET', '/externalsources/a%2Fb'), 404, 'not.found');
    assertFailure(await call('GET', '/externalsources/%00'), 404);
  });
});

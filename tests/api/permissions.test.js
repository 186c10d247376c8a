// SPDX-License-Identifier: BSL-1.0
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';

import { organization, standardClients, startHost } from './support/host.js';
import { assertFailure, connectHttp } from './support/http.js';

const nobody = '00000000-0000-4000-8000-00000000dead';
const sourceView = ['externalContacts:externalSource:view', 'externalContacts:contact:view', 'externalContacts:externalOrganization:view'];
const either = (action) => [`relate:contact:${action}`, `externalContacts:contact:${action}`];

// Every operation, the permissions of which any one suffices, and what it answers to a client that has one.
const operations = [
  ['GET', '/externalsources', sourceView, 200],
  ['POST', '/externalsources', ['externalContacts:externalSource:add'], 400, {}],
  ['GET', `/externalsources/${nobody}`, sourceView, 404],
  ['PUT', `/externalsources/${nobody}`, ['externalContacts:externalSource:edit'], 404, { name: 'CRM' }],
  ['DELETE', `/externalsources/${nobody}`, ['externalContacts:externalSource:delete'], 404],
  ['POST', '/contacts', either('add'), 400, { firstName: 1 }],
  ['GET', `/contacts/${nobody}`, either('view'), 404],
  ['PUT', `/contacts/${nobody}`, either('edit'), 404, {}],
  ['DELETE', `/contacts/${nobody}`, either('delete'), 404],
  ['GET', '/scan/contacts', either('view'), 200],
  ['GET', '/contacts', either('view'), 200],
  ['POST', '/contacts/search', ['externalContacts:contact:view', 'externalContacts:contact:search'], 200, {}],
  ['GET', '/reversewhitepageslookup?lookupVal=ada', ['externalContacts:contact:view'], 200],
  ['GET', `/contacts/${nobody}/identifiers`, ['externalContacts:contact:view'], 404],
  ['PATCH', `/contacts/${nobody}/identifiers`, ['externalContacts:contact:edit'], 404, { operation: 'Claim', identifier: { type: 'Cookie', value: 'c' } }],
  ['POST', '/identifierlookup/contacts', ['externalContacts:contact:view'], 404, { type: 'Cookie', value: 'c' }],
  ['POST', '/identifierlookup', ['externalContacts:contact:view', 'relate:contact:view'], 404, { type: 'Cookie', value: 'c' }],
];

// One client for each permission alone, and one for each operation with every permission but those that allow it.
const permissions = [...new Set(operations.flatMap(([, , allowing]) => allowing))];
const clientFor = (id, granted) => ({ id, secret: `${id}-secret`, organization, permissions: granted });
const only = (permission) => `only ${permission}`.replaceAll(':', '-').replaceAll(' ', '-');
const allBut = (index) => `all-but-operation-${index}`;
const clients = [
  ...standardClients,
  ...permissions.map((permission) => clientFor(only(permission), [permission])),
  ...operations.map(([, , allowing], index) => clientFor(allBut(index), permissions.filter((permission) => !allowing.includes(permission)))),
  clientFor('nothing', []),
  clientFor('elsewhere', ['routing:*:*', '*:queue:*']),
];

describe('permissions', () => {
  let host;
  const calls = new Map();
  before(async () => {
    host = await startHost({ clients });
    for (const { id } of clients) calls.set(id, await connectHttp(host, id));
  });
  after(() => host.stop());

  for (const [index, [method, path, allowing, expected, body]] of operations.entries()) {
    for (const permission of allowing) {
      it(`${method} ${path} is allowed by ${permission} alone`, async () => {
        assert.equal((await calls.get(only(permission))(method, path, body)).status, expected);
      });
    }

    it(`${method} ${path} is refused to every other permission together, naming what is missing`, async () => {
      const code = allowing.length > 1 ? 'missing.any.permissions' : 'missing.permissions';
      const failure = assertFailure(await calls.get(allBut(index))(method, path, body), 403, code);
      for (const permission of allowing) assert.ok(failure.messageParams.permissions.includes(permission), failure.messageParams.permissions);
    });

    it(`${method} ${path} is refused to a client without permissions, or with those of another domain`, async () => {
      for (const id of ['nothing', 'elsewhere']) assertFailure(await calls.get(id)(method, path, body), 403);
    });
  }

  it('a refused request changes nothing', async () => {
    assertFailure(await calls.get('nothing')('POST', '/externalsources', { name: 'CRM' }), 403);
    assert.deepEqual((await calls.get('admin')('GET', '/externalsources')).body.entities, []);
  });

  it('permission is checked before the body is judged', async () => {
    assertFailure(await calls.get('nothing')('POST', '/externalsources', '{'), 403);
  });
});

// SPDX-License-Identifier: BSL-1.0
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';

import platformClient from 'purecloud-platform-client-v2';

import { organization, standardClients, startHost } from './support/host.js';
import { assertFailure, connectHttp } from './support/http.js';
import { connect, logIn, refused } from './support/sdk.js';

const nobody = '00000000-0000-4000-8000-00000000dead';
const north = 'd0000000-0000-4000-8000-000000000001';
const messaging = (name) => `ConversationsMessagingIdentityresolutionIntegrations${name}IntegrationId`;
const both = (first, second) => (action) => [`${first}:${action}`, `${second}:${action}`];
const ofMessaging = (name) => both('messaging:integration', `messaging:identityResolution${name}`);
const messagingPath = (name) => `/api/v2/conversations/messaging/identityresolution/integrations/${name}/i-1`;

// Every kind of integration: the SDK's class, the end of its methods' names, the ids of its path, its path, its permissions.
const kinds = [
  ['ArchitectApi', 'ArchitectIvrIdentityresolution', ['i-1'], '/api/v2/architect/ivrs/i-1/identityresolution', both('routing:callRoute', 'routing:identityResolutionIvr')],
  ['RoutingApi', 'RoutingQueueIdentityresolution', ['i-1'], '/api/v2/routing/queues/i-1/identityresolution', both('routing:queue', 'queue:identityResolution')],
  ['RoutingApi', 'RoutingEmailDomainRouteIdentityresolution', ['mail.example', 'i-1'], '/api/v2/routing/email/domains/mail.example/routes/i-1/identityresolution',
    (action) => ['routing:email:manage', `routing:identityResolutionEmail:${action}`]],
  ['RoutingApi', 'RoutingSmsIdentityresolutionPhonenumber', ['i-1'], '/api/v2/routing/sms/identityresolution/phonenumbers/i-1', both('sms:phoneNumber', 'sms:identityResolution')],
  ['WebDeploymentsApi', 'WebdeploymentsDeploymentIdentityresolution', ['i-1'], '/api/v2/webdeployments/deployments/i-1/identityresolution',
    both('webDeployments:deployment', 'webDeployments:identityResolution')],
  ['ConversationsApi', messaging('Open'), ['i-1'], messagingPath('open'), ofMessaging('Open')],
  ['ConversationsApi', messaging('Whatsapp'), ['i-1'], messagingPath('whatsapp'), ofMessaging('WhatsApp')],
  ['ConversationsApi', messaging('Facebook'), ['i-1'], messagingPath('facebook'), ofMessaging('Facebook')],
  ['ConversationsApi', messaging('Instagram'), ['i-1'], messagingPath('instagram'), ofMessaging('Instagram')],
  ['ConversationsApi', messaging('Apple'), ['i-1'], messagingPath('apple'), ofMessaging('Apple')],
  ['ConversationsApi', messaging('Twitter'), ['i-1'], messagingPath('twitter'),
    (action) => [action === 'edit' ? 'messaging:XIntegration:edit' : 'messaging:integration:view', `messaging:identityResolutionX:${action}`]],
];

const isQueue = (name) => name.startsWith('RoutingQueue');
const wrap = (name, config) => (isQueue(name) ? { callOnBehalfOfQueue: config } : config);
const unwrap = (name, config) => (isQueue(name) ? config.callOnBehalfOfQueue : config);

// A client that may see and set everything, and for each permission one that has all the others.
const permissions = [...new Set(kinds.flatMap(([, , , , needed]) => [...needed('view'), ...needed('edit')]))];
const clientFor = (id, granted) => ({ id, secret: `${id}-secret`, organization, permissions: granted });
const without = (permission) => `without-${permission}`.replaceAll(':', '-');
const clients = [
  ...standardClients,
  clientFor('supervisor', permissions),
  ...permissions.map((permission) => clientFor(without(permission), permissions.filter((other) => other !== permission))),
];

describe('identity resolution per integration', () => {
  let host;
  let sdk;
  let sources;
  const calls = new Map();
  before(async () => {
    host = await startHost({ clients });
    sdk = await logIn(host, 'supervisor');
    sources = await connect(host);
    for (const { id } of clients) calls.set(id, await connectHttp(host, id));
  });
  after(() => host.stop());

  for (const [className, name, ids, path, needed] of kinds) {
    const get = () => new platformClient[className](sdk)[`get${name}`](...ids);
    const put = (body) => new platformClient[className](sdk)[`put${name}`](...ids, body);

    it(`${name}: resolves by default, and is what was put`, async () => {
      const defaults = unwrap(name, await get());
      assert.equal(defaults.resolveIdentities, true);
      assert.equal(defaults.selfUri, path);
      const set = await put(wrap(name, { resolveIdentities: false, division: { id: north } }));
      assert.equal(unwrap(name, set).resolveIdentities, false);
      assert.equal(unwrap(name, set).division.id, north);
      assert.deepEqual(await get(), set);
      assert.deepEqual(await put(set), set);
      await put(wrap(name, { resolveIdentities: true }));
      assert.deepEqual(unwrap(name, await get()), defaults);
    });

    it(`${name}: takes both of its permissions`, async () => {
      const body = wrap(name, { resolveIdentities: true });
      for (const [method, action] of [['GET', 'view'], ['PUT', 'edit']]) {
        for (const permission of needed(action)) {
          const answer = await calls.get(without(permission))(method, path, method === 'PUT' ? body : undefined);
          const failure = assertFailure(answer, 403, 'missing.permissions');
          assert.equal(failure.messageParams.permissions, permission);
        }
        assert.equal((await calls.get('supervisor')(method, path, method === 'PUT' ? body : undefined)).status, 200);
      }
    });

    it(`${name}: a body without the switch is refused`, async () => {
      await refused(put(wrap(name, {})), 400, 'bad.request');
    });
  }

  for (const [className, name] of [['WebDeploymentsApi', 'WebdeploymentsDeploymentIdentityresolution'], ['ConversationsApi', messaging('Open')]]) {
    it(`${name}: names an external source that is there`, async () => {
      const api = new platformClient[className](sdk);
      const source = await sources.postExternalcontactsExternalsources({ name: `Source of ${name}` });
      const set = await api[`put${name}`]('i-2', { resolveIdentities: true, externalSource: { id: source.id } });
      assert.deepEqual(set.externalSource, { id: source.id, selfUri: source.selfUri });
      await refused(api[`put${name}`]('i-2', { resolveIdentities: true, externalSource: { id: nobody } }), 422, 'external.source.not.found');
      assert.deepEqual(await api[`get${name}`]('i-2'), set);
      await sources.deleteExternalcontactsExternalsource(source.id);
      await refused(api[`put${name}`]('i-9', set), 422, 'external.source.not.found');
      // What names it already may go on, so that the rest can be changed.
      const off = await api[`put${name}`]('i-2', { ...set, resolveIdentities: false });
      assert.equal(off.resolveIdentities, false);
    });
  }

  it('a web deployment says whom it merges', async () => {
    const api = new platformClient.WebDeploymentsApi(sdk);
    const automerge = { authenticatedWebMessaging: true, webTracking: false };
    const set = await api.putWebdeploymentsDeploymentIdentityresolution('i-3', { resolveIdentities: true, automerge });
    assert.deepEqual(set.automerge, automerge);
    assert.deepEqual(await api.getWebdeploymentsDeploymentIdentityresolution('i-3'), set);
  });
});

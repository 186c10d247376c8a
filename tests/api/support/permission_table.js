// SPDX-License-Identifier: BSL-1.0
// Every operation the plugin and its host offer to clients, the permissions the vendor documents for it, and a call of the vendor's
// client that succeeds for whoever has them. `given` makes what a call needs, as an administrator.
import platformClient from 'purecloud-platform-client-v2';

const any = (...permissions) => ({ rule: 'any', permissions });
const all = (...permissions) => ({ rule: 'all', permissions });
const ec = (permission) => `externalContacts:${permission}`;
const either = (action) => any(`relate:contact:${action}`, ec(`contact:${action}`));

const sourceView = any(ec('externalSource:view'), ec('contact:view'), ec('externalOrganization:view'));
const cookie = (value) => ({ type: 'Cookie', value });
const entities = (...list) => ({ entities: list });

/** Operations of ours, which the vendor's client does not have. */
class OwnApi {
  constructor(client) {
    this.client = client;
  }
  get(path, query) {
    return this.client.callApi(`/api/v2/externalcontacts${path}`, 'GET', {}, query, {}, {}, null,
      ['PureCloud OAuth'], ['application/json'], ['application/json']);
  }
  getExternalcontactsExternalsourcesContactcounts(ids) {
    return this.get('/externalsources/contactcounts', { ids });
  }
  getExternalcontactsIdentifierlookupHolders(value) {
    return this.get('/identifierlookup/holders', { value });
  }
}

const own = (operation, demand, call) => ({ operation, api: OwnApi, demand, call });
const externalContacts = (operation, demand, call) => ({ operation, api: platformClient.ExternalContactsApi, demand, call });

const contactOperations = [
  externalContacts('getExternalcontactsExternalsources', sourceView, () => []),
  own('getExternalcontactsExternalsourcesContactcounts', sourceView, async (given) => [await given.source()]),
  externalContacts('postExternalcontactsExternalsources', any(ec('externalSource:add')), (given) => [{ name: given.name(), active: false }]),
  externalContacts('getExternalcontactsExternalsource', sourceView, async (given) => [await given.source()]),
  externalContacts('putExternalcontactsExternalsource', any(ec('externalSource:edit')), async (given) => [await given.source(), { name: given.name(), active: false }]),
  externalContacts('deleteExternalcontactsExternalsource', any(ec('externalSource:delete')), async (given) => [await given.source()]),

  externalContacts('getExternalcontactsContacts', either('view'), () => []),
  externalContacts('postExternalcontactsContacts', either('add'), () => [{ firstName: 'Ann' }]),
  externalContacts('getExternalcontactsContact', either('view'), async (given) => [await given.contact()]),
  externalContacts('putExternalcontactsContact', either('edit'), async (given) => [await given.contact(), { firstName: 'Bo' }]),
  externalContacts('patchExternalcontactsContact', any(ec('contact:edit')), async (given) => [
    await given.contact(), { changes: [{ field: '$.title', action: 'Update', value: 'Dr' }] }]),
  externalContacts('deleteExternalcontactsContact', either('delete'), async (given) => [await given.contact()]),
  externalContacts('getExternalcontactsContactUnresolved', any(ec('contact:view')), async (given) => [await given.contact()]),
  externalContacts('postExternalcontactsContactPromotion', any(ec('identity:promote')), async (given) => [await given.contact()]),
  externalContacts('getExternalcontactsContactIdentifiers', any(ec('contact:view')), async (given) => [await given.contact()]),
  externalContacts('patchExternalcontactsContactIdentifiers', any(ec('contact:edit')), async (given) => [
    await given.contact(), { operation: 'Claim', identifier: cookie(given.name()) }]),
  externalContacts('getExternalcontactsContactJourneySessions', any(ec('session:view')), async (given) => [await given.contact()]),
  externalContacts('postExternalcontactsContactsMerge', any(ec('identity:merge')), async (given) => [
    { contactIds: [await given.contact(), await given.contact()] }]),
  externalContacts('postExternalcontactsMergeContacts', any(ec('identity:merge')), async (given) => [
    { sourceContactId: await given.identifiedContact(), targetContactId: await given.contact() }]),
  externalContacts('postExternalcontactsContactsEnrich', any(ec('contact:enrich')), (given) => [
    { action: 'Upsert', matchingIdentifiers: [cookie(given.name())] }]),
  externalContacts('postExternalcontactsContactsSearch', any(ec('contact:view'), ec('contact:search')), () => [
    { operation: { simpleSearch: { query: 'Ann' } } }]),

  externalContacts('postExternalcontactsBulkContacts', any(ec('contact:view')), async (given) => [entities({ id: await given.contact() })]),
  externalContacts('postExternalcontactsBulkContactsUnresolved', any(ec('contact:view')), async (given) => [entities({ id: await given.contact() })]),
  externalContacts('postExternalcontactsBulkContactsDivisionviews', any(ec('contact:search')), async (given) => [entities({ id: await given.contact() })]),
  externalContacts('postExternalcontactsBulkContactsAdd', any(ec('contact:add')), () => [entities({ firstName: 'Ann' })]),
  externalContacts('postExternalcontactsBulkContactsUpdate', any(ec('contact:edit')), async (given) => [entities({ id: await given.contact() })]),
  externalContacts('postExternalcontactsBulkContactsRemove', any(ec('contact:delete')), async (given) => [entities({ id: await given.contact() })]),
  externalContacts('postExternalcontactsBulkContactsEnrich', any(ec('contact:enrich')), (given) => [
    entities({ action: 'Upsert', matchingIdentifiers: [cookie(given.name())] })]),

  externalContacts('getExternalcontactsScanContacts', either('view'), () => []),
  externalContacts('getExternalcontactsScanContactsDivisionviewsAll', all(ec('contact:viewAll')), () => []),
  externalContacts('postExternalcontactsIdentifierlookup', any(ec('contact:view'), 'relate:contact:view'), async (given) => [await given.identifier()]),
  externalContacts('postExternalcontactsIdentifierlookupContacts', any(ec('contact:view')), async (given) => [await given.identifier()]),
  own('getExternalcontactsIdentifierlookupHolders', any(ec('contact:view'), 'relate:contact:view'), () => ['+13175550142']),
  externalContacts('getExternalcontactsReversewhitepageslookup', any(ec('contact:view')), () => ['+13175550142']),
  externalContacts('putExternalcontactsConversation', any('relate:conversation:associate', ec('conversation:associate')), async (given) => [
    given.name(), { conversationId: given.lastName, communicationId: 'c', mediaType: 'CALL', externalContactId: await given.contact() }]),
];

// A configuration is read and written under two permissions each, both needed.
function configuration(api, suffix, path, viewing, editing, body = { resolveIdentities: true }) {
  const row = (method, demand, parameters) => ({ operation: `${method}${suffix}`, api, demand: all(...demand), call: () => parameters });
  return [row('get', viewing, path), row('put', editing, [...path, body])];
}

const pair = (a, b) => [[`${a}:view`, `${b}:view`], [`${a}:edit`, `${b}:edit`]];
const messaging = (network, permission, editing = 'messaging:integration') => configuration(
  platformClient.ConversationsApi, `ConversationsMessagingIdentityresolutionIntegrations${network}IntegrationId`, ['integration-1'],
  ['messaging:integration:view', `messaging:identityResolution${permission}:view`], [`${editing}:edit`, `messaging:identityResolution${permission}:edit`]);

const configurationOperations = [
  ...configuration(platformClient.ArchitectApi, 'ArchitectIvrIdentityresolution', ['ivr-1'], ...pair('routing:callRoute', 'routing:identityResolutionIvr')),
  ...configuration(platformClient.RoutingApi, 'RoutingQueueIdentityresolution', ['queue-1'], ...pair('routing:queue', 'queue:identityResolution'),
    { callOnBehalfOfQueue: { resolveIdentities: true } }),
  ...configuration(platformClient.RoutingApi, 'RoutingEmailDomainRouteIdentityresolution', ['example.com', 'route-1'],
    ['routing:email:manage', 'routing:identityResolutionEmail:view'], ['routing:email:manage', 'routing:identityResolutionEmail:edit']),
  ...configuration(platformClient.RoutingApi, 'RoutingSmsIdentityresolutionPhonenumber', ['address-1'], ...pair('sms:phoneNumber', 'sms:identityResolution')),
  ...configuration(platformClient.WebDeploymentsApi, 'WebdeploymentsDeploymentIdentityresolution', ['deployment-1'],
    ...pair('webDeployments:deployment', 'webDeployments:identityResolution')),
  ...messaging('Open', 'Open'),
  ...messaging('Whatsapp', 'WhatsApp'),
  ...messaging('Facebook', 'Facebook'),
  ...messaging('Instagram', 'Instagram'),
  ...messaging('Apple', 'Apple'),
  ...messaging('Twitter', 'X', 'messaging:XIntegration'),
];

export const operations = [...contactOperations, ...configurationOperations];

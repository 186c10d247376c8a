// SPDX-License-Identifier: BSL-1.0
// Where interactions arrive, and what each kind of integration takes: the table of docs/operations.md.
import { api } from '../api/paths.js';
import { texts } from '../texts.js';

export interface Channel {
  key: keyof typeof texts.resolution.channels;
  /** The parameters of the path, in their order. */
  parameters: (keyof typeof texts.resolution.parameters)[];
  path: (...values: string[]) => string;
  /** The member that holds the configuration; none for most. */
  wrapper?: string;
  takesSource?: boolean;
  takesAutomerge?: boolean;
  /** All of these are needed. */
  view: string[];
  edit: string[];
}

const pair = (a: string, b: string) => ({ view: [`${a}:view`, `${b}:view`], edit: [`${a}:edit`, `${b}:edit`] });

const messaging = (
  key: Channel['key'],
  network: string,
  permission: string,
  more: Partial<Channel> = {},
  editing = 'messaging:integration',
): Channel => ({
  key,
  parameters: ['integration'],
  path: (id) => `${api}/conversations/messaging/identityresolution/integrations/${network}/${id}`,
  view: ['messaging:integration:view', `messaging:identityResolution${permission}:view`],
  edit: [`${editing}:edit`, `messaging:identityResolution${permission}:edit`],
  ...more,
});

export const channels: Channel[] = [
  {
    key: 'voice',
    parameters: ['callFlow'],
    path: (id) => `${api}/architect/ivrs/${id}/identityresolution`,
    ...pair('routing:callRoute', 'routing:identityResolutionIvr'),
  },
  {
    key: 'callback',
    parameters: ['queue'],
    path: (id) => `${api}/routing/queues/${id}/identityresolution`,
    wrapper: 'callOnBehalfOfQueue',
    ...pair('routing:queue', 'queue:identityResolution'),
  },
  {
    key: 'email',
    parameters: ['domain', 'route'],
    path: (domain, route) => `${api}/routing/email/domains/${domain}/routes/${route}/identityresolution`,
    view: ['routing:email:manage', 'routing:identityResolutionEmail:view'],
    edit: ['routing:email:manage', 'routing:identityResolutionEmail:edit'],
  },
  {
    key: 'sms',
    parameters: ['smsNumber'],
    path: (id) => `${api}/routing/sms/identityresolution/phonenumbers/${id}`,
    ...pair('sms:phoneNumber', 'sms:identityResolution'),
  },
  {
    key: 'web',
    parameters: ['deployment'],
    path: (id) => `${api}/webdeployments/deployments/${id}/identityresolution`,
    takesSource: true,
    takesAutomerge: true,
    ...pair('webDeployments:deployment', 'webDeployments:identityResolution'),
  },
  messaging('open', 'open', 'Open', { takesSource: true }),
  messaging('whatsapp', 'whatsapp', 'WhatsApp'),
  messaging('facebook', 'facebook', 'Facebook'),
  messaging('instagram', 'instagram', 'Instagram'),
  messaging('apple', 'apple', 'Apple'),
  messaging('x', 'twitter', 'X', {}, 'messaging:XIntegration'),
];

export const pathOf = (channel: Channel, values: string[]): string =>
  channel.path(...values.map((value) => encodeURIComponent(value.trim())));

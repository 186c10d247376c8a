// SPDX-License-Identifier: BSL-1.0
// The vendor's client, unchanged, pointed at a host of ours.
import platformClient from 'purecloud-platform-client-v2';

import { assertErrorBody } from './http.js';

// A client object of the SDK, logged in as one of the host's clients. Each is one of its own, because the SDK's default one is
// shared by the whole process.
export async function logIn(host, clientId = 'admin') {
  const client = new platformClient.ApiClientClass();
  client.setGateway({ protocol: 'http', host: '127.0.0.1', port: host.port });
  const { secret } = host.clients.find((candidate) => candidate.id === clientId);
  await client.loginClientCredentialsGrant(clientId, secret);
  return client;
}

export async function connect(host, clientId = 'admin') {
  return new platformClient.ExternalContactsApi(await logIn(host, clientId));
}

// The same, but its calls answer with {status, headers, body}, for what tells by its status.
export async function connectExtended(host, clientId = 'admin') {
  const api = await connect(host, clientId);
  api.apiClient.setReturnExtendedResponses(true);
  return api;
}

// Waits for a call to be refused in the platform's form, and returns the error body.
export async function refused(call, status, code) {
  let answer;
  try {
    answer = await call;
  } catch (body) {
    assertErrorBody(body, status, code);
    return body;
  }
  throw new Error(`not refused: ${JSON.stringify(answer)}`);
}

export const linkTo = (start, end = '') => ({ uriTemplate: `${start}{{externalId.value}}${end}` });

export const externalId = (source, value) => ({ externalSource: { id: source.id }, value });

export const externalIdIdentifier = (source, value) => ({ type: 'ExternalId', ...externalId(source, value) });

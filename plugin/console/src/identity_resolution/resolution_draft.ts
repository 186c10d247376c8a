// SPDX-License-Identifier: BSL-1.0
// A configuration as it is edited: everything is there, and texts stand for what may be absent.
import type { SourceReference } from '../api/contacts.js';
import { faultOf, type Failure } from '../api/failure.js';
import type { Resolution } from '../api/identity_resolution.js';
import type { Channel } from './channels.js';

export interface ResolutionDraft {
  resolves: boolean;
  division: string;
  sourceId: string;
  mergesSignedIn: boolean;
  mergesTracked: boolean;
}

export const draftOf = (resolution: Resolution): ResolutionDraft => ({
  resolves: resolution.resolveIdentities,
  division: resolution.division?.id ?? '*',
  sourceId: resolution.externalSource?.id ?? '',
  mergesSignedIn: resolution.automerge?.authenticatedWebMessaging ?? false,
  mergesTracked: resolution.automerge?.webTracking ?? false,
});

export function resolutionOf(draft: ResolutionDraft, channel: Channel): Resolution {
  const resolution: Resolution = { resolveIdentities: draft.resolves, division: { id: draft.division.trim() || '*' } };
  if (channel.takesSource && draft.sourceId) resolution.externalSource = { id: draft.sourceId } as SourceReference;
  if (channel.takesAutomerge)
    resolution.automerge = { authenticatedWebMessaging: draft.mergesSignedIn, webTracking: draft.mergesTracked };
  return resolution;
}

export const same = (one: ResolutionDraft, other: ResolutionDraft): boolean => JSON.stringify(one) === JSON.stringify(other);

export interface ResolutionErrors {
  division?: string;
  source?: string;
  other?: string;
}

/** What the server said, beside the fields it said it of. */
export function errorsOf(failure: Failure, { wrapper }: Channel): ResolutionErrors {
  const named = (field: string) => faultOf(failure, wrapper ? `${wrapper}.${field}` : field);
  const errors: ResolutionErrors = {};
  const division = named('division.id') || named('division');
  if (division) errors.division = division;
  const source = failure.code === 'external.source.not.found' ? failure.message : named('externalSource.id');
  if (source) errors.source = source;
  return division || source ? errors : { other: failure.message };
}

// SPDX-License-Identifier: BSL-1.0
import { texts } from '../texts.js';

/** One field's share in a failure. */
export interface FieldFault {
  field: string;
  code: string;
  message: string;
}

/** Why a request did not succeed. */
export interface Failure {
  /** HTTP status; 0 when the server was not reached. */
  status: number;
  /** Dotted lower case, such as `limit.exceeded`. */
  code: string;
  message: string;
  fields: FieldFault[];
  /** The limit that was hit, such as `external.sources.active`. */
  limit?: string;
  /** The entity that stands in the way. */
  entityId?: string;
}

export type Result<T> = { ok: true; value: T } | { ok: false; failure: Failure };

export const success = <T>(value: T): Result<T> => ({ ok: true, value });
export const failed = (failure: Failure): Result<never> => ({ ok: false, failure });

interface ErrorBody {
  code?: string;
  message?: string;
  entityId?: string;
  limit?: { key?: string };
  details?: { errorCode?: string; fieldName?: string; message?: string }[];
}

// Where the server speaks to programs rather than people.
const ownWords: Record<number, string> = { 401: texts.failures.signedOut, 403: texts.failures.forbidden };

/** The API's error body as a value. */
export function readFailure(status: number, body: ErrorBody | undefined): Failure {
  const fields = (body?.details ?? []).map(({ fieldName = '', errorCode = '', message = '' }) => ({
    field: fieldName,
    code: errorCode,
    message: texts.faults[errorCode] ?? message,
  }));
  const failure: Failure = {
    status,
    code: body?.code ?? 'unknown',
    message: ownWords[status] ?? body?.message ?? texts.failures.unexpected(status),
    fields,
  };
  if (body?.limit?.key) failure.limit = body.limit.key;
  if (body?.entityId) failure.entityId = body.entityId;
  return failure;
}

export const unreachable = (): Failure => ({ status: 0, code: 'unreachable', message: texts.failures.unreachable, fields: [] });

const passing = new Set([401, 408, 429]);

/** Whether the same request would fail again. */
export const isFinal = ({ status }: Failure): boolean => status >= 400 && status < 500 && !passing.has(status);

/** What a page asked for and no longer wants. */
export const aborted: Failure = { status: 0, code: 'aborted', message: '', fields: [] };

/** The message of a field, whose faults may be told under any of several names; a name ending in `.` takes what is inside. */
export function faultOf(failure: Failure | undefined, ...names: string[]): string {
  const at = (field: string) => names.some((name) => field === name || (name.endsWith('.') && field.startsWith(name)));
  return (failure?.fields ?? [])
    .filter(({ field }) => at(field))
    .map(({ message }) => message)
    .join(' ');
}

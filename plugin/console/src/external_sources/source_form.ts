// SPDX-License-Identifier: BSL-1.0
// What is typed into the dialog of a source, and how it becomes what the API takes.
import type { ExternalSource, ExternalSourceDraft } from '../api/external_sources.js';
import { faultOf, type Failure } from '../api/failure.js';
import { texts } from '../texts.js';
import { joinTemplate, noLink, splitTemplate, type LinkParts } from './link_parts.js';

export interface SourceForm {
  name: string;
  link: LinkParts;
  active: boolean;
}

export interface SourceFormErrors {
  name?: string;
  start?: string;
  end?: string;
  status?: string;
  /** What belongs to no field. */
  other?: string;
}

export const formOf = (source: ExternalSource | undefined): SourceForm =>
  source
    ? { name: source.name, link: splitTemplate(source.linkConfiguration?.uriTemplate), active: source.active }
    : { name: '', link: noLink, active: true };

/** What to send for the form. Of a source that is edited, the status only when it was changed: others may have changed it too. */
export function draftOf({ name, link, active }: SourceForm, edited?: ExternalSource): ExternalSourceDraft {
  const uriTemplate = joinTemplate(link);
  return {
    name: name.trim(),
    ...(active === edited?.active ? {} : { active }),
    ...(uriTemplate ? { linkConfiguration: { uriTemplate } } : {}),
  };
}

/** What can be told without asking the server. */
export function checkForm({ name, link }: SourceForm): SourceFormErrors {
  const errors: SourceFormErrors = {};
  if (name.trim() === '') errors.name = texts.sources.nameMissing;
  if (link.start.trim() === '' && link.end.trim() !== '') errors.start = texts.sources.startMissing;
  return errors;
}

// The server knows the link as one text: braces that are typed into the end are the end's fault, everything else the start's.
function linkErrors(failure: Failure, { end }: LinkParts): SourceFormErrors {
  const fault = faultOf(failure, 'linkConfiguration', 'linkConfiguration.');
  if (!fault) return {};
  const inEnd = /[{}]/.test(end) && failure.fields.some(({ code }) => code.startsWith('placeholder.'));
  return inEnd ? { end: fault } : { start: fault };
}

/** What the server said, beside the fields it said it of. */
export function errorsOf(failure: Failure, form: SourceForm): SourceFormErrors {
  if (failure.limit === 'external.sources.active') return { status: texts.sources.limitReached };
  const errors: SourceFormErrors = linkErrors(failure, form.link);
  const name = faultOf(failure, 'name');
  if (name) errors.name = name;
  const status = faultOf(failure, 'active');
  if (status) errors.status = status;
  return Object.keys(errors).length > 0 ? errors : { other: failure.message };
}

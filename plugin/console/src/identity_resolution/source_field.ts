// SPDX-License-Identifier: BSL-1.0
import { html, nothing, type TemplateResult } from 'lit';

import type { SourceReference } from '../api/contacts.js';
import { notice } from '../parts/notice.js';
import { selectField, type SelectField } from '../parts/select_field.js';
import { texts } from '../texts.js';
import type { SourceChoice } from './source_choice.js';

// What became of a source is what it says itself, not that it is missing from a list: that may have failed.
function nameOf({ id, selfUri }: SourceReference, { stored }: SourceChoice): string {
  if (stored?.id === id) return stored.active ? stored.name : texts.resolution.formerSource(stored.name);
  const short = id.slice(0, 8);
  return selfUri ? short : texts.resolution.deletedSource(short);
}

function sourceOptions(choice: SourceChoice, stored: SourceReference | undefined): [string, string][] {
  const options: [string, string][] = [
    ['', texts.resolution.noSource],
    ...choice.active.map(({ id, name }): [string, string] => [id, name]),
  ];
  if (stored && !choice.active.some(({ id }) => id === stored.id)) options.push([stored.id, nameOf(stored, choice)]);
  return options;
}

/** The choice of a source: none, the active ones, and the stored one. */
export const sourceField = (
  choice: SourceChoice,
  stored: SourceReference | undefined,
  field: Pick<SelectField, 'value' | 'disabled' | 'error' | 'onChange'>,
): TemplateResult =>
  selectField({
    id: 'source',
    label: texts.resolution.source,
    hint: texts.resolution.sourceHint,
    options: sourceOptions(choice, stored),
    ...field,
  });

/** Says that there may be more to choose from. */
export const sourcesFailure = ({ failure }: SourceChoice, retry: () => void): TemplateResult => html`
  <div role="alert">
    ${
      failure
        ? notice({
            kind: 'bad',
            text: texts.resolution.sourcesFailed(failure.message),
            action: { label: texts.common.retry, onPress: retry },
          })
        : nothing
    }
  </div>
`;

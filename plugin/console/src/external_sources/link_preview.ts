// SPDX-License-Identifier: BSL-1.0
import { css, html, nothing, type TemplateResult } from 'lit';

import { icons } from '../parts/icons.js';
import { textField } from '../parts/text_field.js';
import { texts } from '../texts.js';
import { expandTemplate, followable, joinTemplate, type LinkParts } from './link_parts.js';

export const linkPreviewStyles = css`
  .preview {
    display: grid;
    gap: 0.75rem;
    padding: 1rem;
    border-radius: var(--ccp-radius);
    background: var(--quiet);
  }
  .preview output,
  .preview a {
    font-size: 0.9375rem;
    overflow-wrap: anywhere;
  }
  .preview .icon {
    width: 0.875rem;
    height: 0.875rem;
    margin-left: 0.25rem;
    vertical-align: baseline;
  }
`;

const shownLink = (address: string): TemplateResult => {
  const followed = followable(address);
  if (!followed) return html`<span>${address}</span>`;
  return html`<a href=${followed} target="_blank" rel="noopener noreferrer"
    >${address}${icons.external}<span class="visually-hidden">${texts.common.newTab}</span></a
  >`;
};

/** Where a sample ID would lead. */
export function linkPreview(link: LinkParts, sample: string, onSample: (sample: string) => void): TemplateResult {
  const template = joinTemplate(link);
  return html`<div class="preview" role="group" aria-label=${texts.sources.preview}>
    ${link.withId ? textField({ id: 'sample', label: texts.sources.sample, value: sample, onInput: onSample }) : nothing}
    <div>
      <p class="label" id="preview-label">${texts.sources.resultingLink}</p>
      <output aria-labelledby="preview-label" for="start end sample">
        ${template ? shownLink(expandTemplate(template, sample)) : html`<span class="muted">${texts.sources.noLinkYet}</span>`}
      </output>
    </div>
  </div>`;
}

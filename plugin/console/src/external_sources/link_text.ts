// SPDX-License-Identifier: BSL-1.0
import { css, html, type TemplateResult } from 'lit';

import { texts } from '../texts.js';
import { splitTemplate } from './link_parts.js';

export const linkTextStyles = css`
  .link-text {
    font-size: 0.9375rem;
    overflow-wrap: anywhere;
  }
  .link-text .id {
    display: inline-block;
    padding: 0 0.375rem;
    border-radius: 0.375rem;
    font-size: 0.75rem;
    font-weight: 650;
    background: var(--tint);
    color: var(--ccp-text);
    border: 1px solid color-mix(in srgb, var(--ccp-accent) 35%, var(--ccp-surface));
  }
`;

/** A link template to read: where the ID goes is marked. */
export function linkText(template: string | undefined): TemplateResult {
  if (!template) return html`<span class="muted">${texts.sources.noLink}</span>`;
  const { start, end, withId } = splitTemplate(template);
  return html`<span class="link-text">${start}${withId ? html`<span class="id">${texts.sources.id}</span>` : ''}${end}</span>`;
}

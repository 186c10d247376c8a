// SPDX-License-Identifier: BSL-1.0
import { css, html, nothing, type TemplateResult } from 'lit';

import { texts } from '../texts.js';
import { icons } from './icons.js';

export interface Notice {
  kind: 'good' | 'bad';
  text: string;
  action?: { label: string; onPress: () => void };
  onDismiss?: () => void;
}

export const noticeStyles = css`
  .notice {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5rem 0.75rem;
    padding: 0.5rem 0.5rem 0.5rem 1rem;
    min-height: 3.25rem;
    border-radius: var(--ccp-radius);
    border: 1px solid var(--hue);
    background: color-mix(in srgb, var(--hue) 8%, var(--ccp-surface));
  }
  .notice > span {
    flex: 1;
    min-width: 12rem;
    overflow-wrap: anywhere;
  }
  .notice > .icon {
    color: var(--hue);
  }
  .notice.good {
    --hue: var(--ccp-success);
  }
  .notice.bad {
    --hue: var(--ccp-danger);
  }
`;

/** One sentence about what happened, in the page. It is announced by whoever shows it. */
export const notice = (shown: Notice | undefined): TemplateResult | typeof nothing =>
  shown
    ? html`<div class="notice ${shown.kind}">
        ${shown.kind === 'good' ? icons.done : icons.warning}<span>${shown.text}</span>
        ${shown.action ? html`<button type="button" @click=${shown.action.onPress}>${shown.action.label}</button>` : nothing}
        ${
          shown.onDismiss
            ? html`<button type="button" class="icon-only" aria-label=${texts.common.dismiss} @click=${shown.onDismiss}>
                ${icons.close}
              </button>`
            : nothing
        }
      </div>`
    : nothing;

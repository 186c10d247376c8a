// SPDX-License-Identifier: BSL-1.0
import { css, html, nothing, type TemplateResult } from 'lit';

export const emptyStyles = css`
  .empty {
    display: grid;
    justify-items: center;
    gap: 0.5rem;
    padding: 3.5rem 1.5rem;
    text-align: center;
  }
  .empty > .icon {
    width: 2.5rem;
    height: 2.5rem;
    padding: 0.5rem;
    border-radius: 50%;
    color: var(--ccp-accent);
    background: var(--tint);
    box-sizing: content-box;
    margin-bottom: 0.5rem;
  }
  .empty p {
    max-width: 34rem;
    color: var(--ccp-text-muted);
  }
  .empty button {
    margin-top: 0.75rem;
  }
`;

/** What stands where nothing is: why, and what to do about it. */
export const empty = (icon: TemplateResult, heading: string, text: string, action?: TemplateResult | typeof nothing) => html`
  <div class="empty">
    ${icon}
    <h2>${heading}</h2>
    <p>${text}</p>
    ${action ?? nothing}
  </div>
`;

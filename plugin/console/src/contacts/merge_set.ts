// SPDX-License-Identifier: BSL-1.0
import { html, nothing, type TemplateResult } from 'lit';

import type { Contact } from '../api/contacts.js';
import { texts } from '../texts.js';

/** The ids that became one contact; every one of them goes on answering. Nothing for a contact that was never merged. */
export function mergeSet(contact: Contact): TemplateResult | typeof nothing {
  const members = contact.mergeSet ?? [];
  if (members.length < 2) return nothing;
  return html`<section class="card merge-set" aria-labelledby="merge-set">
    <h2 id="merge-set">${texts.contacts.mergeSet}</h2>
    <p class="muted">${texts.contacts.mergeSetText}</p>
    <ul>
      ${members.map(
        ({ id }) =>
          html`<li>
            ${id} ${id === contact.id ? html`<span class="badge good">${texts.contacts.canonical}</span>` : nothing}
          </li>`,
      )}
    </ul>
  </section>`;
}

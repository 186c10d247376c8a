// SPDX-License-Identifier: BSL-1.0
import { css, html, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';

import type { Contact } from '../api/contacts.js';
import { icons } from '../parts/icons.js';
import { placeAddress } from '../shell/console.js';
import { texts } from '../texts.js';
import { nameOf, reachedBy } from './names.js';
import { typeBadge } from './type_badge.js';

export const resultListStyles = css`
  .results li + li {
    border-top: 1px solid var(--ccp-border);
  }
  .results a {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr) auto;
    gap: 0.125rem 0.875rem;
    align-items: center;
    padding: 0.75rem 1rem;
    color: inherit;
    text-decoration: none;
  }
  .results a:hover {
    background: color-mix(in srgb, var(--ccp-accent) 4%, var(--ccp-surface));
  }
  .results a:hover .name {
    text-decoration: underline;
  }
  @media (max-width: 30rem) {
    .results .badge {
      grid-column: 2;
      justify-self: start;
    }
  }
  .results .avatar {
    display: grid;
    place-items: center;
    width: 2.25rem;
    height: 2.25rem;
    border-radius: 50%;
    background: var(--tint);
    color: var(--ccp-accent);
  }
  .results .name {
    font-weight: 580;
    overflow-wrap: anywhere;
  }
  .results .about {
    font-size: 0.875rem;
    color: var(--ccp-text-muted);
    overflow-wrap: anywhere;
  }
`;

export const contactPlace = (id: string): string => `directory/contacts/${id}`;

const about = (contact: Contact): string => {
  const ids = (contact.externalIds ?? []).slice(0, 3).map(({ value }) => texts.contacts.externalIdOf(value));
  return [...reachedBy(contact).filter((text) => text !== nameOf(contact)), ...ids].slice(0, 4).join(' · ') || contact.id;
};

/** Contacts that were found; `onOpen` is told which one is followed in this tab. */
export const resultList = (found: Contact[], onOpen: (contact: Contact) => void): TemplateResult => html`
  <ul class="results">
    ${repeat(
      found,
      ({ id }) => id,
      (contact) =>
        html`<li>
          <a
            href=${placeAddress(contactPlace(contact.id))}
            @click=${(event: MouseEvent) => {
              if (event.ctrlKey || event.metaKey || event.shiftKey) return;
              event.preventDefault();
              onOpen(contact);
            }}
          >
            <span class="avatar">${icons.person}</span>
            <span>
              <span class="name">${nameOf(contact)}</span><br />
              <span class="about">${about(contact)}</span>
            </span>
            ${typeBadge(contact.type)}
          </a>
        </li>`,
    )}
  </ul>
`;

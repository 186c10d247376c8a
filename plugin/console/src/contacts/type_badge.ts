// SPDX-License-Identifier: BSL-1.0
import { html, type TemplateResult } from 'lit';

import type { ContactType } from '../api/contacts.js';
import { texts } from '../texts.js';

const kinds: Record<ContactType, string> = { Curated: 'good', Identified: 'notable', Ephemeral: '' };

export const typeBadge = (type: ContactType): TemplateResult =>
  html`<span class="badge ${kinds[type]}" title=${texts.contacts.typeMeaning[type]}>${texts.contacts.types[type]}</span>`;

// SPDX-License-Identifier: BSL-1.0
import { html, nothing, type PropertyValues } from 'lit';
import { customElement, query } from 'lit/decorators.js';

import { base } from '../parts/styles.js';
import { PageElement } from '../shell/page_element.js';
import { texts } from '../texts.js';
import './contact_view.js';
import './search_view.js';
import type { ContactSearch } from './search_view.js';

/** The page Contacts: the search, or over it the contact that the address names. */
@customElement('extsrc-contacts')
export class ContactsPage extends PageElement {
  static override styles = base;

  @query('extsrc-contact-search') private search!: ContactSearch;

  override updated(changed: PropertyValues<this>): void {
    if (!changed.has('subpath') || this.subpath) return;
    this.console.title(texts.contacts.heading);
  }

  /** The shell asks for this when one comes here within the window; a contact takes the focus once it is read. */
  focusHeading(): void {
    if (!this.subpath) this.search.focusBox();
  }

  override render() {
    const contactId = decodeURIComponent(this.subpath);
    return html`
      <extsrc-contact-search .console=${this.console} ?hidden=${contactId !== ''}></extsrc-contact-search>
      ${
        contactId
          ? html`<extsrc-contact-view
              .console=${this.console}
              .contactId=${contactId}
              @changed=${() => this.search.renew()}
            ></extsrc-contact-view>`
          : nothing
      }
    `;
  }
}

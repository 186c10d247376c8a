// SPDX-License-Identifier: BSL-1.0
import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';

import { Client } from '../api/client.js';
import { contacts, type Contact } from '../api/contacts.js';
import type { Failure } from '../api/failure.js';
import { Latest } from '../api/latest.js';
import '../parts/confirmation.js';
import { keepFocus } from '../parts/focus.js';
import { gathered } from '../parts/quiet.js';
import { icons } from '../parts/icons.js';
import { notice, noticeStyles, type Notice } from '../parts/notice.js';
import { pageLayout } from '../parts/page_layout.js';
import { skeleton, skeletonStyles } from '../parts/skeleton.js';
import { shared } from '../parts/styles.js';
import { tableStyles } from '../parts/table.js';
import { permissions } from '../permissions.js';
import { placeAddress, type Console } from '../shell/console.js';
import { texts } from '../texts.js';
import { contactViewStyles } from './contact_view_styles.js';
import { detailList, detailStyles } from './details.js';
import { identifierTable, identifierTableStyles } from './identifier_table.js';
import './merge_dialog.js';
import { mergeSet } from './merge_set.js';
import { nameOf } from './names.js';
import { contactPlace } from './result_list.js';
import './timeline.js';
import type { Timeline } from './timeline.js';
import { typeBadge } from './type_badge.js';

const changeDelay = 200; // ms

/** All that is known of one contact. It follows changes that others make. Fires `changed` when it was promoted or merged here. */
@customElement('extsrc-contact-view')
export class ContactView extends LitElement {
  static override styles = [
    ...shared,
    pageLayout,
    contactViewStyles,
    detailStyles,
    tableStyles,
    identifierTableStyles,
    skeletonStyles,
    noticeStyles,
  ];

  @property({ attribute: false }) console!: Console;
  @property() contactId = '';

  @state() private contact: Contact | undefined;
  @state() private failure: Failure | undefined;
  @state() private notice: Notice | undefined;
  @state() private asks: 'promote' | 'merge' | undefined;
  @state() private busy = false;
  @state() private error = '';
  @query('h1') private heading!: HTMLElement | null;
  @query('extsrc-timeline') private timeline!: Timeline | null;

  #latest = new Latest();
  #endListening: (() => void) | undefined;
  #changed = gathered(() => this.#follow(), changeDelay);

  override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('contactId')) return;
    this.#close();
    this.busy = false;
    this.contact = undefined;
    this.failure = undefined;
    this.notice = undefined;
    void this.#begin();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#latest.end();
    this.#endListening?.();
    this.#changed.cancel();
  }

  async #begin(): Promise<void> {
    this.#endListening?.();
    this.#endListening = this.console.subscribe([`v2.externalcontacts.contacts.${this.contactId}`], () => this.#changed());
    await this.#load();
    await this.updateComplete;
    this.heading?.focus();
  }

  async #follow(): Promise<void> {
    await Promise.all([this.#load(), this.timeline?.reload()]);
  }

  async #load(): Promise<void> {
    const signal = this.#latest.begin();
    const answer = await contacts.get(new Client(this.console), this.contactId, signal);
    if (signal.aborted) return;
    this.failure = answer.ok ? undefined : answer.failure;
    // What is shown stays when it cannot be read anew, and a dialog over it with what was typed there.
    if (!answer.ok && this.contact && answer.failure.status !== 404) return;
    this.contact = answer.ok ? answer.value : undefined;
    this.console.title(answer.ok ? nameOf(answer.value) : texts.contacts.heading);
  }

  #close = (): void => {
    this.asks = undefined;
    this.error = '';
  };

  #tell(text: string): void {
    this.notice = { kind: 'good', text, onDismiss: () => (this.notice = undefined) };
    this.console.announce(text);
  }

  async #retry(): Promise<void> {
    await this.#load();
    await keepFocus(this, 'h1');
  }

  async #promote(): Promise<void> {
    const { contact, contactId } = this;
    if (!contact) return;
    this.busy = true;
    const promoted = await contacts.promote(new Client(this.console), contactId);
    if (promoted.ok) this.dispatchEvent(new CustomEvent('changed'));
    if (contactId !== this.contactId || !this.isConnected) return; // the user went on
    this.busy = false;
    if (!promoted.ok) return void (this.error = promoted.failure.message);
    this.#close();
    this.contact = { ...contact, type: promoted.value.type };
    this.#tell(texts.contacts.promoted);
    await this.#load();
  }

  #merged({ detail: merged }: CustomEvent<Contact>): void {
    this.dispatchEvent(new CustomEvent('changed'));
    this.#close();
    this.console.announce(texts.contacts.merged);
    this.console.navigate(contactPlace(merged.id));
  }

  #dialog(contact: Contact): TemplateResult | typeof nothing {
    if (this.asks === 'merge')
      return html`<extsrc-merge-dialog
        .console=${this.console}
        .contact=${contact}
        @merged=${this.#merged}
        @dismiss=${this.#close}
      ></extsrc-merge-dialog>`;
    if (this.asks !== 'promote') return nothing;
    return html`<extsrc-confirmation
      .heading=${texts.contacts.promoteHeading}
      .sentences=${texts.contacts.promoteSentences}
      .action=${texts.contacts.promote}
      .busyLabel=${texts.contacts.promoting}
      .busy=${this.busy}
      .error=${this.error}
      @confirm=${this.#promote}
      @dismiss=${this.#close}
    ></extsrc-confirmation>`;
  }

  #actions(contact: Contact): TemplateResult {
    const promote = contact.type !== 'Curated' && this.console.can(permissions.promote);
    return html`<div class="row">
      ${
        promote
          ? html`<button type="button" @click=${() => (this.asks = 'promote')}>
              ${icons.promote}${texts.contacts.promote}
            </button>`
          : nothing
      }
      ${
        this.console.can(permissions.merge)
          ? html`<button type="button" @click=${() => (this.asks = 'merge')}>${icons.merge}${texts.contacts.mergeOpen}</button>`
          : nothing
      }
    </div>`;
  }

  #interactions(contact: Contact): TemplateResult | typeof nothing {
    if (!this.console.can(permissions.viewSessions)) return nothing;
    return html`<div class="column aside">
      <section class="card" aria-labelledby="interactions">
        <h2 id="interactions">${texts.contacts.interactions}</h2>
        <extsrc-timeline .console=${this.console} .contactId=${contact.id}></extsrc-timeline>
      </section>
    </div>`;
  }

  #sections(contact: Contact): TemplateResult {
    const { locale } = this.console;
    return html`<div class="columns">
      <div class="column">
        <section class="card" aria-labelledby="details">
          <h2 id="details">${texts.contacts.details}</h2>
          ${detailList(contact, locale)}
        </section>
        <section class="card flush" aria-labelledby="identifiers">
          <h2 id="identifiers">${texts.contacts.identifiers}</h2>
          ${
            contact.identifiers?.length || contact.externalIds?.length
              ? identifierTable(contact, locale)
              : html`<p class="muted inset">${texts.contacts.noIdentifiers}</p>`
          }
        </section>
        ${mergeSet(contact)}
      </div>
      ${this.#interactions(contact)}
    </div>`;
  }

  #head(contact: Contact): TemplateResult {
    return html`<div class="head">
      <div>
        <h1 tabindex="-1">${nameOf(contact)}</h1>
        <p class="row">${typeBadge(contact.type)}<span class="muted">${texts.contacts.typeMeaning[contact.type]}</span></p>
      </div>
      ${this.#actions(contact)}
    </div>`;
  }

  #failure(): TemplateResult | typeof nothing {
    if (!this.failure) return nothing;
    const text = this.failure.status === 404 ? texts.contacts.notThere : this.failure.message;
    const retry = { label: texts.common.retry, onPress: () => void this.#retry() };
    return html`<div role="alert">${notice({ kind: 'bad', text, action: retry })}</div>`;
  }

  #body(): TemplateResult {
    if (!this.contact && this.failure)
      return html`<h1 tabindex="-1">${texts.contacts.heading}</h1>
        ${this.#failure()}`;
    if (!this.contact)
      return html`<h1 tabindex="-1" class="visually-hidden">${texts.contacts.heading}</h1>
        <div class="card">${skeleton(texts.common.loading)}</div>`;
    return html`${this.#head(this.contact)} ${this.#failure()} ${notice(this.notice)} ${this.#sections(this.contact)}`;
  }

  override render() {
    const back = (event: MouseEvent) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      this.console.navigate('directory/contacts');
    };
    return html`<div class="page">
        <a class="back" href=${placeAddress('directory/contacts')} @click=${back}>${icons.back}${texts.contacts.back}</a>
        ${this.#body()}
      </div>
      ${this.contact ? this.#dialog(this.contact) : nothing}`;
  }
}

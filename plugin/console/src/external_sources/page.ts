// SPDX-License-Identifier: BSL-1.0
import { css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';

import { Client } from '../api/client.js';
import type { ExternalSource } from '../api/external_sources.js';
import '../parts/confirmation.js';
import { debounced, gathered } from '../parts/quiet.js';
import { empty, emptyStyles } from '../parts/empty.js';
import { keepFocus } from '../parts/focus.js';
import { icons } from '../parts/icons.js';
import { notice, noticeStyles, type Notice } from '../parts/notice.js';
import { pageLayout } from '../parts/page_layout.js';
import { skeleton, skeletonStyles } from '../parts/skeleton.js';
import { shared } from '../parts/styles.js';
import { wideTableStyles } from '../parts/table.js';
import { permissions } from '../permissions.js';
import { PageElement } from '../shell/page_element.js';
import { texts } from '../texts.js';
import { activeMeter, activeMeterStyles } from './active_meter.js';
import { filters, filterStyles } from './filters.js';
import { linkTextStyles } from './link_text.js';
import { pager, pagerStyles } from './pager.js';
import { actionError, askedActions } from './source_actions.js';
import './source_dialog.js';
import type { SourceDialog } from './source_dialog.js';
import { SourceListing } from './source_listing.js';
import { sourceTable, sourceTableStyles, type SourceAction } from './source_table.js';

type Open = { what: SourceAction | 'add'; source?: ExternalSource };

const searchDelay = 250; // ms
const changeDelay = 300; // ms

/** The page External Sources. */
@customElement('extsrc-external-sources')
export class ExternalSourcesPage extends PageElement {
  static override styles = [
    ...shared,
    pageLayout,
    wideTableStyles,
    sourceTableStyles,
    linkTextStyles,
    filterStyles,
    pagerStyles,
    activeMeterStyles,
    emptyStyles,
    noticeStyles,
    skeletonStyles,
    css`
      .table {
        container-type: inline-size;
        overflow: clip;
      }
    `,
  ];

  @state() private open: Open | undefined;
  @state() private busy = false;
  @state() private error = '';
  @state() private notice: Notice | undefined;
  @query('h1') private heading!: HTMLElement;
  @query('extsrc-source-dialog') private dialog!: SourceDialog | null;

  #client!: Client;
  #listing = new SourceListing(this, () => this.#client);
  #search = debounced(() => void this.#narrow(), searchDelay);
  #changed = gathered(() => this.#listing.load(), changeDelay);
  #hadFocus = false;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#client = new Client(this.console);
    this.console.title(texts.sources.heading);
    this.untilLeft(this.console.subscribe(['v2.externalcontacts.externalsources.*'], () => this.#changed()));
    this.untilLeft(() => [this.#search, this.#changed].forEach((waiting) => waiting.cancel()));
    void this.#listing.load();
  }

  override get unsaved(): boolean {
    return this.dialog?.changed ?? false;
  }

  override willUpdate(): void {
    this.#hadFocus = Boolean(this.shadowRoot?.activeElement?.closest('table'));
  }

  // A row that goes takes the focus along; then it goes on from the top of the page.
  override updated(changes: PropertyValues): void {
    super.updated(changes);
    if (this.#hadFocus && !this.shadowRoot?.activeElement && !this.open) this.heading.focus();
  }

  #tell(text: string, action?: Notice['action']): void {
    this.notice = { kind: 'good', text, onDismiss: () => (this.notice = undefined), ...(action ? { action } : {}) };
    this.console.announce(text);
  }

  #close = (): void => {
    this.open = undefined;
    this.error = '';
  };

  async #saved({ detail: source }: CustomEvent<ExternalSource>): Promise<void> {
    const text = this.open?.what === 'add' ? texts.sources.added(source.name) : texts.sources.changed(source.name);
    this.#close();
    await this.#listing.load();
    const listed = this.#listing.entities?.some(({ id }) => id === source.id);
    this.#tell(text, listed ? undefined : { label: texts.sources.showIt, onPress: () => void this.#find(source.name) });
  }

  async #narrow(): Promise<void> {
    await this.#listing.restart();
    const { entities, failure } = this.#listing;
    if (entities && !failure) this.console.announce(texts.sources.shown(entities.length));
  }

  async #find(name: string): Promise<void> {
    this.notice = undefined;
    this.#listing.name = name;
    this.#listing.status = 'all';
    await this.#listing.restart();
    await keepFocus(this, 'h1');
  }

  async #retry(): Promise<void> {
    await this.#listing.load();
    await keepFocus(this, 'h1');
  }

  async #confirmed({ what, source }: Open): Promise<void> {
    if (!source || what === 'add' || what === 'edit') return;
    const asked = askedActions[what];
    this.busy = true;
    const done = await asked.run(this.#client, source);
    this.busy = false;
    if (!done.ok) return void (this.error = actionError(done.failure));
    this.#close();
    this.#tell(asked.done(source.name));
    await this.#listing.load();
  }

  #dialog(): TemplateResult | typeof nothing {
    if (!this.open) return nothing;
    const { what, source } = this.open;
    if (what === 'add' || what === 'edit')
      return html`<extsrc-source-dialog
        .client=${this.#client}
        .source=${source}
        .activeCount=${this.#listing.activeCount}
        @saved=${this.#saved}
        @dismiss=${this.#close}
      ></extsrc-source-dialog>`;
    const asked = askedActions[what];
    return html`<extsrc-confirmation
      .heading=${asked.heading(source?.name ?? '')}
      .sentences=${asked.sentences}
      .action=${asked.action}
      .busyLabel=${asked.busyLabel}
      .danger=${asked.danger}
      .busy=${this.busy}
      .error=${this.error}
      @confirm=${() => this.#confirmed({ what, ...(source ? { source } : {}) })}
      @dismiss=${this.#close}
    ></extsrc-confirmation>`;
  }

  #nothingListed(): TemplateResult {
    if (this.#listing.filtered)
      return empty(
        icons.search,
        texts.sources.noMatch,
        texts.sources.noMatchText,
        html`<button type="button" @click=${() => void this.#find('')}>${texts.sources.clearFilters}</button>`,
      );
    return empty(icons.sources, texts.sources.none, texts.sources.noneText);
  }

  #listed(): TemplateResult {
    const { entities, counts, loading } = this.#listing;
    if (!entities) return skeleton(texts.common.loading);
    if (entities.length === 0) return this.#nothingListed();
    return sourceTable({
      entities,
      counts,
      loading,
      locale: this.console.locale,
      canEdit: this.console.can(permissions.editSource),
      canDelete: this.console.can(permissions.deleteSource),
      onAction: (what, source) => {
        this.notice = undefined;
        this.open = { what, source };
      },
    });
  }

  #addButton(): TemplateResult | typeof nothing {
    if (!this.console.can(permissions.addSource)) return nothing;
    const add = () => {
      this.notice = undefined;
      this.open = { what: 'add' };
    };
    return html`<button type="button" class="primary" @click=${add}>${icons.add}${texts.sources.add}</button>`;
  }

  #failure(): TemplateResult | typeof nothing {
    const { failure } = this.#listing;
    if (!failure) return nothing;
    const retry = { label: texts.common.retry, onPress: () => void this.#retry() };
    return html`<div role="alert">${notice({ kind: 'bad', text: failure.message, action: retry })}</div>`;
  }

  override render() {
    const listing = this.#listing;
    const typed = (name: string) => {
      listing.name = name;
      this.#search();
    };
    const chosen = (status: SourceListing['status']) => {
      listing.status = status;
      void this.#narrow();
    };
    const resized = (size: number) => {
      listing.pageSize = size;
      void listing.restart();
    };
    return html`<div class="page">
        <div class="head">
          <div>
            <h1 tabindex="-1">${texts.sources.heading}</h1>
            <p class="lead">${texts.sources.lead}</p>
          </div>
          ${this.#addButton()}
        </div>
        ${activeMeter(listing.activeCount)} ${notice(this.notice)} ${this.#failure()} ${filters(listing, typed, chosen)}
        <div class="card table">
          ${listing.failure && !listing.entities ? nothing : this.#listed()}
          ${listing.entities && (listing.entities.length > 0 || listing.hasPrevious) ? pager(listing, resized) : nothing}
        </div>
      </div>
      ${this.#dialog()}`;
  }
}

// SPDX-License-Identifier: BSL-1.0
import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, query, queryAll, state } from 'lit/decorators.js';

import { Client } from '../api/client.js';
import { busyButton } from '../parts/busy_button.js';
import { empty, emptyStyles } from '../parts/empty.js';
import { keepFocus } from '../parts/focus.js';
import { icons } from '../parts/icons.js';
import { notice, noticeStyles } from '../parts/notice.js';
import { pageLayout } from '../parts/page_layout.js';
import { searchBoxStyles } from '../parts/search_box.js';
import { skeleton, skeletonStyles } from '../parts/skeleton.js';
import { shared } from '../parts/styles.js';
import { textField } from '../parts/text_field.js';
import type { Console } from '../shell/console.js';
import { texts } from '../texts.js';
import { ContactFinder } from './contact_finder.js';
import { contactPlace, resultList, resultListStyles } from './result_list.js';

/** Where contacts are looked for. It keeps what was found while one of them is looked at. */
@customElement('extsrc-contact-search')
export class ContactSearch extends LitElement {
  static override styles = [
    ...shared,
    pageLayout,
    resultListStyles,
    emptyStyles,
    skeletonStyles,
    noticeStyles,
    searchBoxStyles,
    css`
      .more {
        display: flex;
        justify-content: center;
        padding: 0.75rem;
        border-top: 1px solid var(--ccp-border);
      }
    `,
  ];

  @property({ attribute: false }) console!: Console;
  @state() private typed = '';
  @query('#query') private box!: HTMLInputElement;
  @queryAll('.results a') private links!: NodeListOf<HTMLElement>;

  #finder = new ContactFinder(this, () => new Client(this.console));

  /** Puts the focus where one types. */
  focusBox(): void {
    this.box?.focus();
  }

  /** Asks again what was asked, since somebody found may be another one now. */
  renew(): void {
    if (this.#finder.found) void this.#finder.find(this.#finder.asked);
  }

  async #find(event: Event): Promise<void> {
    event.preventDefault();
    if (this.typed.trim() === '') return;
    await this.#finder.find(this.typed);
    this.#tell();
  }

  // What was pressed may go, so that the focus goes on to what it brought.
  async #extend(ask: () => Promise<void>): Promise<void> {
    const shown = this.links.length;
    await ask();
    await this.updateComplete;
    const next = this.links[shown];
    if (next) next.focus();
    else await keepFocus(this, '#query');
    this.#tell();
  }

  #tell(): void {
    const { loading, failure, explanation } = this.#finder;
    if (loading) return;
    this.console.announce(failure ? explanation : this.#outcome(), failure !== undefined);
  }

  #outcome(): string {
    const { asked, foundAll } = this.#finder;
    const count = this.#finder.found?.length ?? 0;
    if (count === 0) return texts.contacts.noneFound(asked);
    return foundAll ? texts.contacts.foundCount(count) : texts.contacts.firstOf(count);
  }

  #failure(): TemplateResult | typeof nothing {
    const { failure, explanation } = this.#finder;
    if (!failure) return nothing;
    const again = { label: texts.common.retry, onPress: () => void this.#extend(() => this.#finder.retry()) };
    return notice({ kind: 'bad', text: explanation, ...(failure.status === 400 ? {} : { action: again }) });
  }

  #moreButton(): TemplateResult {
    return html`<div class="more">
      ${busyButton({
        label: texts.contacts.more,
        busyLabel: texts.common.loading,
        busy: this.#finder.loading,
        onPress: () => void this.#extend(() => this.#finder.more()),
      })}
    </div>`;
  }

  #results(): TemplateResult | typeof nothing {
    const { found, loading, failure, asked, foundAll, hasMore } = this.#finder;
    if (loading && !found?.length) return html`<div class="card">${skeleton(texts.common.loading)}</div>`;
    if (!found) return html`<div class="card">${empty(icons.search, texts.contacts.begin, texts.contacts.beginText)}</div>`;
    if (found.length === 0 && failure) return nothing;
    if (found.length === 0)
      return html`<div class="card">
        ${empty(icons.search, texts.contacts.noneFound(asked), texts.contacts.noneFoundText)}
      </div>`;
    return html`
      <h2>${this.#outcome()}</h2>
      <div class="card" aria-busy=${loading ? 'true' : 'false'}>
        ${resultList(found, ({ id }) => this.console.navigate(contactPlace(id)))} ${hasMore ? this.#moreButton() : nothing}
      </div>
      ${foundAll || hasMore || failure ? nothing : html`<p class="muted">${texts.contacts.moreThanShown}</p>`}
    `;
  }

  override render() {
    return html`<div class="page">
      <div class="head">
        <div>
          <h1 tabindex="-1">${texts.contacts.heading}</h1>
          <p class="lead">${texts.contacts.lead}</p>
        </div>
      </div>
      <form class="box" role="search" @submit=${this.#find}>
        ${textField({
          id: 'query',
          type: 'search',
          label: texts.contacts.search,
          hint: texts.contacts.searchHint,
          value: this.typed,
          onInput: (value) => (this.typed = value),
        })}
        ${busyButton({
          label: texts.contacts.find,
          busyLabel: texts.contacts.finding,
          busy: this.#finder.loading,
          kind: 'primary',
          type: 'submit',
        })}
      </form>
      ${this.#results()} ${this.#failure()}
    </div>`;
  }
}

// SPDX-License-Identifier: BSL-1.0
import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, queryAll, state } from 'lit/decorators.js';

import { Client } from '../api/client.js';
import type { Failure, Result } from '../api/failure.js';
import { Latest } from '../api/latest.js';
import { sessions, type Session, type SessionPage } from '../api/sessions.js';
import { busyButton } from '../parts/busy_button.js';
import { keepFocus } from '../parts/focus.js';
import { icons } from '../parts/icons.js';
import { notice, noticeStyles } from '../parts/notice.js';
import { skeleton, skeletonStyles } from '../parts/skeleton.js';
import { shared } from '../parts/styles.js';
import type { Console } from '../shell/console.js';
import { texts } from '../texts.js';
import { timelineStyles } from './timeline_styles.js';

const channelIcons: Record<string, TemplateResult> = {
  Voice: icons.voice,
  Callback: icons.voice,
  Email: icons.email,
  Message: icons.message,
  Chat: icons.message,
};

const attribute = (session: Session, name: string) => session.attributes[`identityResolution.${name}`]?.value ?? '';

/** A contact's interactions on all channels, latest first, by days. */
@customElement('extsrc-timeline')
export class Timeline extends LitElement {
  static override styles = [...shared, timelineStyles, skeletonStyles, noticeStyles];

  @property({ attribute: false }) console!: Console;
  @property() contactId = '';

  @state() private shown: Session[] | undefined;
  @state() private nextUri: string | undefined;
  @state() private loading = false;
  @state() private failure: Failure | undefined;

  @queryAll('li') private entries!: NodeListOf<HTMLElement>;

  #latest = new Latest();
  #wanted = 0; // how many to show, also when a change comes while they are read

  override willUpdate(changed: Map<string, unknown>): void {
    if (!changed.has('contactId')) return;
    this.shown = undefined;
    this.failure = undefined;
    this.#wanted = 0;
    void this.reload();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#latest.end();
  }

  /** Reads anew what is shown, as far back as it goes. */
  async reload(): Promise<void> {
    const count = Math.max(this.#wanted, this.shown?.length ?? 0);
    const page = await this.#ask((client, signal) => sessions.latest(client, this.contactId, count, signal));
    if (page) this.shown = page.entities;
  }

  async #retry(): Promise<void> {
    await this.reload();
    await keepFocus(this, 'li, p, button');
  }

  async #more(): Promise<void> {
    const uri = this.nextUri;
    if (!uri) return;
    const count = this.shown?.length ?? 0;
    this.#wanted = count + 1;
    const page = await this.#ask((client, signal) => sessions.next(client, uri, signal));
    if (!page) return;
    this.shown = [...(this.shown ?? []), ...page.entities];
    await this.updateComplete;
    this.entries[count]?.focus(); // the button goes with the last page
  }

  async #ask(ask: (client: Client, signal: AbortSignal) => Promise<Result<SessionPage>>): Promise<SessionPage | undefined> {
    const signal = this.#latest.begin();
    this.loading = true;
    const page = await ask(new Client(this.console), signal);
    if (signal.aborted) return undefined;
    this.loading = false;
    this.failure = page.ok ? undefined : page.failure;
    if (page.ok) this.nextUri = page.value.nextUri;
    return page.ok ? page.value : undefined;
  }

  #byDay(): Map<string, Session[]> {
    const day = new Intl.DateTimeFormat(this.console.locale, { dateStyle: 'full' });
    return Map.groupBy(this.shown ?? [], ({ createdDate }) => day.format(new Date(createdDate)));
  }

  #entry(session: Session): TemplateResult {
    const channel = session.conversationChannels[0];
    const time = new Intl.DateTimeFormat(this.console.locale, { timeStyle: 'short' }).format(new Date(session.createdDate));
    const outcome = attribute(session, 'outcome');
    const kind = channel?.messageType ?? channel?.type ?? 'Unknown';
    return html`<li tabindex="-1">
      <span class="channel">${channelIcons[channel?.type ?? ''] ?? icons.unknown}</span>
      <div>
        <p>
          <strong>${texts.contacts.channels[kind] ?? kind}</strong>
          <time datetime=${session.createdDate}>${time}</time>
          ${outcome ? html`<span class="badge notable">${texts.contacts.outcomes[outcome] ?? outcome}</span>` : nothing}
        </p>
        <p class="reason">${attribute(session, 'reason')}</p>
        <p class="reason">
          ${texts.contacts.conversation(session.id)}${
            session.externalContact.id === this.contactId ? nothing : html` · ${texts.contacts.linkedToMerged}`
          }
        </p>
      </div>
    </li>`;
  }

  #failure(): TemplateResult | typeof nothing {
    if (!this.failure) return nothing;
    const retry = { label: texts.common.retry, onPress: () => void this.#retry() };
    return html`<div role="alert">${notice({ kind: 'bad', text: this.failure.message, action: retry })}</div>`;
  }

  #earlier(): TemplateResult | typeof nothing {
    if (!this.nextUri) return nothing;
    return busyButton({
      label: texts.contacts.earlier,
      busyLabel: texts.common.loading,
      busy: this.loading,
      onPress: () => void this.#more(),
    });
  }

  #sessions(): TemplateResult | typeof nothing {
    if (!this.shown) return this.failure ? nothing : skeleton(texts.common.loading);
    if (this.shown.length === 0) return html`<p class="muted" tabindex="-1">${texts.contacts.noInteractions}</p>`;
    return html`${[...this.#byDay()].map(
      ([day, entries]) =>
        html`<h3>${day}</h3>
          <ol>
            ${entries.map((session) => this.#entry(session))}
          </ol>`,
    )}
    ${this.#earlier()}`;
  }

  override render() {
    return html`${this.#sessions()} ${this.#failure()}`;
  }
}

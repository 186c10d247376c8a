// SPDX-License-Identifier: BSL-1.0
import { html } from 'lit';
import { customElement, state } from 'lit/decorators.js';

import { empty, emptyStyles } from '../parts/empty.js';
import { icons } from '../parts/icons.js';
import { pageLayout } from '../parts/page_layout.js';
import { shared } from '../parts/styles.js';
import { tabKey, tabStyles } from '../parts/tabs.js';
import { PageElement } from '../shell/page_element.js';
import { texts } from '../texts.js';
import { channels, type Channel } from './channels.js';
import './integration_form.js';
import type { IntegrationForm } from './integration_form.js';

/** The page Identity Resolution: a tab for each channel. A panel stays as it is while another one is looked at. */
@customElement('extsrc-identity-resolution')
export class IdentityResolutionPage extends PageElement {
  static override styles = [...shared, pageLayout, tabStyles, emptyStyles];

  @state() private shown = '';
  @state() private visited: string[] = [];
  @state() private unsavedTabs: string[] = [];

  override connectedCallback(): void {
    super.connectedCallback();
    this.console.title(texts.resolution.heading);
    const [first] = this.#visible;
    if (first) this.#show(first);
  }

  override get unsaved(): boolean {
    return this.unsavedTabs.length > 0;
  }

  get #visible(): Channel[] {
    return channels.filter(({ view }) => view.every((permission) => this.console.can(permission)));
  }

  #show({ key }: Channel): void {
    this.shown = key;
    if (!this.visited.includes(key)) this.visited = [...this.visited, key];
  }

  #step(event: KeyboardEvent): void {
    const visible = this.#visible;
    const at = tabKey(
      event,
      visible.findIndex(({ key }) => key === this.shown),
      visible.length,
    );
    const next = at === undefined ? undefined : visible[at];
    if (!next) return;
    event.preventDefault();
    this.#show(next);
    this.renderRoot.querySelector<HTMLElement>(`#tab-${next.key}`)?.focus();
  }

  #noteUnsaved(key: string, { unsaved }: IntegrationForm): void {
    if (unsaved === this.unsavedTabs.includes(key)) return;
    this.unsavedTabs = unsaved ? [...this.unsavedTabs, key] : this.unsavedTabs.filter((other) => other !== key);
  }

  #tab({ key }: Channel) {
    const selected = key === this.shown;
    const marked = this.unsavedTabs.includes(key);
    return html`<button
      type="button"
      role="tab"
      id="tab-${key}"
      aria-selected=${selected ? 'true' : 'false'}
      aria-controls="panel-${key}"
      tabindex=${selected ? 0 : -1}
      @click=${(event: Event) => {
        this.#show(channels.find((channel) => channel.key === key)!);
        (event.currentTarget as HTMLElement).focus();
      }}
    >
      ${texts.resolution.channels[key]}${
        marked ? html`<span class="mark"></span><span class="visually-hidden">${texts.resolution.unsavedMark}</span>` : ''
      }
    </button>`;
  }

  #panel(channel: Channel) {
    const { key } = channel;
    return html`<section role="tabpanel" id="panel-${key}" aria-labelledby="tab-${key}" ?hidden=${key !== this.shown}>
      <h2 class="visually-hidden">${texts.resolution.channels[key]}</h2>
      <p class="muted">${texts.resolution.channelHints[key]}</p>
      ${
        this.visited.includes(key)
          ? html`<extsrc-integration-form
              .console=${this.console}
              .channel=${channel}
              @unsaved-change=${(event: Event) => this.#noteUnsaved(key, event.target as IntegrationForm)}
            ></extsrc-integration-form>`
          : ''
      }
    </section>`;
  }

  override render() {
    const visible = this.#visible;
    return html`<div class="page">
      <div class="head">
        <div>
          <h1 tabindex="-1">${texts.resolution.heading}</h1>
          <p class="lead">${texts.resolution.lead}</p>
        </div>
      </div>
      ${
        visible.length === 0
          ? empty(icons.person, texts.resolution.nothing, texts.resolution.nothingText)
          : html`<div role="tablist" aria-label=${texts.resolution.channelsLabel} @keydown=${this.#step}>
                ${visible.map((channel) => this.#tab(channel))}
              </div>
              ${visible.map((channel) => this.#panel(channel))}`
      }
    </div>`;
  }
}

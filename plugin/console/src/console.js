// SPDX-License-Identifier: BSL-1.0
// The plugin's pages in the admin console; see ccp/ext/console.h.

class Placeholder extends HTMLElement {
  connectedCallback() {
    const heading = document.createElement('h1');
    heading.textContent = this.constructor.heading;
    this.replaceChildren(heading);
  }
}

const headings = {
  'extsrc-external-sources': 'External Sources',
  'extsrc-identity-resolution': 'Identity Resolution',
  'extsrc-contacts': 'Contacts',
};
for (const [name, heading] of Object.entries(headings)) {
  customElements.define(name, class extends Placeholder { static heading = heading; });
}

// SPDX-License-Identifier: BSL-1.0
// Icons of 24 by 24, drawn in the colour of the text. They only decorate: the control or text beside each carries the name.
import { html, svg, type SVGTemplateResult, type TemplateResult } from 'lit';

const drawn = (shape: SVGTemplateResult): TemplateResult =>
  html`<svg
    class="icon"
    viewBox="0 0 24 24"
    fill="none"
    stroke="currentColor"
    stroke-width="1.75"
    stroke-linecap="round"
    stroke-linejoin="round"
    aria-hidden="true"
    focusable="false"
  >
    ${shape}
  </svg>`;

export const icons = {
  add: drawn(svg`<path d="M12 5v14M5 12h14" />`),
  edit: drawn(svg`<path d="M4 20h4L19 9l-4-4L4 16zM13.5 6.5l4 4" />`),
  remove: drawn(svg`<path d="M4 7h16M9 7V4h6v3M6.5 7l1 13h9l1-13M10 11v5M14 11v5" />`),
  power: drawn(svg`<path d="M12 3.5v8M7 6.5a7.5 7.5 0 1 0 10 0" />`),
  search: drawn(svg`<circle cx="11" cy="11" r="6.5" /><path d="m16 16 4.5 4.5" />`),
  close: drawn(svg`<path d="M6 6l12 12M18 6 6 18" />`),
  external: drawn(svg`<path d="M14 4h6v6M20 4l-9 9M18 14v6H4V6h6" />`),
  back: drawn(svg`<path d="M19 12H5M11 6l-6 6 6 6" />`),
  next: drawn(svg`<path d="m9 5 7 7-7 7" />`),
  previous: drawn(svg`<path d="m15 5-7 7 7 7" />`),
  warning: drawn(svg`<path d="M12 4 2.5 20h19zM12 10v4.5M12 17.3v.2" />`),
  done: drawn(svg`<path d="m5 12.5 4.5 4.5L19 7.5" />`),
  merge: drawn(svg`<path d="M6 4v3c0 4 6 5 6 9v4M18 4v3c0 4-6 5-6 9M9 17l3 3 3-3" />`),
  promote: drawn(svg`<path d="M12 20V5M5.5 11.5 12 5l6.5 6.5" />`),
  sources: drawn(svg`<rect x="3.5" y="4" width="7" height="7" rx="1.5" /><rect x="13.5" y="4" width="7" height="7" rx="1.5" />
    <rect x="3.5" y="14" width="7" height="7" rx="1.5" /><path d="M17 14v7M13.5 17.5h7" />`),
  person: drawn(svg`<circle cx="12" cy="8" r="4" /><path d="M4.5 20.5c1-4 4-6 7.5-6s6.5 2 7.5 6" />`),
  voice: drawn(
    svg`<path d="M5 4h4l2 5-2.5 1.5a11 11 0 0 0 5 5L15 13l5 2v4a1.5 1.5 0 0 1-1.6 1.5C10.5 20 4 13.500 3.500 5.600A1.500 1.500 0 0 1 5 4z" />`,
  ),
  email: drawn(svg`<rect x="3" y="5.500" width="18" height="13" rx="2" /><path d="m4 7 8 6 8-6" />`),
  message: drawn(svg`<path d="M4 5h16v11H10l-5 4v-4H4z" />`),
  unknown: drawn(svg`<circle cx="12" cy="12" r="8" /><path d="M12 8v5M12 16v.2" />`),
};

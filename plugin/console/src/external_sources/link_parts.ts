// SPDX-License-Identifier: BSL-1.0
// A link template as an administrator sees it: what comes before the ID, and what comes after it.

export const placeholder = '{{externalId.value}}';

export interface LinkParts {
  start: string;
  end: string;
  /** Whether the ID stands between the two; a link without it has no end. */
  withId: boolean;
}

export const noLink: LinkParts = { start: '', end: '', withId: true };

export function splitTemplate(template: string | undefined): LinkParts {
  if (!template) return noLink;
  const at = template.indexOf(placeholder);
  if (at < 0) return { start: template, end: '', withId: false };
  return { start: template.slice(0, at), end: template.slice(at + placeholder.length), withId: true };
}

/** The template, or nothing when there is to be no link. */
export function joinTemplate({ start, end, withId }: LinkParts): string | undefined {
  const [before, after] = [start.trim(), end.trim()];
  if (!withId) return before || undefined;
  return before || after ? before + placeholder + after : undefined;
}

/** As the server writes an ID into a link: all but RFC 3986's unreserved characters is percent-encoded. */
const encoded = (id: string): string =>
  encodeURIComponent(id.toWellFormed()).replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);

/** The profile's address for an ID. */
export const expandTemplate = (template: string, id: string): string => template.replace(placeholder, () => encoded(id));

/** The address if it may be followed, which is so for http and https alone. */
export function followable(address: string): string | undefined {
  const url = URL.parse(address);
  return url && (url.protocol === 'http:' || url.protocol === 'https:') ? url.href : undefined;
}

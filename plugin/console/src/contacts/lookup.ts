// SPDX-License-Identifier: BSL-1.0
// Which look-ups a text is good for, beside the search of names.
import type { Client } from '../api/client.js';
import { contacts, type Contact } from '../api/contacts.js';
import { sources } from '../api/external_sources.js';

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const phone = /^[+\d][\d\s().\/-]{4,}$/;
const email = /^[^\s@]+@[^\s@]+$/;
const handle = /^@?\w{1,15}$/;

/** How many sources an external ID is looked for under. */
const maxSources = 25;

const isReadable = (text: string) => phone.test(text) || email.test(text) || handle.test(text);

/** Contacts of every type that hold the text as a phone number, e-mail address or screen name, or whose id it is. */
export async function holdersOf(client: Client, text: string, signal: AbortSignal): Promise<Contact[]> {
  if (uuid.test(text)) {
    const contact = await contacts.get(client, text, signal);
    return contact.ok ? [contact.value] : [];
  }
  if (!isReadable(text)) return [];
  const found = await contacts.reverse(client, text, signal);
  return found.ok ? found.value.contacts : [];
}

/** Contacts of every type that own the text as an external ID: searches know only Curated ones. */
export async function ownersOfExternalId(client: Client, text: string, signal: AbortSignal): Promise<Contact[]> {
  const [active, any] = await Promise.all([
    sources.list(client, { active: true, limit: 25 }, signal),
    sources.list(client, { active: false, limit: 25 }, signal),
  ]);
  const known = [...(active.ok ? active.value.entities : []), ...(any.ok ? any.value.entities : [])].slice(0, maxSources);
  const owners = await Promise.all(known.map(({ id }) => contacts.byExternalId(client, id, text, signal)));
  return owners.flatMap((owner) => (owner.ok ? [owner.value] : []));
}

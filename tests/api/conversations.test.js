// SPDX-License-Identifier: BSL-1.0
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';

import { startHost } from './support/host.js';
import { assertFaultIn } from './support/http.js';
import { arrive, interaction } from './support/interactions.js';
import { connect, connectExtended, refused } from './support/sdk.js';

const phone = (n) => ({ type: 'Phone', value: `+1317222${n}` });
const unknown = '00000000-0000-4000-8000-00000000dead';

describe('conversations', () => {
  let host;
  let api;
  before(async () => {
    host = await startHost();
    api = await connect(host);
  });
  after(() => host.stop());

  const create = (contact = {}) => api.postExternalcontactsContacts(contact);
  const body = (conversationId, externalContactId, rest) => ({ conversationId, communicationId: 'c-1', mediaType: 'CALL', externalContactId, ...rest });
  const associate = (conversationId, contact) => api.putExternalcontactsConversation(conversationId, body(conversationId, contact?.id));
  const sessions = (contact, options) => api.getExternalcontactsContactJourneySessions(contact.id, options);
  const sessionIds = async (contact, options) => (await sessions(contact, options)).entities.map(({ id }) => id);

  describe('that an agent associates', () => {
    it('answer 202, move to the contact that is named, and make it Curated', async () => {
      const [{ contactId, interactionId }] = await arrive(host, interaction('voice', [phone('0801')]));
      const [first] = [{ id: contactId }];
      const other = await create({ firstName: 'Ada' });
      const extended = await connectExtended(host);
      const { status } = await extended.putExternalcontactsConversation(interactionId, body(interactionId, other.id));
      assert.equal(status, 202);
      assert.deepEqual([await sessionIds(first), await sessionIds(other)], [[], [interactionId]]);
      assert.equal((await api.getExternalcontactsContact(contactId)).type, 'Ephemeral');
      await associate(interactionId, first);
      assert.deepEqual([await sessionIds(first), await sessionIds(other)], [[interactionId], []]);
      assert.equal((await api.getExternalcontactsContact(contactId)).type, 'Curated');
    });

    it('stay with the contact when the interaction is resolved again, and leave it when they are unlinked', async () => {
      const arriving = interaction('voice', [phone('0802')]);
      const [{ contactId }] = await arrive(host, arriving);
      const chosen = await create();
      await associate(arriving.interactionId, chosen);
      const [again] = await arrive(host, arriving);
      assert.deepEqual([again.outcome, again.contactId], ['matched', chosen.id]);
      await associate(arriving.interactionId);
      assert.deepEqual([await sessionIds(chosen), await sessionIds({ id: contactId })], [[], []]);
      await refused(associate(arriving.interactionId), 404, 'not.found');
    });

    it('may be new here', async () => {
      const contact = await create();
      await associate('unheard-of', contact);
      const [session] = (await sessions(contact)).entities;
      assert.deepEqual([session.id, session.conversationChannels], ['unheard-of', [{ type: 'Voice' }]]);
    });

    it('may have ids of any characters', async () => {
      const contact = await create();
      const id = 'chat/7 ü?x=1&y=2#z%2F';
      await associate(id, contact);
      const [session] = (await sessions(contact)).entities;
      assert.equal(session.id, id);
      assert.equal(session.conversation.selfUri, `/api/v2/conversations/${encodeURIComponent(id)}`);
      await associate(id);
      assert.deepEqual(await sessionIds(contact), []);
    });

    it('are free again when their contact is deleted', async () => {
      const [gone, next] = [await create(), await create()];
      await associate('outlives', gone);
      await api.deleteExternalcontactsContact(gone.id);
      await refused(sessions(gone), 404, 'not.found');
      await refused(associate('outlives'), 404, 'not.found');
      await associate('outlives', next);
      assert.deepEqual(await sessionIds(next), ['outlives']);
    });

    it('go to the canonical contact of one that was merged', async () => {
      const one = await create();
      const head = await api.postExternalcontactsContactsMerge({ contactIds: [one.id, (await create()).id] });
      await associate('by-old-id', one);
      assert.equal((await sessions(head)).entities[0].externalContact.id, head.id);
    });

    it('need a known contact and all that the contract wants', async () => {
      const contact = await create();
      await refused(associate('x', { id: unknown }), 404, 'not.found');
      const bad = [
        [{ externalContactId: 'nonsense' }, 'externalContactId'],
        [{ conversationId: 'other' }, 'conversationId'],
        [{ conversationId: undefined }, 'conversationId'],
        [{ communicationId: undefined }, 'communicationId'],
        [{ mediaType: undefined }, 'mediaType'],
        [{ mediaType: 'TELEPATHY' }, 'mediaType'],
        [{ extra: 1 }, 'extra'],
      ];
      for (const [members, field] of bad) {
        assertFaultIn(await refused(api.putExternalcontactsConversation('x', body('x', contact.id, members)), 400, 'bad.request'), field);
      }
      assert.deepEqual(await sessionIds(contact), []);
    });
  });

  describe('of a contact, its sessions,', () => {
    it('tell when, how and why an interaction came to it', async () => {
      const contact = await create({ workPhone: { display: '+1 317 222 0803' } });
      const arriving = interaction('webmessaging-authenticated', [phone('0803')]);
      await arrive(host, arriving);
      const { entities, selfUri } = await sessions(contact);
      assert.equal(entities.length, 1);
      const [session] = entities;
      assert.equal(session.id, arriving.interactionId);
      assert.equal(session.type, 'conversation');
      assert.equal(session.externalContact.id, contact.id);
      assert.equal(session.conversation.id, arriving.interactionId);
      assert.equal(Date.parse(session.createdDate), Date.parse(arriving.occurredAt));
      assert.equal(session.authenticated, true);
      assert.equal(session.eventCount, 1);
      assert.equal(session.attributes['identityResolution.outcome'].value, 'matched');
      assert.match(session.attributes['identityResolution.reason'].value, /Phone/);
      assert.equal(selfUri, `/api/v2/externalcontacts/contacts/${contact.id}/journey/sessions`);
    });

    it('come latest first, page by page', async () => {
      const contact = await create({ workPhone: { display: '+1 317 222 0804' } });
      const at = (minute) => new Date(Date.UTC(2026, 10, 20, 10, minute)).toISOString();
      const arrivals = Array.from({ length: 7 }, (_, n) => interaction('voice', [phone('0804')], { occurredAt: at(n % 5) }));
      await arrive(host, ...arrivals);
      const seen = [];
      let after;
      do {
        const page = await sessions(contact, { pageSize: 3, after });
        assert.ok(page.entities.length > 0 && page.entities.length <= 3);
        seen.push(...page.entities);
        after = page.nextUri && new URL(page.nextUri, 'http://host').searchParams.get('after');
      } while (after);
      assert.deepEqual(seen.map(({ id }) => id).sort(), arrivals.map(({ interactionId }) => interactionId).sort());
      const dates = seen.map(({ createdDate }) => createdDate);
      assert.deepEqual(dates, [...dates].sort().reverse());
    });

    it('are those of its whole merge set, unless they are not wanted', async () => {
      const one = await create({ workPhone: { display: '+1 317 222 0805' } });
      const two = await create({ workPhone: { display: '+1 317 222 0806' } });
      const before = await arrive(host, interaction('voice', [phone('0805')]), interaction('sms', [phone('0806')]));
      const head = await api.postExternalcontactsContactsMerge({ contactIds: [one.id, two.id] });
      const [after] = await arrive(host, interaction('voice', [phone('0805')]));
      assert.equal(after.contactId, head.id);
      const all = [...before, after].map(({ interactionId }) => interactionId).sort();
      for (const contact of [head, one]) assert.deepEqual((await sessionIds(contact)).sort(), all);
      assert.deepEqual((await sessionIds(head, { includeMerged: true })).sort(), all);
      assert.deepEqual(await sessionIds(head, { includeMerged: false }), [after.interactionId]);
      assert.deepEqual(await sessionIds(one, { includeMerged: false }), [before[0].interactionId]);
    });

    it('are refused with bad parameters, and not found for nobody', async () => {
      const contact = await create();
      for (const pageSize of [0, 201, 'many']) assertFaultIn(await refused(sessions(contact, { pageSize }), 400, 'bad.request'), 'pageSize');
      await refused(sessions(contact, { after: 'nonsense' }), 400, 'bad.request');
      for (const id of [unknown, 'nonsense']) await refused(sessions({ id }), 404, 'not.found');
    });
  });
});

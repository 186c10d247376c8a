// SPDX-License-Identifier: BSL-1.0
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';

import { startHost } from './support/host.js';
import { connectHttp } from './support/http.js';
import { arrive, interaction } from './support/interactions.js';
import { connect, refused } from './support/sdk.js';

describe('contacts that interactions brought', () => {
  let host;
  let api;
  before(async () => {
    host = await startHost();
    api = await connect(host);
  });
  after(() => host.stop());

  const arrived = async (number) => (await arrive(host, interaction('voice', [{ type: 'Phone', value: number }])))[0].contactId;
  const read = (id, options) => api.getExternalcontactsContact(id, options);

  it('are Ephemeral, hold what they came by, and have no profile', async () => {
    const contact = await read(await arrived('+13172221001'), { expand: ['identifiers'] });
    assert.equal(contact.type, 'Ephemeral');
    assert.deepEqual(contact.identifiers.map(({ type, value }) => [type, value]), [['Phone', '+13172221001']]);
    assert.equal(contact.workPhone, undefined);
    assert.deepEqual(contact.externalIds, []);
  });

  it('become Curated by promotion, once and for all', async () => {
    const id = await arrived('+13172221002');
    const promoted = await api.postExternalcontactsContactPromotion(id);
    assert.deepEqual([promoted.id, promoted.type], [id, 'Curated']);
    assert.deepEqual(await api.postExternalcontactsContactPromotion(id), promoted);
    assert.deepEqual(await read(id), promoted);
    assert.equal(await arrived('+13172221002'), id);
    await refused(api.postExternalcontactsContactPromotion('00000000-0000-4000-8000-00000000dead'), 404, 'not.found');
  });

  it('are promoted by the body null, too, which the Python SDK sends', async () => {
    const id = await arrived('+13172221005');
    const answer = await (await connectHttp(host))('POST', `/contacts/${id}/promotion`, 'null');
    assert.deepEqual([answer.status, answer.body.type], [200, 'Curated']);
  });

  it('keep their type when they are edited, and their identifiers when fields carry others', async () => {
    const id = await arrived('+13172221003');
    const edited = await api.putExternalcontactsContact(id, { firstName: 'Ada', workPhone: { display: '+1 317 222 1004' } });
    assert.equal(edited.type, 'Ephemeral');
    for (const value of ['+13172221003', '+13172221004']) {
      assert.equal((await api.postExternalcontactsIdentifierlookupContacts({ type: 'Phone', value })).id, id);
    }
  });
});

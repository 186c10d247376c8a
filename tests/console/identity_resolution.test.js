// SPDX-License-Identifier: BSL-1.0
// The page Identity Resolution: what each channel takes, saving, and changes that are not saved.
import assert from 'node:assert/strict';
import { before, beforeEach, describe, it } from 'node:test';

import { hasFocus } from './support/browser.js';
import { givenSource } from './support/given.js';
import { holdRequests } from './support/held.js';
import { signIn } from './support/session.js';
import { host, page, setStage } from './support/stage.js';

const messaging = (network) => (id) => `/api/v2/conversations/messaging/identityresolution/integrations/${network}/${id}`;
const channels = [
  ['Voice', ['Call flow ID'], (id) => `/api/v2/architect/ivrs/${id}/identityresolution`],
  ['Callback', ['Queue ID'], (id) => `/api/v2/routing/queues/${id}/identityresolution`],
  ['Email', ['Domain name', 'Route ID'], (domain, id) => `/api/v2/routing/email/domains/${domain}/routes/${id}/identityresolution`],
  ['SMS', ['Phone number ID'], (id) => `/api/v2/routing/sms/identityresolution/phonenumbers/${id}`],
  ['Web messaging', ['Deployment ID'], (id) => `/api/v2/webdeployments/deployments/${id}/identityresolution`],
  ['Open messaging', ['Integration ID'], messaging('open')],
  ['WhatsApp', ['Integration ID'], messaging('whatsapp')],
  ['Facebook', ['Integration ID'], messaging('facebook')],
  ['Instagram', ['Integration ID'], messaging('instagram')],
  ['Apple', ['Integration ID'], messaging('apple')],
  ['X', ['Integration ID'], messaging('twitter')],
];

describe('the page Identity Resolution', () => {
  let source;
  setStage({ expected: [400] });
  before(async () => (source = await givenSource(host, 'CRM')));
  beforeEach(() => signIn(page, host, { place: 'directory/identity-resolution' }));

  const panel = (name) => page.getByRole('tabpanel', { name });
  async function open(channel, ...ids) {
    await page.getByRole('tab', { name: channel, exact: true }).click();
    const fields = await panel(channel).getByRole('textbox').all();
    for (const [i, id] of ids.entries()) await fields[i].fill(id);
    await panel(channel).getByRole('button', { name: 'Open' }).click();
    await panel(channel).getByRole('switch', { name: 'Resolve identities' }).waitFor();
  }

  for (const [channel, labels, path] of channels) {
    it(`switches ${channel} off`, async () => {
      const ids = labels.map((label, i) => `an id/${i}`);
      await page.getByRole('tab', { name: channel, exact: true }).click();
      for (const label of labels) await panel(channel).getByLabel(label).waitFor();
      await open(channel, ...ids);
      await panel(channel).getByRole('switch', { name: 'Resolve identities' }).click();
      await panel(channel).getByRole('button', { name: 'Save' }).click();
      await panel(channel).getByText('Saved', { exact: true }).waitFor();
      const { body } = await host.call('GET', path(...ids.map(encodeURIComponent)));
      assert.equal((body.callOnBehalfOfQueue ?? body).resolveIdentities, false);
      assert.equal(await panel(channel).getByLabel('External source').count(), ['Web messaging', 'Open messaging'].includes(channel) ? 1 : 0);
      assert.equal(await panel(channel).getByRole('group', { name: 'Automatic merging' }).count(), channel === 'Web messaging' ? 1 : 0);
    });
  }

  it('sets the external source and what is merged of a web deployment', async () => {
    await open('Web messaging', 'web-1');
    const web = panel('Web messaging');
    await web.getByLabel('External source').selectOption('CRM');
    await web.getByRole('switch', { name: 'Signed-in visitors' }).click();
    await web.getByRole('button', { name: 'Save' }).click();
    await web.getByText('Saved', { exact: true }).waitFor();
    const { body } = await host.call('GET', '/api/v2/webdeployments/deployments/web-1/identityresolution');
    assert.equal(body.externalSource.id, source.id);
    assert.deepEqual(body.automerge, { authenticatedWebMessaging: true, webTracking: false });
  });

  for (const channel of ['Voice', 'Callback']) {
    it(`shows a division of ${channel} that is wrong beside the field, and keeps it`, async () => {
      await open(channel, 'faulty');
      const division = panel(channel).getByLabel('Division');
      await division.fill('somewhere');
      await panel(channel).getByRole('button', { name: 'Save' }).click();
      await panel(channel).locator('#division-error').waitFor();
      assert.equal(await division.getAttribute('aria-invalid'), 'true');
      assert.equal(await division.inputValue(), 'somewhere');
    });
  }

  const webResolution = '/api/v2/webdeployments/deployments';
  async function givenSourceOf(deployment, externalSource) {
    const path = `${webResolution}/${deployment}/identityresolution`;
    const body = { resolveIdentities: true, externalSource: { id: externalSource.id } };
    assert.equal((await host.call('PUT', path, body)).status, 200);
  }
  const sourceChoice = () => panel('Web messaging').getByLabel('External source');
  const chosenSource = async () => (await sourceChoice().locator('option:checked').textContent()).trim();

  it('keeps what is typed while it saves, and opens nothing over it', async () => {
    await open('Voice', 'ivr-busy');
    const voice = panel('Voice');
    await voice.getByRole('switch', { name: 'Resolve identities' }).click();
    const saving = await holdRequests(page, 'PUT', '**/ivrs/ivr-busy/**');
    const opening = await holdRequests(page, 'GET', '**/ivrs/ivr-other/**');
    await voice.getByRole('button', { name: 'Save' }).click();
    await saving.arrived;
    await voice.getByLabel('Call flow ID').fill('ivr-other');
    await page.keyboard.press('Enter');
    assert.equal(await page.getByRole('dialog').count(), 0);
    await voice.getByLabel('Division').fill('typed meanwhile');
    saving.letGo();
    await voice.getByRole('button', { name: 'Save' }).waitFor();
    await voice.getByText('Unsaved changes').waitFor();
    assert.equal(await voice.getByLabel('Division').inputValue(), 'typed meanwhile');
    assert.equal(await voice.getByRole('switch', { name: 'Resolve identities' }).isChecked(), false);
    assert.equal((await host.call('GET', '/api/v2/architect/ivrs/ivr-busy/identityresolution')).body.resolveIdentities, false);
    assert.deepEqual([saving.count, opening.count], [1, 0]);
  });

  it('takes no changes for a configuration while another one is opened in its place', async () => {
    await open('Voice', 'ivr-before');
    const voice = panel('Voice');
    const opening = await holdRequests(page, 'GET', '**/ivrs/ivr-after/**');
    await voice.getByLabel('Call flow ID').fill('ivr-after');
    await page.keyboard.press('Enter');
    await opening.arrived;
    assert.ok(await voice.getByRole('switch', { name: 'Resolve identities' }).isDisabled());
    assert.ok(await voice.getByLabel('Division').isDisabled());
    assert.equal(await voice.getByRole('button', { name: 'Save' }).getAttribute('aria-disabled'), 'true');
    await hasFocus(voice.getByLabel('Call flow ID'));
    opening.letGo();
    await page.getByRole('heading', { name: 'Configuration of ivr-after' }).waitFor();
    assert.ok(await voice.getByLabel('Division').isEnabled());
  });

  it('opens what was asked for last, however late an earlier answer comes', async () => {
    await page.getByRole('tab', { name: 'Voice', exact: true }).click();
    const voice = panel('Voice');
    const late = await holdRequests(page, 'GET', '**/ivrs/ivr-late/**');
    await voice.getByLabel('Call flow ID').fill('ivr-late');
    await page.keyboard.press('Enter');
    await late.arrived;
    await open('Voice', 'ivr-last');
    late.letGo();
    await voice.getByRole('switch', { name: 'Resolve identities' }).click();
    await voice.getByRole('button', { name: 'Save' }).click();
    await voice.getByText('Saved', { exact: true }).waitFor();
    await page.getByRole('heading', { name: 'Configuration of ivr-last' }).waitFor();
    assert.equal((await host.call('GET', '/api/v2/architect/ivrs/ivr-late/identityresolution')).body.resolveIdentities, true);
  });

  it('keeps the focus in the configuration when changes are undone', async () => {
    await open('Voice', 'ivr-undone');
    const resolves = panel('Voice').getByRole('switch', { name: 'Resolve identities' });
    await resolves.click();
    await page.getByRole('button', { name: 'Undo changes' }).click();
    await hasFocus(resolves);
  });

  it('goes to the first ID that is missing', async () => {
    await page.getByRole('tab', { name: 'Email', exact: true }).click();
    const email = panel('Email');
    await email.getByLabel('Domain name').fill('example.com');
    await email.getByRole('button', { name: 'Open' }).click();
    await email.getByText('Enter the ID.').waitFor();
    await hasFocus(email.getByLabel('Route ID'));
    await email.getByLabel('Domain name').fill(' ');
    await page.keyboard.press('Enter');
    await hasFocus(email.getByLabel('Domain name'));
  });

  it('keeps the source by its name when the others cannot be listed, says so, and tries again', async () => {
    await givenSourceOf('web-unlisted', source);
    page.expectFailures();
    const listing = '**/externalsources?**';
    await page.route(listing, (route) => route.abort());
    await open('Web messaging', 'web-unlisted');
    const failure = panel('Web messaging').getByRole('alert').filter({ hasText: 'could not be listed' });
    await failure.waitFor();
    assert.equal(await chosenSource(), 'CRM');
    await page.unroute(listing);
    await failure.getByRole('button', { name: 'Try again' }).click();
    await failure.waitFor({ state: 'detached' });
    await hasFocus(sourceChoice());
    assert.equal(await chosenSource(), 'CRM');
  });

  it('says of a source what became of it', async () => {
    const former = await givenSource(host, 'Former');
    const deleted = await givenSource(host, 'Deleted');
    await givenSourceOf('web-former', former);
    await givenSourceOf('web-deleted', deleted);
    await host.call('PUT', `/externalsources/${former.id}`, { name: 'Former', active: false });
    await host.call('DELETE', `/externalsources/${deleted.id}`);
    await open('Web messaging', 'web-former');
    assert.equal(await chosenSource(), 'Former (not active)');
    await open('Web messaging', 'web-deleted');
    await page.getByRole('heading', { name: 'Configuration of web-deleted' }).waitFor();
    assert.equal(await chosenSource(), `${deleted.id.slice(0, 8)} (deleted)`);
  });

  it('keeps changes while another tab is looked at, and marks the tab', async () => {
    await open('Voice', 'ivr-1');
    await panel('Voice').getByRole('switch', { name: 'Resolve identities' }).click();
    await page.getByRole('tab', { name: 'SMS' }).click();
    await page.getByRole('tab', { name: 'Voice (unsaved changes)' }).click();
    assert.equal(await panel('Voice').getByRole('switch', { name: 'Resolve identities' }).isChecked(), false);
    await panel('Voice').getByRole('button', { name: 'Undo changes' }).click();
    assert.equal(await panel('Voice').getByRole('switch', { name: 'Resolve identities' }).isChecked(), true);
    await page.getByRole('tab', { name: 'Voice', exact: true }).waitFor();
  });

  it('asks before another integration is opened over changes', async () => {
    await open('Voice', 'ivr-1');
    await panel('Voice').getByRole('switch', { name: 'Resolve identities' }).click();
    await panel('Voice').getByLabel('Call flow ID').fill('ivr-2');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();
    await page.getByRole('heading', { name: 'Configuration of ivr-1' }).waitFor();
    await panel('Voice').getByRole('button', { name: 'Open' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Discard' }).click();
    await page.getByRole('heading', { name: 'Configuration of ivr-2' }).waitFor();
  });

  it('asks before the window is closed or another page is gone to over changes', async () => {
    await open('Voice', 'ivr-1');
    await panel('Voice').getByRole('switch', { name: 'Resolve identities' }).click();
    const answers = ['dismiss', 'accept'];
    const asked = [];
    page.on('dialog', (dialog) => {
      asked.push(dialog.type());
      return dialog[answers[asked.length - 1]]();
    });
    const link = page.getByRole('navigation', { name: 'Admin' }).getByRole('link', { name: 'Contacts' });
    await link.click();
    await panel('Voice').getByRole('button', { name: 'Undo changes' }).waitFor();
    assert.match(page.url(), /identity-resolution$/);
    await link.click();
    await page.getByRole('heading', { level: 1, name: 'Contacts' }).waitFor();
    assert.deepEqual(asked, ['confirm', 'confirm']);
  });
});

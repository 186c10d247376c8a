// SPDX-License-Identifier: BSL-1.0
// What an administrator does on the page External Sources, step by step and in the words of the guide; each step is asserted on the
// page and through the API.
import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';

import { assertFailure } from '../api/support/http.js';
import { arrive, interaction, presented } from '../api/support/interactions.js';
import { eventually } from './support/browser.js';
import { givenContact, givenSource, sourceNamed, sourcesOf } from './support/given.js';
import { goTo, menu, signIn } from './support/session.js';
import { SourcesPage } from './support/sources_page.js';
import { host, page, setStage } from './support/stage.js';

describe('an administrator on the page External Sources', () => {
  let sources;
  setStage({ hostForEach: true, expected: [404, 409] });
  beforeEach(async () => {
    sources = new SourcesPage(page);
    await signIn(page, host);
  });

  const goToSources = () => goTo(page, 'External Sources');

  it('finds it in Admin, under Directory', async () => {
    await page.getByRole('link', { name: 'Admin', exact: true }).waitFor();
    assert.deepEqual(await menu(page).getByRole('heading').allTextContents(), ['Directory']);
    assert.deepEqual(await menu(page).getByRole('link').allTextContents(), ['External Sources', 'Identity Resolution', 'Contacts']);
    await goToSources();
    assert.match(page.url(), /\/admin\/directory\/external-sources$/);
  });

  it('creates one whose profile URL goes on after the ID', async () => {
    await goToSources();
    await sources.add.click();
    await sources.fill({ name: 'CRM', start: 'https://example.com/user/', end: '/profile' });
    assert.equal((await sources.preview.getByRole('link').getAttribute('href')), 'https://example.com/user/johndoe/profile');
    await sources.save.click();
    await sources.dialog.waitFor({ state: 'detached' });

    assert.match(await sources.row('CRM').textContent(), /https:\/\/example\.com\/user\/ID\/profile/);
    assert.match(await sources.row('CRM').textContent(), /Active/);
    const { active, linkConfiguration } = await sourceNamed(host, 'CRM');
    assert.deepEqual([active, linkConfiguration], [true, { uriTemplate: 'https://example.com/user/{{externalId.value}}/profile' }]);
  });

  it('creates one whose profile URL ends with the ID', async () => {
    await goToSources();
    await sources.add.click();
    await sources.fill({ name: 'Directory', start: 'https://example.com/user/' });
    assert.equal(await sources.preview.getByRole('link').getAttribute('href'), 'https://example.com/user/johndoe');
    await sources.save.click();
    await sources.dialog.waitFor({ state: 'detached' });

    await sources.row('Directory').waitFor();
    assert.equal((await sourceNamed(host, 'Directory')).linkConfiguration.uriTemplate, 'https://example.com/user/{{externalId.value}}');
  });

  it('edits one by the icon in the Action column', async () => {
    await givenSource(host, 'CRM', { uriTemplate: 'https://old.example/{{externalId.value}}/end' });
    await goToSources();
    await sources.row('CRM').waitFor();
    assert.deepEqual(await page.getByRole('columnheader').allTextContents(), ['Name', 'Profile URL', 'Status', 'Contacts linked', 'Action']);
    await sources.icon('Edit', 'CRM').click();
    assert.deepEqual([await sources.start.inputValue(), await sources.end.inputValue()], ['https://old.example/', '/end']);
    await sources.fill({ name: 'CRM Europe', start: 'https://new.example/' });
    await sources.save.click();

    await sources.row('CRM Europe').waitFor();
    const [source] = await sourcesOf(host);
    assert.equal(source.name, 'CRM Europe');
    assert.equal(source.linkConfiguration.uriTemplate, 'https://new.example/{{externalId.value}}/end');
  });

  it('disables one and activates it again, with everything else as it was', async () => {
    const before = await givenSource(host, 'CRM', { uriTemplate: 'https://example.com/{{externalId.value}}' });
    await goToSources();
    await page.getByText('1 of 10 active').waitFor();

    await sources.icon('Disable', 'CRM').click();
    await sources.dialog.getByText('a contact can still be searched by its external ID').waitFor();
    await sources.dialog.getByText('no new contact can be associated with it').waitFor();
    await sources.dialog.getByRole('button', { name: 'Disable' }).click();
    await sources.row('CRM').getByText('Disabled').waitFor();
    await page.getByText('0 of 10 active').waitFor();
    assert.deepEqual(await sourceNamed(host, 'CRM'), { ...before, active: false });

    await sources.confirm('Activate', 'CRM');
    await sources.row('CRM').getByText('Active', { exact: true }).waitFor();
    assert.deepEqual(await sourceNamed(host, 'CRM'), before);
  });

  it('cannot have an eleventh active one, and is told so beside the status with nothing lost', async () => {
    for (let i = 1; i <= 10; ++i) await givenSource(host, `Source ${i}`);
    await goToSources();
    await page.getByText('10 of 10 active').waitFor();
    await sources.add.click();
    await sources.fill({ name: 'Eleventh', start: 'https://example.com/', end: '/e' });
    await sources.save.click();

    await eventually(async () => assert.match(await sources.errorOf(sources.active), /already has 10 active external sources/));
    assert.deepEqual(
      [await sources.name.inputValue(), await sources.start.inputValue(), await sources.end.inputValue()],
      ['Eleventh', 'https://example.com/', '/e'],
    );
    assert.equal(await sourceNamed(host, 'Eleventh'), undefined);

    await sources.active.click();
    await sources.save.click();
    await sources.row('Eleventh').getByText('Disabled').waitFor();
    assert.equal((await sourceNamed(host, 'Eleventh')).active, false);

    await sources.icon('Activate', 'Eleventh').click();
    await sources.dialog.getByRole('button', { name: 'Activate' }).click();
    await sources.dialog.getByText(/already has 10 active external sources/).waitFor();
    assert.equal((await sourcesOf(host, '&active=true')).length, 10);
  });

  it('finds a contact by its external ID after the source was disabled, and nothing new comes under it', async () => {
    const source = await givenSource(host, 'CRM', { uriTemplate: 'https://crm.example/{{externalId.value}}' });
    const ada = await givenContact(host, { firstName: 'Ada', lastName: 'Lovelace', externalIds: [{ externalSource: { id: source.id }, value: 'C-1' }] });
    await goToSources();
    await sources.confirm('Disable', 'CRM');

    await goTo(page, 'Contacts');
    await page.getByRole('searchbox', { name: 'Search contacts' }).fill('C-1');
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: /Ada Lovelace/ }).click();
    assert.equal(await page.getByRole('link', { name: /^C-1/ }).getAttribute('href'), 'https://crm.example/C-1');
    const found = await host.call('POST', '/identifierlookup/contacts', { type: 'ExternalId', value: 'C-1', externalSource: { id: source.id } });
    assert.equal(found.body.id, ada.id);

    const refused = await host.call('POST', '/contacts', { firstName: 'Bo', externalIds: [{ externalSource: { id: source.id }, value: 'C-2' }] });
    assertFailure(refused, 409, 'external.source.inactive');
    const phone = { type: 'Phone', value: '+13175550142' };
    const [caller] = await arrive(host, interaction('openmessaging', [presented(source, 'C-3'), phone]));
    await page.goto(`${host.url}/admin/directory/contacts/${caller.contactId}`);
    await page.getByRole('rowheader', { name: 'Phone' }).waitFor();
    assert.deepEqual(await page.getByRole('rowheader').allTextContents(), ['Phone']);
  });
});

// SPDX-License-Identifier: BSL-1.0
// Every view and dialog of the console, and how one gets there as a signed-in administrator.
import { SourcesPage } from './sources_page.js';

const search = async (page, text) => {
  await page.getByRole('searchbox', { name: 'Search contacts' }).fill(text);
  await page.keyboard.press('Enter');
};

async function openMergePreview(page) {
  await page.getByRole('button', { name: 'Merge…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('searchbox', { name: 'The other contact' }).fill('Yonath');
  await page.keyboard.press('Enter');
  await dialog.getByRole('link', { name: /Ada Yonath/ }).click();
  await dialog.getByRole('button', { name: 'Merge', exact: true }).waitFor();
}

async function openConfiguration(page) {
  await page.getByRole('tab', { name: 'Web messaging' }).click();
  await page.getByLabel('Deployment ID').fill('web-main');
  await page.keyboard.press('Enter');
  await page.getByRole('switch', { name: 'Signed-in visitors' }).click();
  await page.getByRole('button', { name: 'Undo changes' }).waitFor();
}

const sourcesPlace = 'directory/external-sources';
const onSources = (name, act) => ({
  name,
  place: () => sourcesPlace,
  async arrive(page) {
    const sources = new SourcesPage(page);
    await sources.row('Salesforce').waitFor();
    await act?.(sources);
  },
});
const onContact = (name, act, who = 'ada') => ({
  name,
  place: (shown) => `directory/contacts/${who === 'ada' ? shown.ada.id : shown.caller}`,
  async arrive(page) {
    await page.getByRole('heading', { name: 'Interactions' }).waitFor();
    await page.getByRole('main').getByText(/^\s*Conversation /).first().waitFor();
    await act?.(page);
  },
});

export const views = [
  onSources('external-sources'),
  onSources('external-source-add', async (sources) => {
    await sources.add.click();
    await sources.fill({ name: 'Zendesk', start: 'https://example.com/user/', end: '/profile' });
  }),
  onSources('external-source-errors', async (sources) => {
    await sources.add.click();
    await sources.fill({ end: '/profile' });
    await sources.save.click();
    await sources.dialog.getByText('Enter a name.').waitFor();
  }),
  onSources('external-source-discard', async (sources) => {
    await sources.add.click();
    await sources.fill({ name: 'Zendesk' });
    await sources.page.keyboard.press('Escape');
    await sources.page.getByRole('dialog', { name: 'Discard unsaved changes?' }).waitFor();
  }),
  onSources('external-source-edit', (sources) => sources.icon('Edit', 'Salesforce').click()),
  onSources('external-source-disable', (sources) => sources.icon('Disable', 'Salesforce').click()),
  onSources('external-source-delete', (sources) => sources.icon('Delete', 'Salesforce').click()),
  onSources('external-sources-nothing-matches', async (sources) => {
    await sources.search.fill('zzz');
    await sources.page.getByRole('heading', { name: 'Nothing matches' }).waitFor();
  }),
  { name: 'identity-resolution', place: () => 'directory/identity-resolution', arrive: (page) => page.getByRole('tab', { name: 'Voice' }).waitFor() },
  { name: 'identity-resolution-open', place: () => 'directory/identity-resolution', arrive: openConfiguration },
  { name: 'contacts', place: () => 'directory/contacts', arrive: (page) => page.getByRole('heading', { name: 'Whom are you looking for?' }).waitFor() },
  {
    name: 'contacts-found',
    place: () => 'directory/contacts',
    async arrive(page) {
      await search(page, 'ada');
      await page.getByRole('link', { name: /Ada Lovelace/ }).waitFor();
    },
  },
  onContact('contact'),
  onContact('contact-merge', openMergePreview),
  onContact('contact-promote', (page) => page.getByRole('button', { name: 'Promote' }).click(), 'caller'),
];

// SPDX-License-Identifier: BSL-1.0
// The page External Sources as an administrator sees it.
import assert from 'node:assert/strict';

export class SourcesPage {
  constructor(page) {
    this.page = page;
    this.dialog = page.getByRole('dialog');
    this.add = page.getByRole('button', { name: 'Add External Source' });
    this.name = this.dialog.getByLabel('Name');
    this.start = this.dialog.getByLabel('Profile URL start');
    this.end = this.dialog.getByLabel('Profile URL end');
    this.active = this.dialog.getByRole('switch', { name: 'Active' });
    this.save = this.dialog.getByRole('button', { name: 'Save' });
    this.preview = this.dialog.getByRole('status', { name: 'Resulting link' });
    this.search = page.getByRole('searchbox', { name: 'Search' });
    this.status = page.getByRole('combobox', { name: 'Status' });
    this.rows = page.getByRole('row').filter({ has: page.getByRole('rowheader') });
  }

  row(name) {
    return this.page.getByRole('row').filter({ has: this.page.getByRole('rowheader', { name, exact: true }) });
  }

  // The icon in the Action column of a row.
  icon(action, name) {
    return this.row(name).getByRole('button', { name: `${action} ${name}`, exact: true });
  }

  async fill({ name, start, end }) {
    if (name !== undefined) await this.name.fill(name);
    if (start !== undefined) await this.start.fill(start);
    if (end !== undefined) await this.end.fill(end);
  }

  async create(source) {
    await this.add.click();
    await this.fill(source);
    await this.save.click();
    await this.dialog.waitFor({ state: 'detached' });
  }

  // Presses an icon and confirms what it asks.
  async confirm(action, name) {
    await this.icon(action, name).click();
    await this.dialog.getByRole('button', { name: action }).click();
    await this.dialog.waitFor({ state: 'detached' });
  }

  async names() {
    return this.page.getByRole('rowheader').allTextContents();
  }

  // The text of the error that a field refers to.
  async errorOf(field) {
    assert.equal(await field.getAttribute('aria-invalid'), 'true');
    const ids = (await field.getAttribute('aria-describedby')).split(' ');
    return (await this.dialog.locator(`#${ids.at(-1)}`).textContent()).trim();
  }
}

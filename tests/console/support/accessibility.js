// SPDX-License-Identifier: BSL-1.0
import assert from 'node:assert/strict';

import { AxeBuilder } from '@axe-core/playwright';

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'];

// Asserts that axe finds nothing, on the page as it stands, what it cannot judge aside.
export async function assertAccessible(page, view) {
  const { violations } = await new AxeBuilder({ page }).withTags(rules).analyze();
  const told = violations.flatMap(({ id, help, nodes }) => nodes.map(({ target, failureSummary }) => `${id}: ${help}\n  ${target}\n  ${failureSummary}`));
  assert.equal(told.length, 0, `${view}:\n${told.join('\n')}`);
}

import { editor } from '../person.mjs';

export const file = 'smr/six_monthly_list.medopt';

/** Goes to the window, unfolds a folder, opens a protocol: its words have colours, and there is no problem. */
export async function open({ page, see, goTo, widen, status, picture }) {
  await page.locator('.explorer-folders-view .monaco-list-row[aria-label^="smr"]').waitFor();
  await widen(420);
  await page.locator('.explorer-folders-view .monaco-list-row[aria-label^="smr"]').click();
  await page.locator('.explorer-folders-view .monaco-list-row[aria-label^="six_monthly_list.medopt"]').dblclick();
  await see(`${editor} .view-line`);
  await goTo(file, 'cohort smr_to_invite');
  await see(`${editor} .codelens-decoration`, { hasText: 'used by' });
  await status('no problem');
  const colours = await page.locator(`${editor} .view-line span span`).evaluateAll((all) => new Set(all.map((each) => getComputedStyle(each).color)).size);
  if (colours < 5) throw new Error(`The text has ${colours} colours.`);
  if ((await page.locator('.squiggly-error, .squiggly-warning').count()) > 0) throw new Error('Something is underlined.');
  await page.locator('.activitybar a[aria-label^="Protocols"]').first().click();
  await see('.pane-body .monaco-list-row', { hasText: 'Practice starter pack' });
  await see('.pane-body .monaco-list-row', { hasText: 'the six-month' });
  const taken = await picture('open');
  await page.locator('.activitybar a[aria-label^="Explorer"]').first().click();
  return [taken];
}

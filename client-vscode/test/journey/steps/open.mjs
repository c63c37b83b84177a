import { editor } from '../person.mjs';

export const file = 'smr/six_monthly_list.medopt';

/** Goes to the window, unfolds a folder, opens a protocol: its words have colours, and there is no problem. */
export async function open({ page, see, goTo, status, picture }) {
  await page.locator('.explorer-folders-view .monaco-list-row[aria-label^="smr"]').click();
  await page.locator('.explorer-folders-view .monaco-list-row[aria-label^="six_monthly_list.medopt"]').dblclick();
  await see(`${editor} .view-line`);
  await status('no problem');
  await goTo(file, 'cohort smr_to_invite');
  const colours = await page.locator(`${editor} .view-line span span`).evaluateAll((all) => new Set(all.map((each) => getComputedStyle(each).color)).size);
  if (colours < 4) throw new Error(`The text has ${colours} colours.`);
  if ((await page.locator('.squiggly-error, .squiggly-warning').count()) > 0) throw new Error('Something is underlined.');
  return [await picture('open')];
}

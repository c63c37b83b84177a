import { file as list } from './open.mjs';

export const codes = 'codes/reviews.medopt';

/** Types a wrong last digit into a code and reads why it cannot be right; then misses a letter of a name, and takes the remedy. */
export async function mend({ page, open, goTo, press, type, see, gone, choose, save, status, picture }) {
  await open(codes);
  await goTo(codes, '961831000000100', 14);
  await press('Delete');
  await type('1');
  await see('.squiggly-error');
  await status('1 error');
  await press('Control+k', 'Control+i');
  await see('.monaco-hover:not(.hidden)', { hasText: 'check digit' });
  await gone('.monaco-hover:not(.hidden)', { hasText: 'Checking for quick fixes' });
  const problem = await picture('problem');
  await press('Escape', 'Control+z', 'Control+z');
  await gone('.squiggly-error');
  await status('no problem');

  await open(list);
  await goTo(list, 'smr_declined recorded in last', 5);
  await press('Delete');
  await see('.squiggly-error');
  await page.locator('.codicon[class*="lightbulb"], .codicon[class*="light-bulb"]').first().click();
  await see('.action-widget .monaco-list-row', { hasText: 'Write smr_declined' });
  const fix = await picture('fix');
  await choose('.action-widget .monaco-list-row', 'Write smr_declined');
  await gone('.squiggly-error');
  await status('no problem');
  await save();
  return [problem, fix];
}

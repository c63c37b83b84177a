import { editor } from '../person.mjs';
import { codes } from './mend.mjs';

/** Gives a code set another name: a file that uses it uses it by that name. */
export async function rename({ page, open, goTo, press, type, see, gone, save, status, picture }) {
  await open(codes);
  await goTo(codes, 'pharmacist_medication_review', 3);
  await press('F2');
  await page.waitForFunction(() => document.activeElement?.classList.contains('rename-input'));
  await press('Control+a');
  await type('review_by_pharmacist');
  const taken = await picture('rename');
  await press('Enter');
  await gone('.rename-box');
  await see(`${editor} .view-line`, { hasText: /codes\sreview_by_pharmacist/ });
  await save();
  await open('smr/delivery.medopt');
  await press('Control+f');
  for (const [name, found] of [['review_by_pharmacist', /of [1-9]/], ['pharmacist_medication_review', /No results/]]) {
    await page.locator('.find-widget textarea, .find-widget input').first().fill(name);
    await see('.find-widget .matchesCount', { hasText: found });
  }
  await press('Escape');
  await status('no problem');
  return [taken];
}

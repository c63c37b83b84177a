import { editor } from '../person.mjs';
import { codes } from './mend.mjs';

/** Two codes as a spreadsheet copies them, and one that it has damaged. */
const copied = [
  ['SNOMED code', 'Term'],
  ['753951000000101', 'Annual review of lithium therapy'],
  ['922731000000106', 'Anticoagulant medication review'],
  ['1.01E+15', 'Medication review without patient'],
].map((row) => `${row.join('\t')}\r\n`).join('');

/** Pastes rows of a spreadsheet into a code set: they become entries, and what was damaged is said and not taken. */
export async function paste({ page, open, goTo, press, see, gone, status }) {
  await open(codes);
  await goTo(codes, '870661000000100');
  await press('End');
  await page.evaluate((text) => navigator.clipboard.writeText(text), copied);
  await press('Control+v');
  await see(`${editor} .view-line`, { hasText: /753951000000101\s\|Annual\sreview\sof\slithium\stherapy\|/ });
  await see(`${editor} .view-line`, { hasText: /not\staken:\s1\.01E\+15/ });
  await see('.notification-list-item', { hasText: '1 row is not taken' });
  await page.locator('.notification-list-item .monaco-button', { hasText: 'Show It' }).first().click();
  await gone('.notifications-toasts .notification-list-item');
  await page.locator(`${editor}.focused`).first().waitFor();
  await press('Control+z');
  await gone(`${editor} .view-line`, { hasText: /not\staken/ });
  await status('no problem');
  return [];
}

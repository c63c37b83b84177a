import path from 'node:path';
import { editor } from '../person.mjs';
import { asthmaProject, asthmaRelease } from '../release.mjs';

const file = 'asthma.medopt';
const box = '.quick-input-widget';
const row = '.quick-input-list .monaco-list-row';
const toast = '.notifications-toasts .notification-list-item';

/** In another folder: loads a release, looks for a code in it, goes to what is narrower, takes one, and reads what it is. */
export async function terminology({ workspace, elsewhere }) {
  const folder = path.dirname(path.dirname(workspace));
  const project = path.join(folder, 'asthma', 'protocols');
  asthmaProject(project);
  const release = asthmaRelease(path.join(folder, 'downloads'), path.join(workspace, 'codelists', 'pincer-ast.csv'));
  const { page, url, open, goTo, press, type, see, gone, choose, save, command, status, picture } = elsewhere(project);
  await page.goto(url);
  await open(file);
  await status('no release');
  await command('MedOpt: Load Terminology Release');
  await choose(row, 'A folder');
  await see(row, { hasText: '..' });
  await page.locator(`${box} input`).first().fill(release);
  await see(row, { hasText: path.basename(release) });
  await choose(`${box} .monaco-button`, 'Load');
  await see(toast, { hasText: 'SNOMED CT Example, 1 Mar 2026 is loaded' });
  await status('no problem · SNOMED CT Example, 1 Mar 2026');
  // The message goes when it is told to: where the pointer rests on it, it stays.
  await command('Notifications: Clear All Notifications');
  await gone(toast);

  await goTo(file, '57607007 |Occupational asthma|', '57607007 |Occupational asthma|'.length);
  await press('Enter', 'Control+Alt+c');
  await see(`${box} input`);
  await type('asth aller');
  await see(`${row}.focused`, { hasText: 'Allergic asthma' });
  await page.locator(`${box} input`).first().fill('asthma');
  await see(`${row}.focused`, { hasText: '195967001' });
  await press('Alt+ArrowRight');
  await see(box, { hasText: 'Around Asthma' });
  await see(row, { hasText: 'nothing below' });
  const around = await picture('codes-around');
  await type('drug');
  await see(`${row}.focused`, { hasText: 'Drug-induced asthma' });
  await press('Enter');
  await see(`${editor} .view-line`, { hasText: /93432008\s\|Drug-induced\sasthma\|/ });
  await save();
  await status('no problem');
  await see(`${editor} .codelens-decoration`, { hasText: 'used by' });
  await goTo(file, '195967001 |Asthma|', 3);
  await press('Control+k', 'Control+i');
  await see('.monaco-hover:not(.hidden)', { hasText: 'Active in the release' });
  const hover = await picture('code-hover');
  await press('Escape');
  await gone('.monaco-hover:not(.hidden)', { hasText: 'Active in the release' });
  return [around, hover];
}

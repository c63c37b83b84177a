const file = 'smr/iif_smr_01_examples.medopt';
const patient = 'expect "Moderate after severe" ';
/** In the list, or over it: the list is longer than the window. */
const failed = '.test-explorer .codicon-testing-failed-icon';

/** Expects the wrong thing of a patient and reads why it is not so; puts it right, and runs all examples. */
export async function examples({ page, open, goTo, press, type, see, gone, save, command, picture }) {
  await command('View: Close All Editor Groups');
  await page.locator('.activitybar a[aria-label^="Testing"]').first().click();
  await open(file);
  await see('.test-explorer .monaco-list-row');
  await goTo(file, `${patient}not in smr_iif_b`, patient.length);
  for (let letter = 0; letter < 'not '.length; letter++) await press('Delete');
  await save();
  await see(failed);
  await command('Test: Peek Output');
  await see('.test-output-peek', { hasText: 'What decided' });
  const why = await picture('examples');
  await press('Escape');
  await goTo(file, `${patient}in smr_iif_b`, patient.length);
  await type('not ');
  await save();
  await gone(failed);
  await command('MedOpt: Run All Examples');
  // What passed of what ran, as the view says it: dozens of dozens, and all.
  await page.waitForFunction(() => /\b(\d{2,})\/\1\b/.test(document.querySelector('.test-explorer')?.innerText ?? ''));
  return [why];
}

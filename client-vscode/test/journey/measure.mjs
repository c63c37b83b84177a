// How long a person waits: from going to the window until the first squiggle in a file with a fault is seen. It is said, and nothing depends on it.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { address } from '../window/server.mjs';
import { personAt } from './person.mjs';

/** Milliseconds, in a window that opens with the file in it, as it was left. */
export async function firstSquiggle({ context, server, workspace }) {
  const file = 'codes/conditions.medopt';
  const place = path.join(workspace, file);
  writeFileSync(place, readFileSync(place, 'utf8').replace('999009771000230104', '999009771000230105'));
  const page = await context.newPage();
  const person = personAt({ page, context }, { url: address(server.url, workspace), workspace });
  const squiggle = page.locator('.squiggly-error').first();
  await page.goto(person.url);
  await person.see('.monaco-workbench .statusbar-item', { hasText: 'MedOpt' });
  await person.open(file);
  await squiggle.waitFor();
  // A window that is closed as VS Code closes it keeps which files are open in it.
  const reloaded = page.waitForEvent('load');
  await person.command('Developer: Reload Window');
  await reloaded;
  await squiggle.waitFor();
  await page.goto('about:blank');
  const started = performance.now();
  await page.goto(person.url);
  await squiggle.waitFor();
  const milliseconds = Math.round(performance.now() - started);
  await page.close();
  return milliseconds;
}

import path from 'node:path';
import { pathToFileURL } from 'node:url';

const toast = '.notifications-toasts .notification-list-item';

/** Builds a pack from the view of protocols, looks at its files, and at its page in the browser. */
export async function build({ page, context, workspace, open, see, choose, command, picture }) {
  await command('View: Close All Editor Groups');
  await open('hrd_monitoring/lithium.medopt');
  await page.locator('.activitybar a[aria-label^="Explorer"]').first().click();
  await page.locator('.pane-header a[aria-label*="Collapse Folders"]').first().click();
  await page.locator('.activitybar a[aria-label^="Protocols"]').first().click();
  const pack = page.locator('.pane-body .monaco-list-row[aria-label*="High-risk drug monitoring: lithium"]').first();
  await pack.click();
  await pack.locator('a[aria-label*="Build Pack"]').click();
  await see(toast, { hasText: /Built hrd_lithium/ });
  await choose(`${toast} .monaco-button`, 'Open Folder');
  await page.locator('.explorer-folders-view .monaco-list-row[aria-label^="packs"]').click();
  await page.locator('.explorer-folders-view .monaco-list-row[aria-label^="hrd_lithium"]').first().click();
  await see('.explorer-folders-view .monaco-list-row', { hasText: 'emis' });
  const files = await picture('pack');
  const built = await context.newPage();
  await built.goto(pathToFileURL(path.join(workspace, 'dist', 'index.html')).href);
  await built.locator('h1').waitFor();
  const index = await picture('pack-page', { of: built });
  await built.close();
  return [files, index];
}

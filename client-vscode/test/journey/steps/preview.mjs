import { editor } from '../person.mjs';
import { file } from './open.mjs';

/** Opens the preview beside a cohort, and looks at it in its other forms. */
export async function preview({ page, open, goTo, press, see, picture }) {
  await press('Control+b');
  await open(file);
  await goTo(file, '"Reviewed already"', 3);
  await page.locator('.editor-actions a[aria-label*="Open Preview"]').first().click();
  const frame = page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');
  const shown = frame.frameLocator('#page');
  const pictures = [];
  for (const [name, kind, sign] of [['preview', 'Page', 'h1'], ['preview-rules', 'Rules', 'table'], ['preview-emis', 'EMIS', 'body'], ['preview-systmone', 'SystmOne', 'body'], ['preview-flow', 'Flow', 'svg.picture']]) {
    await frame.getByRole('tab', { name: kind }).click();
    await frame.getByRole('tab', { name: kind, selected: true }).waitFor();
    await shown.locator(sign).first().waitFor();
    await shown.locator('.medopt-current').first().waitFor();
    await see(`${editor} .view-line`);
    // The drawing and the table of rules begin below the words: scrolled to them, they are seen whole.
    if (kind === 'Flow') await shown.locator('svg.picture').evaluate((drawing) => drawing.scrollIntoView({ block: 'start' }));
    if (kind === 'Rules') await shown.locator('table', { hasText: 'Reviewed already' }).first().evaluate((table) => table.scrollIntoView({ block: 'start' }));
    if (kind !== 'SystmOne' && kind !== 'EMIS') pictures.push(await picture(name));
  }
  return pictures;
}

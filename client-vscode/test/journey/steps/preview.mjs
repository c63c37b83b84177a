import { file } from './open.mjs';

/** Opens the preview beside a cohort, and looks at it in its other forms. */
export async function preview({ page, open, goTo, press, see, picture }) {
  await press('Control+b');
  await open(file);
  await goTo(file, 'cohort smr_to_invite', 8);
  await page.locator('.editor-actions a[aria-label*="Open Preview"]').first().click();
  const frame = page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');
  const shown = frame.frameLocator('#page');
  await shown.locator('body', { hasText: 'To invite to a structured medication review' }).waitFor();
  await see('.tab.active', { hasText: file.split('/')[1] });
  const pictures = [await picture('preview')];
  for (const [name, label, sign] of [['preview-rules', 'Rules', 'Reject'], ['preview-flow', 'Flow', 'End of life']]) {
    await frame.getByRole('tab', { name: new RegExp(label, 'i') }).click();
    await shown.locator('body', { hasText: new RegExp(sign, 'i') }).waitFor();
    pictures.push(await picture(name));
  }
  return pictures;
}

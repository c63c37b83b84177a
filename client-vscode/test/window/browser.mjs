// Opens a window of VS Code in Chromium: a fresh profile, a fixed size, and what its console says kept.
import { chromiumArguments } from '../../../tests/suites/support.mjs';

/** The size of the window in the pictures, and how many points a pixel of it has. */
export const size = { width: 1280, height: 800 };

/** Gives `page`, its `context`, `said()` (the errors and warnings of its console) and `close()`. */
export async function openWindow(executablePath, { sharpness = 1 } = {}) {
  const { chromium } = await import('playwright-core');
  const browser = await chromium.launch({ executablePath, args: [...chromiumArguments, '--disable-lcd-text'] });
  const context = await browser.newContext({ viewport: size, deviceScaleFactor: sharpness, locale: 'en-GB', timezoneId: 'Europe/London', colorScheme: 'light', reducedMotion: 'reduce' });
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const page = await context.newPage();
  const lines = [];
  page.on('console', (message) => ['error', 'warning'].includes(message.type()) && lines.push(`${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => lines.push(`page error: ${error.stack ?? error.message}`));
  page.on('crash', () => lines.push('the page crashed'));
  return { page, context, said: () => lines.join('\n'), close: () => browser.close() };
}

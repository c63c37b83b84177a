// Checks pages for accessibility: node tests/pages/axe.mjs FILE.html …
// Each is looked at as a desktop, a telephone and paper show it. Prints every fault; exits 1 when there is one, 2 when nothing was checked.
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { chromium as findChromium, chromiumArguments } from '../suites/support.mjs';

const views = [
  { name: 'desktop', viewport: { width: 1280, height: 900 }, media: 'screen' },
  { name: 'telephone', viewport: { width: 360, height: 740 }, media: 'screen' },
  { name: 'paper', viewport: { width: 794, height: 1123 }, media: 'print' },
];

// WCAG 2.2 AA, and what axe counts as good practice: landmarks, the order of headings, the names of regions.
const runOnly = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** The faults of a page, each in a sentence; none for a good one. What takes most of the time is colours: unless `full`, not on the telephone, since no width changes one. */
export async function axe(browser, file, { full = true } = {}) {
  const faults = [];
  // The pages forbid scripts, and axe is one.
  const context = await browser.newContext({ bypassCSP: true });
  const page = await context.newPage();
  await page.goto(pathToFileURL(resolve(file)).href);
  await page.addScriptTag({ path: createRequire(import.meta.url).resolve('axe-core/axe.min.js') });
  for (const view of views) {
    await page.setViewportSize(view.viewport);
    await page.emulateMedia({ media: view.media });
    // Nobody presses a link on paper.
    const rules = { 'target-size': { enabled: view.media === 'screen' }, 'color-contrast': { enabled: full || view.name !== 'telephone' } };
    // What is in order is thousands of elements, and nobody reads them: sending them from the page took as long as finding them.
    const violations = await page.evaluate((options) => window.axe.run(document, options).then((result) => result.violations), { runOnly, rules, resultTypes: ['violations'] });
    for (const violation of violations) {
      const where = violation.nodes.slice(0, 5).map((node) => `\n  ${node.target.join(' ')}: ${node.failureSummary.split('\n').slice(1).join('; ').trim()}`);
      faults.push(`${view.name}: ${violation.id}: ${violation.help}${where.join('')}`);
    }
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    if (view.media === 'screen' && overflow > 1) faults.push(`${view.name}: the page is ${overflow} pixels wider than the screen`);
  }
  await context.close();
  return faults;
}

async function main(files) {
  const executablePath = findChromium();
  if (files.length === 0 || !executablePath) {
    console.error(files.length === 0 ? 'Name the HTML files to check.' : 'There is no Chromium.');
    return 2;
  }
  const { chromium } = await import('playwright-core');
  const browser = await chromium.launch({ executablePath, args: chromiumArguments });
  let count = 0;
  for (const file of files)
    for (const fault of await axe(browser, file)) {
      count++;
      console.error(`${file}: ${fault}`);
    }
  await browser.close();
  console.log(`${files.length} pages, ${count} faults`);
  return count === 0 ? 0 : 1;
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) process.exit(await main(process.argv.slice(2)));

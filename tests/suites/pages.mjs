// The pages of the shipped protocols and their previews, opened in Chromium: axe-core finds nothing.
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { previews } from '../pages/previews.mjs';
import { chromium, chromiumArguments, programBuilds, run, say } from './support.mjs';

/** A page of more bytes takes minutes: there is a smaller one of its kind in another pack, and the full run looks at all. */
const largest = 300_000;

export async function pages({ root, full }) {
  const browser = chromium();
  if (!browser) return { passed: 0, failed: 0, skipped: ['the pages were not opened: no Chromium is there, and it could not be installed'] };
  const folder = mkdtempSync(path.join(os.tmpdir(), 'medopt-pages-'));
  try {
    const program = path.join(root, 'server', 'PcnMedOpt.Tool', 'bin', 'Release', 'net10.0', 'medopt.dll');
    if (!(await programBuilds(root))) return { passed: 0, failed: 1, skipped: [] };
    const done = await run('dotnet', [program, 'build', 'protocols', '--out', folder, '--today', '2026-11-20'], { cwd: root });
    if (done.code !== 0 || !(await counted(program, root, folder))) return { passed: 0, failed: 1, skipped: [] };
    const beside = path.join(folder, 'previews');
    mkdirSync(beside);
    const [built, previewed] = [htmlFiles(folder), await previews(program, root, beside)];
    return await check(browser, full ? [...built, ...previewed] : [...chosen(built, 'pages', kindOfPage), ...chosen(previewed, 'previews', kindOfPreview)], { full });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Pages of counts over an extract with faults, as they leave a practice and as they do not. */
async function counted(program, root, folder) {
  // The program keeps its columns beside an extract.
  const extract = path.join(folder, 'extract');
  cpSync(path.join(root, 'tests', 'extracts', 'dirty'), extract, { recursive: true });
  const count = ['count', 'protocols', '--data', extract, '--on', '2026-11-20', '--cohort', 'smr_identified', '--measure', 'smr_delivery_this_year'];
  for (const [name, ...options] of [['suppressed'], ['open', '--no-suppression']])
    if ((await run('dotnet', [program, ...count, ...options, '--out', path.join(folder, `counts-${name}.html`)], { cwd: root })).code !== 0) return false;
  return true;
}

function htmlFiles(folder) {
  return readdirSync(folder, { recursive: true }).filter((file) => file.endsWith('.html')).sort().map((file) => path.join(folder, file));
}

/** As each page says above its title. */
const kindOfPage = (file) => /<p class="kind">([^<]*)</.exec(readFileSync(file, 'utf8'))?.[1] ?? path.basename(file);

const kindOfPreview = (file) => /-(\w+)\.html$/.exec(file)[1];

/** Files of one kind are of one making: of those that are not too large the largest and the smallest are looked at, and the full run looks at all. */
function chosen(files, what, kindOf) {
  const byKind = new Map();
  for (const file of files.filter((each) => statSync(each).size <= largest).sort((one, other) => statSync(one).size - statSync(other).size)) {
    const kind = kindOf(file);
    byKind.set(kind, [...(byKind.get(kind) ?? []), file]);
  }
  const some = [...new Set([...byKind.values()].flatMap((same) => [same[0], same.at(-1)]))];
  say(`${some.length} of ${files.length} ${what}, two of each kind; the others, and those above ${largest / 1000} KB, only in npm run test:full`);
  return some;
}

async function check(executablePath, files, options) {
  const playwright = await import('playwright-core');
  const { axe } = await import('../pages/axe.mjs');
  const browser = await playwright.chromium.launch({ executablePath, args: chromiumArguments });
  let passed = 0;
  let failed = 0;
  const waiting = [...files];
  const look = async () => {
    for (let file = waiting.shift(); file; file = waiting.shift()) {
      const faults = await axe(browser, file, options);
      for (const fault of faults) say(`${path.basename(path.dirname(file))}/${path.basename(file)}: ${fault}`);
      if (faults.length === 0) passed++;
      else failed++;
    }
  };
  await Promise.all([look(), look()]);
  await browser.close();
  if (files.length === 0) say('There are no pages.');
  return { passed, failed: failed + (files.length === 0 ? 1 : 0), skipped: [] };
}

// The pages of the shipped protocols, opened in Chromium: axe-core finds nothing.
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { chromium, chromiumArguments, run, say } from './support.mjs';

export async function pages({ root }) {
  const browser = chromium();
  if (!browser) return { passed: 0, failed: 0, skipped: ['the pages were not opened: no Chromium is there, and it could not be installed'] };
  const folder = mkdtempSync(path.join(os.tmpdir(), 'medopt-pages-'));
  try {
    const program = path.join(root, 'server', 'PcnMedOpt.Tool', 'bin', 'Release', 'net10.0', 'medopt.dll');
    await run('dotnet', ['build', 'server/PcnMedOpt.Tool', '--configuration', 'Release', '--nologo', '--verbosity', 'quiet'], { cwd: root });
    const built = await run('dotnet', [program, 'build', 'protocols', '--out', folder, '--today', '2026-11-20'], { cwd: root });
    if (built.code !== 0) return { passed: 0, failed: 1, skipped: [] };
    return await check(browser, htmlFiles(folder), root);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function htmlFiles(folder) {
  return readdirSync(folder, { recursive: true }).filter((file) => file.endsWith('.html')).sort().map((file) => path.join(folder, file));
}

async function check(executablePath, files, root) {
  const playwright = await import('playwright-core');
  const { axe } = await import('../pages/axe.mjs');
  const browser = await playwright.chromium.launch({ executablePath, args: chromiumArguments });
  let passed = 0;
  let failed = 0;
  for (const file of files) {
    const faults = await axe(browser, file, root);
    for (const fault of faults) say(`${path.basename(path.dirname(file))}/${path.basename(file)}: ${fault}`);
    if (faults.length === 0) passed++;
    else failed++;
  }
  await browser.close();
  if (files.length === 0) say('There are no pages.');
  return { passed, failed: failed + (files.length === 0 ? 1 : 0), skipped: [] };
}

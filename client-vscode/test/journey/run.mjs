// A pharmacist's journey through a real window, with the packaged extension: node test/journey/run.mjs [--pictures] [--vsix FILE]
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { chromium, ensureNodeModules, run, say } from '../../../tests/suites/support.mjs';
import { openWindow } from '../window/browser.mjs';
import { vscode } from '../window/install.mjs';
import { address, startServer } from '../window/server.mjs';
import { firstSquiggle } from './measure.mjs';
import { personAt } from './person.mjs';
import { steps } from './steps.mjs';

const client = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '');
const root = path.dirname(client);
const shown = path.join(client, 'media', 'pictures');
/** A page with larger pictures, in bytes, opens slowly. */
const largest = 160_000;

/** The day on which protocols are looked at, and a window in which a picture shows what it is about. */
const settings = {
  'medopt.today': '2026-11-20',
  'editor.minimap.enabled': false,
  'editor.stickyScroll.enabled': false,
};

/** Gives { passed, failed, skipped } as the suites of tests/run.mjs do. With `accept` the pictures of the documentation are replaced; with `measure` it is said how long a person waits. */
export async function runJourney({ accept = process.env.MEDOPT_ACCEPT === '1', measure = true, vsix } = {}) {
  const programs = vscode(say);
  const browser = chromium();
  const why = programs.why ?? (browser ? null : 'no Chromium is there, and it could not be installed');
  if (why) return { passed: 0, failed: 0, skipped: [`nobody went through the window of VS Code: ${why}`] };
  ensureNodeModules(client);
  const extension = vsix ?? (await packaged());
  if (!extension) return { passed: 0, failed: 1, skipped: [] };
  const folder = mkdtempSync(path.join(os.tmpdir(), 'medopt-journey-'));
  try {
    return await inWindow({ programs, browser, folder, extension, accept, measure });
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** The extension as people get it for this kind of computer; null when it cannot be made. */
async function packaged() {
  const done = await run(process.execPath, ['package.mjs', 'linux-x64'], { cwd: client });
  const file = /^(\S+\.vsix): /m.exec(done.output)?.[1];
  return done.code === 0 && file ? path.join(client, file) : null;
}

async function inWindow({ programs, browser, folder, extension, accept, measure }) {
  const [workspace, another] = ['journey', 'measured'].map((name) => path.join(folder, name, 'protocols'));
  for (const copy of [workspace, another]) cpSync(path.join(root, 'protocols'), copy, { recursive: true });
  const stores = path.join(folder, 'terminology');
  const server = await startServer(programs, { extensions: [extension], settings, environment: { MEDOPT_TERMINOLOGY: stores } });
  const window = await openWindow(browser);
  // For what never comes: nothing is measured against it.
  window.context.setDefaultTimeout(120_000);
  const person = personAt(window, { url: address(server.url, workspace), workspace });
  const counted = { passed: 0, failed: 0, skipped: [] };
  const taken = [];
  try {
    await window.page.goto(person.url);
    for (const [title, step] of steps) {
      const started = performance.now();
      taken.push(...(await step(person)));
      counted.passed++;
      say(`  ✔ ${title} (${Math.round(performance.now() - started)} ms)`);
    }
    if (accept) await keep(window.page, taken);
    if (measure) {
      // The starter pack is timed without the small release, in which most of its codes are not.
      rmSync(stores, { recursive: true, force: true });
      say(`  from going to the window to the first squiggle: ${await firstSquiggle({ context: window.context, server, workspace: another })} ms (measured, not tested)`);
    }
  } catch (error) {
    counted.failed++;
    const file = path.join(os.tmpdir(), 'medopt-journey.png');
    await window.context.pages().at(-1)?.screenshot({ path: file }).catch(() => {});
    say(`  ✖ ${steps[counted.passed]?.[0] ?? 'the pictures, and the time'}\n${error.stack}\n    the window then: ${file}\nThe console of the window:\n${window.said()}\nVS Code:\n${server.log()}`);
  } finally {
    await window.close();
    await server.stop();
  }
  return counted;
}

/** Writes the pictures for the documentation. */
async function keep(page, pictures) {
  const { withPalette } = await import('../window/indexed.mjs');
  mkdirSync(shown, { recursive: true });
  for (const { name, png } of pictures) {
    const small = await withPalette(page, png);
    say(`  ${name}.png: ${Math.round(small.length / 1000)} kB`);
    writeFileSync(path.join(shown, `${name}.png`), small);
    if (small.length > largest) throw new Error(`The picture ${name} has ${small.length} bytes.`);
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const args = process.argv.slice(2);
  const vsix = args.includes('--vsix') ? args[args.indexOf('--vsix') + 1] : undefined;
  const result = await runJourney({ ...(args.includes('--pictures') ? { accept: true } : {}), vsix });
  for (const why of result.skipped) say(`SKIPPED: ${why}`);
  console.log(`${result.passed} passed, ${result.failed} failed`);
  process.exit(result.failed === 0 ? 0 : 1);
}

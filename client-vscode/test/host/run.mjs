// Runs the tests of test/host in a real VS Code: node test/host/run.mjs [FILE…] [--grep TEXT] [--no-build]
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { chromium, ensureNodeModules, programBuilds, run, say } from '../../../tests/suites/support.mjs';
import { openWindow } from '../window/browser.mjs';
import { vscode } from '../window/install.mjs';
import { startServer, testAddress } from '../window/server.mjs';
import { releasesIn } from './releases.mjs';
import { follow } from './results.mjs';

const client = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '');
const root = path.dirname(client);
const program = path.join(root, 'server', 'PcnMedOpt.Tool', 'bin', 'Release', 'net10.0', 'medopt.dll');

/** The day on which the tests look at protocols. */
const today = '2026-11-20';

/** The tests run in a window whose folders are trusted, and those in `untrusted` in one whose folders are not. */
const windows = [{ below: '', trusted: true }, { below: 'untrusted', trusted: false }];

/** Gives { passed, failed, skipped } as the suites of tests/run.mjs do. */
export async function runHost({ names = [], grep = '', build = true } = {}) {
  const programs = vscode(say);
  if (programs.why) return { passed: 0, failed: 0, skipped: [`the extension was not tried in VS Code: ${programs.why}`] };
  const browser = chromium();
  if (!browser) return { passed: 0, failed: 0, skipped: ['the extension was not tried in VS Code: no Chromium is there, and it could not be installed'] };
  ensureNodeModules(client);
  if (build && !(await built())) return { passed: 0, failed: 1, skipped: [] };
  const { bundle, bundleTests } = await import('./build.mjs');
  const counted = { passed: 0, failed: 0, skipped: [] };
  for (const { below, trusted } of windows) {
    const files = await bundleTests(names, below);
    if (files.length === 0) continue;
    say(`Tests in VS Code: ${files.join(', ')}`);
    const folder = mkdtempSync(path.join(os.tmpdir(), 'medopt-host-'));
    try {
      const result = await inWindow({ programs, browser, folder, bundle, grep, trusted });
      counted.passed += result.passed;
      counted.failed += result.failed;
      counted.skipped.push(...result.skipped);
    } finally {
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    }
  }
  if (counted.passed + counted.failed > 0) return counted;
  say('No test ran.');
  return { ...counted, failed: 1 };
}

/** Builds the program and the extension. */
async function built() {
  const compiled = await programBuilds(root);
  const bundled = await run(process.execPath, ['build.mjs'], { cwd: client });
  if (bundled.code !== 0) say('The extension does not build.');
  return compiled && bundled.code === 0;
}

async function inWindow({ programs, browser, folder, bundle, grep, trusted }) {
  const results = path.join(folder, 'results.jsonl');
  writeFileSync(results, '');
  const environment = { MEDOPT_TEST_RESULTS: results, MEDOPT_TEST_GREP: grep, MEDOPT_TEST_RELEASES: releasesIn(folder), MEDOPT_TERMINOLOGY: path.join(folder, 'terminology') };
  const server = await startServer(programs, { tests: true, trusted, settings: { 'medopt.path': program, 'medopt.today': today }, environment });
  const window = await openWindow(browser);
  // For what never comes: a machine that is busy opens a window slowly.
  window.page.setDefaultTimeout(180_000);
  const pictures = [];
  try {
    await window.page.goto(testAddress(server.url, workspaceIn(folder), { extension: client, tests: bundle }));
    const over = Promise.race([server.ended.then(() => 'VS Code ended'), new Promise((resolve) => window.page.on('crash', () => resolve('the page crashed')))]);
    const result = await follow(results, { over, failed: () => pictures.push(picture(window.page, pictures.length)) });
    await Promise.all(pictures);
    if (result.failed > 0) say(`The console of the window:\n${window.said()}\nVS Code:\n${server.log()}\n${logs(server.folder)}`);
    return result;
  } finally {
    await window.close();
    await server.stop();
  }
}

/** A workspace with a copy of the starter pack, in which a test may add folders of its own. */
function workspaceIn(folder) {
  const workspace = path.join(folder, 'workspace');
  mkdirSync(workspace);
  cpSync(path.join(root, 'protocols'), path.join(workspace, 'protocols'), { recursive: true });
  const file = path.join(workspace, 'tests.code-workspace');
  writeFileSync(file, JSON.stringify({ folders: [{ path: 'protocols' }] }));
  return file;
}

/** Keeps how the window looked when a test failed. */
async function picture(page, index) {
  const file = path.join(os.tmpdir(), `medopt-host-${index}.png`);
  await page.screenshot({ path: file }).then(() => say(`    the window then: ${file}`), (error) => say(`    no picture of the window: ${error.message}`));
}

/** The ends of the logs: what the extension host complained of, and all that the extension said. */
function logs(folder) {
  const below = path.join(folder, 'user', 'logs');
  const files = existsSync(below) ? readdirSync(below, { recursive: true }) : [];
  const linesOf = (file) => readFileSync(path.join(below, file), 'utf8').split('\n');
  const host = files.filter((file) => path.basename(file) === 'remoteexthost.log').flatMap(linesOf).filter((line) => / \[error\] /.test(line));
  const own = files.filter((file) => /MedOpt.*\.log$/.test(path.basename(file))).flatMap(linesOf);
  return [...host.slice(-20), ...own.slice(-60)].join('\n');
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const args = process.argv.slice(2);
  const at = args.indexOf('--grep');
  const names = args.filter((arg, index) => !arg.startsWith('--') && (at < 0 || index !== at + 1));
  const result = await runHost({ names, grep: at < 0 ? '' : (args[at + 1] ?? ''), build: !args.includes('--no-build') });
  for (const why of result.skipped) say(`SKIPPED: ${why}`);
  console.log(`${result.passed} passed, ${result.failed} failed`);
  process.exit(result.failed === 0 ? 0 : 1);
}

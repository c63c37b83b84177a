// Runs every test from a clean clone, installing what it needs. One suite alone: npm test -- --suite pages
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { database } from './suites/database.mjs';
import { dotnet } from './suites/dotnet.mjs';
import { extension } from './suites/extension.mjs';
import { hearFailures } from './suites/failures.mjs';
import { host } from './suites/host.mjs';
import { journey } from './suites/journey.mjs';
import { lsp } from './suites/lsp.mjs';
import { office } from './suites/office.mjs';
import { pages } from './suites/pages.mjs';
import { ensureNodeModules, say } from './suites/support.mjs';

const suites = { dotnet, lsp, extension, host, pages, office, database, journey };
// LibreOffice and PostgreSQL work on one core each: side by side. The journey publishes the program for one system, after which everything is built again: it comes last.
const sideBySide = [['dotnet'], ['lsp'], ['extension'], ['host'], ['pages'], ['office', 'database'], ['journey']];
const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const args = process.argv.slice(2);
const full = args.includes('--full');
const chosen = args.includes('--suite') ? [args[args.indexOf('--suite') + 1]] : Object.keys(suites);
const unknown = chosen.find((name) => !(name in suites));
if (unknown) {
  console.error(`There is no suite '${unknown}'. The suites are ${Object.keys(suites).join(', ')}.`);
  process.exit(2);
}

async function take(name) {
  say(`=== ${name}`);
  const started = performance.now();
  const result = await suites[name]({ root, full });
  counts.push(`${name}: ${result.passed} passed, ${result.failed} failed, ${Math.round((performance.now() - started) / 1000)} s`);
  passed += result.passed;
  failed += result.failed;
  skipped.push(...result.skipped);
}

ensureNodeModules(root);
const failures = hearFailures();
let passed = 0;
let failed = 0;
const skipped = [];
const counts = [];
for (const together of sideBySide) await Promise.all(together.filter((name) => chosen.includes(name)).map(take));
for (const line of [...counts, ...failures()]) say(line);
for (const why of skipped) say(`SKIPPED: ${why}`);
if (skipped.length > 0 && process.env.CI === 'true') {
  say('Under CI=true nothing may be skipped.');
  failed += skipped.length;
}
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);

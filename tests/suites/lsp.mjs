// The language server as a process, spoken to with the library that editors use.
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { programBuilds, run, say } from './support.mjs';

export async function lsp({ root, full }) {
  if (!(await programBuilds(root))) return { passed: 0, failed: 1, skipped: [] };
  const folder = path.join('tests', 'lsp');
  const files = readdirSync(path.join(root, folder)).filter((name) => name.endsWith('.test.mjs')).sort().map((name) => path.join(folder, name));
  // The time limit is there for a server that does not answer: nothing is measured.
  const done = await run(process.execPath, ['--test', '--test-reporter=tap', `--test-timeout=${full ? 3_600_000 : 600_000}`, ...files], {
    cwd: root, quiet: true, env: { ...process.env, MEDOPT_FULL: full ? '1' : '' },
  });
  const count = (what) => Number(new RegExp(`^# ${what} (\\d+)$`, 'm').exec(done.output)?.[1] ?? 0);
  const failed = count('fail') + count('cancelled') || (done.code === 0 ? 0 : 1);
  if (failed > 0) say(done.output);
  say(`${count('pass')} tests of the language server passed, ${failed} failed`);
  return { passed: count('pass'), failed, skipped: count('skipped') > 0 ? [`${count('skipped')} tests of the language server`] : [] };
}

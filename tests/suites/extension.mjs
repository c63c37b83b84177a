// The editor extension without an editor: its types, its colours, and what of it needs no VS Code.
import path from 'node:path';
import { ensureNodeModules, programBuilds, run, say } from './support.mjs';

export async function extension({ root }) {
  const client = path.join(root, 'client-vscode');
  ensureNodeModules(client);
  if (!(await programBuilds(root))) return { passed: 0, failed: 1, skipped: [] };
  const done = await run('npm', ['test', '--silent'], { cwd: client, quiet: true, shell: process.platform === 'win32' });
  const count = (what) => Number(new RegExp(`^(?:#|ℹ) ${what} (\\d+)$`, 'm').exec(done.output)?.[1] ?? 0);
  const failed = count('fail') + count('cancelled') || (done.code === 0 && count('pass') > 0 ? 0 : 1);
  if (failed > 0) say(done.output);
  say(`${count('pass')} tests of the extension passed, ${failed} failed`);
  return { passed: count('pass'), failed, skipped: count('skipped') > 0 ? [`${count('skipped')} tests of the extension`] : [] };
}

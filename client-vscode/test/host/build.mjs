// Bundles the tests that run inside VS Code into one file: the entry and every *.test.ts of a folder.
import { build } from 'esbuild';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('.', import.meta.url));
export const bundle = path.join(folder, '..', '..', 'dist', 'test', 'host.js');

/** Bundles the test files in `below` whose names hold one of `names`, all of them when there is none; gives their names. */
export async function bundleTests(names, below = '') {
  const files = readdirSync(path.join(folder, below)).filter((file) => file.endsWith('.test.ts')).sort().map((file) => path.posix.join(below, file));
  const chosen = files.filter((file) => names.length === 0 || names.some((name) => file.includes(path.basename(name, '.test.ts'))));
  const loaders = chosen.map((file) => `${JSON.stringify(file)}: () => require(${JSON.stringify(`./${file}`)})`);
  await build({
    stdin: { contents: `import { runTests } from './entry';\nexport const run = () => runTests({ ${loaders.join(', ')} });`, resolveDir: folder, loader: 'ts' },
    outfile: bundle,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node22',
    external: ['vscode', 'mocha'],
    sourcemap: 'inline',
    logLevel: 'warning',
  });
  return chosen;
}

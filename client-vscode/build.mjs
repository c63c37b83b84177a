// Writes dist/, what the extension is made of besides its media: node build.mjs, and with --tests what tests run too.
import { build } from 'esbuild';
import { copyFileSync, cpSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { notices } from './notices.mjs';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

/** One file of JavaScript that needs nothing but VS Code and Node. */
export const bundled = {
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  external: ['vscode'],
  logLevel: 'warning',
  absWorkingDir: here('.'),
};

mkdirSync(here('dist'), { recursive: true });
const { metafile } = await build({ ...bundled, entryPoints: ['src/extension.ts'], outfile: 'dist/extension.js', minify: true, metafile: true });
await build({ ...bundled, entryPoints: ['webview/preview.ts'], outfile: 'dist/preview.js', platform: 'browser', format: 'iife', target: 'chrome128', minify: true });
writeFileSync(here('dist/NOTICES.md'), notices(Object.keys(metafile.inputs), here('.')));
// The protocols to begin from, without packs that were built among them.
rmSync(here('starter'), { recursive: true, force: true });
cpSync(here('../protocols'), here('starter'), { recursive: true, filter: (source) => source !== here('../protocols/dist') });
copyFileSync(here('../docs/schemas/medopt.schema.json'), here('dist/medopt.schema.json'));
if (process.argv.includes('--tests')) {
  const unit = readdirSync(here('test/unit')).filter((name) => name.endsWith('.test.ts')).map((name) => `test/unit/${name}`);
  await build({ ...bundled, entryPoints: unit, outdir: 'dist/test/unit', outExtension: { '.js': '.cjs' } });
}

// Writes dist/vsix/, the extension for each kind of computer: node package.mjs, or node package.mjs linux-x64 for one.
// The names of the kinds are those of VS Code: https://code.visualstudio.com/api/working-with-extensions/publishing-extension#platformspecific-extensions
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const here = fileURLToPath(new URL('.', import.meta.url));
const root = fileURLToPath(new URL('..', import.meta.url));
const { name, version } = JSON.parse(readFileSync(path.join(here, 'package.json'), 'utf8'));

/** The kinds of computers, with the names that .NET has for them; none: any computer that has .NET 10. */
const kinds = { 'win32-x64': 'win-x64', 'linux-x64': 'linux-x64', universal: undefined };

const asked = process.argv.slice(2);
const unknown = asked.find((kind) => !(kind in kinds));
if (unknown !== undefined) fail(`There is no kind '${unknown}'. The kinds are ${Object.keys(kinds).join(', ')}.`);

run('node', ['build.mjs']);
mkdirSync(path.join(here, 'dist', 'vsix'), { recursive: true });
const sizes = new Map();
for (const kind of asked.length > 0 ? asked : Object.keys(kinds)) {
  publish(kinds[kind]);
  const file = path.join('dist', 'vsix', `${name}-${kind}-${version}.vsix`);
  const target = kinds[kind] === undefined ? [] : ['--target', kind];
  run('node', [path.join('node_modules', '@vscode', 'vsce', 'vsce'), 'package', '--no-dependencies', '--skip-license', '--allow-missing-repository', '--no-rewrite-relative-links', ...target, '--out', file]);
  sizes.set(kind, statSync(path.join(here, file)).size);
  console.log(`${file}: ${megabytes(sizes.get(kind))} MB`);
}
if (sizes.size === Object.keys(kinds).length) writeSizes();

/** The program, as one file that needs nothing where the computer's kind is known, and else as libraries that dotnet starts. */
function publish(runtime) {
  const project = path.join(root, 'server', 'PcnMedOpt.Tool');
  rmSync(path.join(here, 'server'), { recursive: true, force: true });
  // A program that was compiled ahead together with its framework leaves parts that do not fit to one that was not.
  if (runtime !== undefined) rmSync(path.join(project, 'obj', 'Release', 'net10.0', runtime, 'R2R'), { recursive: true, force: true });
  const form = runtime === undefined
    ? ['-p:UseAppHost=false', '-p:PublishReadyToRun=false']
    : ['--runtime', runtime, '-p:PublishSingleFile=true', '-p:PublishReadyToRunComposite=false'];
  run('dotnet', ['publish', project, '--configuration', 'Release', '--output', path.join(here, 'server'), '--nologo', '--verbosity', 'quiet', '-p:DebugType=none', '-p:RunAnalyzers=false', ...form]);
}

/** The sizes stand in the README, and are those of the last time that all were made. */
function writeSizes() {
  const file = path.join(here, 'README.md');
  const before = readFileSync(file, 'utf8');
  const after = [...sizes].reduce((text, [kind, size]) => text.replace(new RegExp(`(\\| \`${name}-${kind}-)[^|]*\\|[^|]*\\|`), `$1${version}.vsix\` | ${megabytes(size)} MB |`), before);
  if (after !== before) writeFileSync(file, after);
}

function megabytes(bytes) {
  const size = bytes / 1e6;
  return size < 10 ? size.toFixed(1) : size.toFixed(0);
}

function run(command, args) {
  const done = spawnSync(command, args, { cwd: here, stdio: ['ignore', 'pipe', 'pipe'], encoding: 'utf8', shell: false });
  if (done.status !== 0) fail(`${command} ${args.join(' ')}\n${done.stdout ?? ''}${done.stderr ?? ''}${done.error ?? ''}`);
}

function fail(why) {
  console.error(why);
  process.exit(1);
}

// What the suites share: running programs, finding and installing what they need.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';

export const say = (text) => console.log(text);

/** Runs a program, shows what it writes, and gives its exit code and standard output. */
export function run(command, args, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    child.stdout.on('data', (data) => {
      output += data;
      if (!options.quiet) process.stdout.write(data);
    });
    child.stderr.on('data', (data) => {
      if (!options.quiet) process.stderr.write(data);
      else output += data;
    });
    child.on('error', (error) => resolve({ code: 127, output: String(error) }));
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

/** Every project is in it. */
export const solution = 'PcnMedOpt.sln';

const built = new Map();

/** Builds what is in `project`, below the root, as it is released, once in a run; gives whether it does, and says so when it does not. */
export function builds(root, project, what) {
  if (built.has(solution)) return built.get(solution);
  if (!built.has(project)) built.set(project, build(root, project, what));
  return built.get(project);
}

async function build(root, project, what) {
  const { code } = await run('dotnet', ['build', project, '--configuration', 'Release', '--nologo', '--verbosity', 'quiet'], { cwd: root });
  if (code !== 0) say(`${what} not build.`);
  return code === 0;
}

export const programBuilds = (root) => builds(root, 'server/PcnMedOpt.Tool', 'The program does');

/** Installs the packages of a folder, unless those that its package.json names are there in the versions that it names. */
export function ensureNodeModules(folder) {
  const { dependencies = {}, devDependencies = {} } = packageOf(folder);
  const wanted = Object.entries({ ...dependencies, ...devDependencies });
  if (wanted.every(([name, version]) => packageOf(path.join(folder, 'node_modules', name)).version === version)) return;
  say(`Installing the packages of ${path.basename(folder)} (npm ci)…`);
  const done = spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: folder, stdio: 'inherit', shell: process.platform === 'win32' });
  if (done.status !== 0) process.exit(2);
}

function packageOf(folder) {
  const file = path.join(folder, 'package.json');
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
}

/** The path of a Chromium, installing Debian's when that is possible; null when there is none. */
export function chromium() {
  const places = ['/usr/bin/chromium', '/usr/bin/google-chrome', '/usr/bin/chromium-browser', process.env.CHROMIUM].filter(Boolean);
  const found = () => places.find((place) => existsSync(place)) ?? null;
  if (found() || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return found();
  say('Installing Chromium (apt-get)…');
  spawnSync('apt-get', ['update', '-qq'], { stdio: 'ignore' });
  spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-dejavu', 'fonts-noto-core'], { stdio: 'ignore', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } });
  return found();
}

/** The path of LibreOffice, installing Debian's when that is possible; null when there is none. */
export function libreOffice() {
  const places = ['/usr/bin/soffice', '/usr/lib/libreoffice/program/soffice', '/Applications/LibreOffice.app/Contents/MacOS/soffice', process.env.MEDOPT_SOFFICE].filter(Boolean);
  const found = () => places.find((place) => existsSync(place)) ?? null;
  if (found() || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return found();
  say('Installing LibreOffice (apt-get)…');
  spawnSync('apt-get', ['update', '-qq'], { stdio: 'ignore' });
  spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'libreoffice-calc', 'libreoffice-writer'], { stdio: 'ignore', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } });
  return found();
}

/** The folder of PostgreSQL's programs, installing Debian's when that is possible; null when there is none. */
export function postgres() {
  const versions = '/usr/lib/postgresql';
  const places = () => [
    process.env.MEDOPT_POSTGRES,
    ...(existsSync(versions) ? readdirSync(versions).sort((a, b) => Number(b) - Number(a)).map((version) => path.join(versions, version, 'bin')) : []),
    '/opt/homebrew/bin',
  ].filter(Boolean);
  const found = () => places().find((place) => existsSync(path.join(place, 'initdb'))) ?? null;
  if (found() || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return found();
  say('Installing PostgreSQL (apt-get)…');
  spawnSync('apt-get', ['update', '-qq'], { stdio: 'ignore' });
  spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'postgresql'], { stdio: 'ignore', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } });
  return found();
}

/** What a run of PcnMedOpt.Tests came to; tests that another suite runs are not counted. */
export function summaryOf(run, skippedAs) {
  const summary = /Total: (\d+), Errors: (\d+), Failed: (\d+), Skipped: (\d+), Not Run: (\d+)/.exec(run.output);
  if (!summary) {
    say('The tests did not come to their end.');
    return { passed: 0, failed: 1, skipped: [] };
  }
  const [total, errors, failures, skips, others] = summary.slice(1).map(Number);
  const failed = errors + failures || (run.code === 0 ? 0 : 1);
  return { passed: total - failures - skips - others, failed, skipped: skips > 0 ? [`${skips} ${skippedAs}`] : [] };
}

/** How Chromium is started in a test: headless, without what it does by itself, with a fresh profile. */
export const chromiumArguments = [
  '--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run',
];

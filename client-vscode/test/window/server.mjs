// Starts VS Code in a browser on a free port, with fresh folders for everything that it keeps, and stops all of it.
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** What a person's window has when nobody sells them anything: no telemetry, no welcome, no chat, and a folder that is trusted. */
const userSettings = {
  'telemetry.telemetryLevel': 'off',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'chat.disableAIFeatures': true,
  'security.workspace.trust.enabled': false,
  'extensions.autoUpdate': false,
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
  'git.enabled': false,
  'window.commandCenter': false,
  'workbench.layoutControl.enabled': false,
  'workbench.editor.empty.hint': 'hidden',
};

/** The same in a folder that nobody has said they trust, and about which VS Code does not ask. */
const untrusted = { 'security.workspace.trust.enabled': true, 'security.workspace.trust.startupPrompt': 'never', 'security.workspace.trust.banner': 'never' };

/** Where VS Code asks for other extensions: nowhere. */
const noGallery = JSON.stringify({ serviceUrl: '', itemUrl: '', resourceUrlTemplate: '' });

/** The groups of processes that run: they end with this one, whatever ends it. */
const running = new Set();
process.on('exit', () => running.forEach(endGroup));
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => process.exit(130));

/**
 * Starts the server. `programs` are those of install.mjs; `extensions` are VSIX files to install first;
 * `trusted` says whether its folders are;
 * with `tests` the window takes the extension and its tests from the address, as `testAddress` makes it.
 * Gives `url`, `log()`, `ended` (a promise, of the server's end) and `stop()`.
 */
export async function startServer(programs, { settings = {}, extensions = [], tests = false, trusted = true, environment = {} } = {}) {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'medopt-vscode-'));
  const places = ['--config', path.join(folder, 'config.yaml'), '--user-data-dir', path.join(folder, 'user'), '--extensions-dir', path.join(folder, 'extensions')];
  writeFileSync(path.join(folder, 'config.yaml'), 'cert: false\n');
  // What belongs to the machine, as the path of a program, is read from the settings of the machine that the server runs on.
  for (const of of ['User', 'Machine']) {
    mkdirSync(path.join(folder, 'user', of), { recursive: true });
    writeFileSync(path.join(folder, 'user', of, 'settings.json'), JSON.stringify({ ...userSettings, ...(trusted ? {} : untrusted), ...settings }, null, 2));
  }
  const env = { ...withoutNode(process.env), EXTENSIONS_GALLERY: noGallery, ...environment };
  for (const extension of extensions) {
    const done = spawnSync(programs.node, [programs.codeServer, ...places, '--install-extension', extension], { env, encoding: 'utf8' });
    if (done.status !== 0) {
      rmSync(folder, { recursive: true, force: true });
      throw new Error(`${extension} could not be installed:\n${done.stdout}${done.stderr}`);
    }
  }
  const driver = tests ? ['--vscode-option', 'enable-smoke-test-driver'] : [];
  const own = ['--auth', 'none', '--bind-addr', '127.0.0.1:0', '--disable-telemetry', '--disable-update-check', '--ignore-last-opened', ...(trusted ? ['--disable-workspace-trust'] : [])];
  const child = spawn(programs.node, [programs.codeServer, ...places, ...own, ...driver], { env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
  running.add(child);
  let log = '';
  const ended = new Promise((resolve) => child.on('close', resolve));
  const stop = async () => {
    endGroup(child);
    await ended;
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  };
  const url = await new Promise((resolve, reject) => {
    const read = (data) => {
      log += data;
      const address = /HTTP server listening on (http:\/\/[\d.]+:\d+)/.exec(log);
      if (address) resolve(address[1]);
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    ended.then(() => reject(new Error(`VS Code did not start:\n${log}`)));
  }).catch(async (error) => {
    await stop();
    throw error;
  });
  return { url, log: () => log, ended, stop, folder };
}

/** The address of a window on a folder or a .code-workspace file. */
export function address(url, workspace) {
  return `${url}/?${workspace.endsWith('.code-workspace') ? 'workspace' : 'folder'}=${encodeURIComponent(workspace)}`;
}

/** The same for a window that takes the extension from its source folder and runs tests in it. */
export function testAddress(url, workspace, { extension, tests }) {
  const remote = `vscode-remote://${new URL(url).host}`;
  const payload = [['extensionDevelopmentPath', `${remote}${extension}`], ['extensionTestsPath', `${remote}${tests}`]];
  return `${address(url, workspace)}&payload=${encodeURIComponent(JSON.stringify(payload))}`;
}

/** Ends a server with all that it started: they are one group of processes. */
function endGroup(child) {
  if (!running.delete(child)) return;
  try {
    process.kill(-child.pid, 'SIGKILL');
  } catch {
    // It has ended by itself.
  }
}

/** What another Node.js or another VS Code told this process is nothing for the server. */
function withoutNode(environment) {
  return Object.fromEntries(Object.entries(environment).filter(([name]) => !/^(NODE_|npm_|VSCODE_|CODE_SERVER_)/.test(name)));
}

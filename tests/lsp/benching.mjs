// What the benchmarks of the language server share: a client on Node against the real process, documents, and how times are shown.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import rpc from 'vscode-jsonrpc/node';

export const now = () => performance.now();
export const shown = (times) => {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))].toFixed(1);
  return `median ${at(0.5)} ms, p95 ${at(0.95)} ms, largest ${at(1)} ms, of ${sorted.length}`;
};
export const say = (what, figure) => console.log(`${what.padEnd(72)} ${figure}`);
const uri = (file) => pathToFileURL(file).href;

const capabilities = {
  workspace: { workspaceEdit: { documentChanges: true }, diagnostics: { refreshSupport: true } },
  textDocument: { diagnostic: {}, completion: { completionItem: { snippetSupport: true } } },
};

export async function start(program, folder, environment = {}) {
  const begun = now();
  const child = spawn(program, ['lsp', '--today', '2026-11-20'], { stdio: ['pipe', 'pipe', 'inherit'], env: { ...process.env, ...environment } });
  const connection = rpc.createMessageConnection(new rpc.StreamMessageReader(child.stdout), new rpc.StreamMessageWriter(child.stdin));
  let refreshed = () => {};
  const judged = new Promise((resolve) => (refreshed = resolve));
  connection.onRequest('workspace/diagnostic/refresh', () => refreshed());
  connection.onRequest(() => null);
  connection.onNotification(() => {});
  connection.listen();
  await connection.sendRequest('initialize', { processId: process.pid, rootUri: uri(folder), capabilities });
  const initialized = now() - begun;
  return { child, connection, initialized, judged };
}

export async function stop({ child, connection }) {
  const ended = new Promise((resolve) => child.on('close', resolve));
  await connection.sendRequest('shutdown');
  await connection.sendNotification('exit');
  await ended;
  connection.dispose();
}

export function memory(pid) {
  const text = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8');
  const part = (name) => Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(text)[1]);
  const [all, own] = [part('Private_Clean') + part('Private_Dirty'), part('Anonymous')].map((size) => Math.round(size / 1024));
  return `${all} MB private, ${own} MB without mapped files, ${Math.round(part('Rss') / 1024)} MB resident`;
}

export class Document {
  constructor(server, file) {
    Object.assign(this, { server, uri: uri(file), text: readFileSync(file, 'utf8'), version: 1 });
  }

  open() {
    return this.server.connection.sendNotification('textDocument/didOpen', { textDocument: { uri: this.uri, languageId: 'medopt', version: 1, text: this.text } });
  }

  position(offset) {
    const before = this.text.slice(0, offset).split('\n');
    return { line: before.length - 1, character: before.at(-1).length };
  }

  replace(from, to, text) {
    const range = { start: this.position(from), end: this.position(to) };
    this.text = this.text.slice(0, from) + text + this.text.slice(to);
    return this.server.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri: this.uri, version: ++this.version }, contentChanges: [{ range, text }],
    });
  }

  ask(method, more = {}) {
    return this.server.connection.sendRequest(method, { textDocument: { uri: this.uri }, ...more });
  }
}

// An editor for the tests: the real server as a process, spoken to with the library that editors use. Nothing here waits for time to pass.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { Transform } from 'node:stream';
import path from 'node:path';
import { after } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { createProtocolConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver-protocol/node';
import { capabilities as everything } from './capabilities.mjs';

export const root = path.dirname(path.dirname(path.dirname(fileURLToPath(import.meta.url))));
/** A folder that is not there, so that no test is told by a release of whoever runs it. */
const noTerminology = path.join(root, 'tests', 'lsp', 'no-terminology');

export const program = process.env.MEDOPT_PROGRAM ?? path.join(root, 'server', 'PcnMedOpt.Tool', 'bin', 'Release', 'net10.0', 'medopt.dll');
export const uriOf = (file) => pathToFileURL(file).href;

/** Servers that still run; a test that fails leaves its own behind, and the run must end all the same. */
const running = new Set();
after(() => running.forEach((child) => child.kill('SIGKILL')));

export function spawnServer(args, env = {}) {
  const child = spawn('dotnet', [program, 'lsp', ...args], { stdio: ['pipe', 'pipe', 'pipe'], env: { ...process.env, MEDOPT_TERMINOLOGY: noTerminology, ...env } });
  running.add(child);
  child.on('close', () => running.delete(child));
  return child;
}

/** Starts a server on folders, as an editor that can do everything unless `capabilities` says otherwise. */
export async function start({ folders = [], capabilities = everything, processId = process.pid, args = [], env = {} } = {}) {
  const editor = new Editor(args, env);
  editor.initialized = await editor.request('initialize', {
    processId,
    clientInfo: { name: 'tests' },
    rootUri: folders.length > 0 ? uriOf(folders[0]) : null,
    workspaceFolders: folders.map((folder) => ({ uri: uriOf(folder), name: path.basename(folder) })),
    capabilities,
  });
  editor.capabilities = editor.initialized.capabilities;
  await editor.notify('initialized', {});
  return editor;
}

export class Editor {
  documents = new Map();
  notifications = [];
  asked = [];
  complaints = '';
  waiting = [];

  constructor(args = [], env = {}) {
    this.child = spawnServer(['--today', '2026-11-20', ...args], env);
    this.child.stderr.on('data', (data) => (this.complaints += data));
    this.ended = new Promise((resolve) => this.child.on('close', (code, signal) => resolve(code ?? signal)));
    this.purity = new Purity();
    this.connection = createProtocolConnection(new StreamMessageReader(this.child.stdout.pipe(this.purity)), new StreamMessageWriter(this.child.stdin));
    this.connection.onRequest((method, params) => this.answer(method, params));
    this.connection.onNotification((method, params) => this.arrived({ method, params }));
    this.connection.listen();
    this.ended.then(() => this.connection.dispose());
  }

  request(method, params, token) {
    if (params === undefined) return this.connection.sendRequest(method);
    return token ? this.connection.sendRequest(method, params, token) : this.connection.sendRequest(method, params);
  }

  notify(method, params) {
    return params === undefined ? this.connection.sendNotification(method) : this.connection.sendNotification(method, params);
  }

  /** What the editor answers when the server asks. */
  answer(method, params) {
    this.asked.push({ method, params });
    this.arrived({ method, params });
    return method === 'workspace/configuration' ? params.items.map(() => null) : null;
  }

  arrived(message) {
    this.notifications.push(message);
    this.waiting = this.waiting.filter(({ fits, resolve }) => !(fits(message) && (resolve(message), true)));
  }

  /** The first message of the server that fits, whether it has come already or is to come. */
  first(fits) {
    const come = this.notifications.find(fits);
    return come ? Promise.resolve(come) : this.next(fits);
  }

  /** The next message of the server that fits. */
  next(fits) {
    return new Promise((resolve) => this.waiting.push({ fits, resolve }));
  }

  async open(uri, text, languageId = 'medopt') {
    const document = new Document(this, uri, text);
    this.documents.set(uri, document);
    await this.notify('textDocument/didOpen', { textDocument: { uri, languageId, version: document.version, text } });
    return document;
  }

  /** Says goodbye, and holds that the server went in order and that its standard output carried the protocol alone. */
  async stop() {
    await this.request('shutdown');
    await this.notify('exit');
    assert.equal(await this.ended, 0, this.complaints);
    this.purity.assertClean();
  }
}

/** A text as the editor has it; every change is sent as the stretch that changed. */
export class Document {
  version = 1;

  constructor(editor, uri, text) {
    Object.assign(this, { editor, uri, text });
  }

  get id() {
    return { textDocument: { uri: this.uri } };
  }

  /** The line and character of an offset; a line ends with LF, CRLF or a CR alone, as the protocol says. */
  at(offset) {
    let [line, start] = [0, 0];
    for (const end of this.text.slice(0, offset).matchAll(/\r\n|\n|\r/g)) {
      const after = end.index + end[0].length;
      if (end[0] === '\r' && this.text[after] === '\n') continue;
      line++;
      start = after;
    }
    return { line, character: offset - start };
  }

  /** A place: where `$0` stands in a piece of the text. */
  place(marked) {
    const at = this.text.indexOf(marked.replace('$0', ''));
    assert.notEqual(at, -1, `'${marked}' does not stand in ${this.uri}`);
    return { ...this.id, position: this.at(at + marked.indexOf('$0')) };
  }

  range(from = 0, to = this.text.length) {
    return { start: this.at(from), end: this.at(to) };
  }

  /** Changes stretches of the text one after the other, and sends them together. */
  change(...stretches) {
    const contentChanges = stretches.map(({ from, to, text }) => {
      const range = this.range(from, to);
      this.text = this.text.slice(0, from) + text + this.text.slice(to);
      return { range, text };
    });
    return this.send(contentChanges);
  }

  replace(from, to, text) {
    return this.change({ from, to, text });
  }

  replaceAll(text) {
    this.text = text;
    return this.send([{ text }]);
  }

  send(contentChanges) {
    return this.editor.notify('textDocument/didChange', { textDocument: { uri: this.uri, version: ++this.version }, contentChanges });
  }

  ask(method, more = {}) {
    return this.editor.request(method, { ...this.id, ...more });
  }

  close() {
    this.editor.documents.delete(this.uri);
    return this.editor.notify('textDocument/didClose', this.id);
  }
}

/** Lets bytes through, and remembers the first that are no frame of the protocol. */
class Purity extends Transform {
  rest = Buffer.alloc(0);
  fault = null;

  _transform(bytes, encoding, done) {
    this.rest = this.fault ? this.rest : Buffer.concat([this.rest, bytes]);
    while (!this.fault && this.rest.length > 0) {
      const head = /^Content-Length: (\d+)\r\n\r\n/.exec(this.rest.subarray(0, 40).toString('latin1'));
      if (!head && this.rest.length < 40 && !this.rest.includes('\r\n\r\n') && 'Content-Length: '.startsWith(this.rest.subarray(0, 16).toString('latin1'))) break;
      if (!head) this.fault = `Standard output carries something that is not the protocol: ${this.rest.subarray(0, 200)}`;
      else if (this.rest.length < head[0].length + Number(head[1])) break;
      else this.rest = this.rest.subarray(head[0].length + Number(head[1]));
    }
    done(null, bytes);
  }

  assertClean() {
    assert.equal(this.fault, null);
    assert.equal(this.rest.length, 0, 'Standard output ended inside a message');
  }
}

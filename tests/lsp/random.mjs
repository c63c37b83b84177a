// Random edits to a copy of the shipped protocols, as a hurried and careless author makes them. The same seed makes the same edits.
import { readFileSync, readdirSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { uriOf } from './client.mjs';

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
export function chances(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const pieces = [
  'a', 'e', ' ', ' ', '\n', '\n  ', '\r\n', '\r', '{', '}', '"', '"""', '[', ']', ',', ':', '//', '///', '(', ')', '<<', '>=', '0', '7', 'é', '💊', '\t', '\u00a0',
  'include', 'exclude', 'any', 'all', 'not ', ' and ', ' or ', 'cohort x "X" {\n}\n', 'codes y "Y" snomed { 195967001 |Asthma| }\n', 'recorded in last 12 months', 'age >= 18 years',
  'structured_medication_review recorded', 'in smr_identified', 'evidence e "E"', 'guide "G" """\n  text\n  """\n', 'parameter p "P" = 3 months', ' mg', 'mmol/L', '2026-02-30',
];
const opened = 6;

/** One author at one editor. `edit` does one random thing and sends it. */
export class Author {
  constructor(editor, folder, seed) {
    Object.assign(this, { editor, folder, chance: chances(seed), undos: new Map(), original: new Map() });
  }

  below(number) {
    return Math.floor(this.chance() * number);
  }

  pick(list) {
    return list[this.below(list.length)];
  }

  files() {
    return readdirSync(this.folder, { recursive: true }).filter((name) => name.endsWith('.medopt')).sort().map((name) => path.join(this.folder, name));
  }

  documents() {
    return [...this.editor.documents.values()];
  }

  async edit() {
    this.current = this.editor.documents.get(this.current?.uri);
    if (!this.current || this.chance() < 0.06) await this.turn();
    const document = this.current;
    const roll = this.chance();
    if (roll < 0.4) return this.replace(document, this.place(document), 0, this.pick(pieces));
    if (roll < 0.55) return this.replace(document, this.place(document), 1 + this.below(this.chance() < 0.05 ? 2000 : 40), '');
    if (roll < 0.65) return this.replace(document, this.place(document), this.below(30), this.slice(this.pick(this.documents()).text));
    if (roll < 0.85) return this.undo(document);
    if (roll < 0.9) return this.many(document);
    if (roll < 0.95) return this.save(document);
    if (roll < 0.98) return this.renameName(document);
    return this.renameFile(document);
  }

  /** Goes to another document: what was done to the one before is mostly taken back first, so that the project stays one that means something. */
  async turn() {
    if (this.current && this.chance() < 0.7) await this.restore(this.current);
    const file = this.pick(this.files());
    if (!this.editor.documents.has(uriOf(file))) {
      while (this.editor.documents.size >= opened) await this.pick(this.documents()).close();
      const text = readFileSync(file, 'utf8');
      if (!this.original.has(uriOf(file))) this.original.set(uriOf(file), text);
      await this.editor.open(uriOf(file), text);
    }
    this.current = this.editor.documents.get(uriOf(file));
  }

  async restore(document) {
    const text = this.original.get(document.uri);
    if (text !== undefined && text !== document.text) await document.replaceAll(text);
    this.undos.delete(document.uri);
  }

  /** An offset at which an editor can put its cursor: not inside CRLF, not inside a surrogate pair. */
  place(document, at = this.below(document.text.length + 1)) {
    const inside = /\r\n|[\ud800-\udbff][\udc00-\udfff]/.test(document.text.slice(Math.max(0, at - 1), at + 1)) && at > 0;
    return inside ? at - 1 : at;
  }

  slice(text) {
    const from = this.below(text.length + 1);
    return text.slice(from, from + this.below(600)).replace(/^[\udc00-\udfff]|[\ud800-\udbff]$/g, '');
  }

  async replace(document, from, length, text) {
    const to = Math.max(from, this.place(document, Math.min(document.text.length, from + length)));
    this.remember(document, from, to, text);
    await document.replace(from, to, text);
  }

  remember(document, from, to, text) {
    const undos = this.undos.get(document.uri) ?? [];
    undos.push(document.text);
    this.undos.set(document.uri, undos.slice(-20));
  }

  /** Takes the last change back, as the one stretch in which the two texts differ. */
  async undo(document) {
    const before = this.undos.get(document.uri)?.pop();
    if (before === undefined) return;
    const now = document.text;
    let [start, end] = [0, 0];
    while (start < Math.min(now.length, before.length) && now[start] === before[start]) start++;
    start = Math.max(0, start - 2);
    while (end < Math.min(now.length, before.length) - start && now[now.length - 1 - end] === before[before.length - 1 - end]) end++;
    end = Math.max(0, end - 2);
    await document.replace(start, now.length - end, before.slice(start, before.length - end));
  }

  /** Several stretches in one message, each on the text that the one before left. */
  async many(document) {
    this.remember(document);
    const stretches = [];
    const copy = Object.assign(Object.create(Object.getPrototypeOf(document)), document, { editor: { notify() {} } });
    for (let i = 0; i < 2 + this.below(3); i++) {
      const from = this.place(copy);
      const stretch = { from, to: Math.max(from, this.place(copy, Math.min(copy.text.length, from + this.below(10)))), text: this.pick(pieces) };
      stretches.push(stretch);
      copy.replace(stretch.from, stretch.to, stretch.text);
    }
    await document.change(...stretches);
  }

  async save(document) {
    writeFileSync(fileURLToPath(document.uri), document.text);
    await this.editor.notify('textDocument/didSave', document.id);
    await this.changed([document.uri, 2]);
  }

  changed(...files) {
    return this.editor.notify('workspace/didChangeWatchedFiles', { changes: files.map(([uri, type]) => ({ uri, type })) });
  }

  /** A name gets another everywhere, where the server can and does not refuse. */
  async renameName(document) {
    if (!this.editor.capabilities.renameProvider) return;
    const names = [...document.text.matchAll(/\b[a-z]+_[a-z_]+\b/g)];
    if (names.length === 0) return;
    const position = document.at(this.pick(names).index);
    const edit = await this.editor.request('textDocument/rename', { ...document.id, position, newName: `renamed_${this.below(1000)}` }).catch((error) => {
      if (error.code !== -32803 && error.code !== -32801) throw error;
      return null;
    });
    for (const { textDocument, edits } of edit?.documentChanges ?? []) await this.apply(textDocument.uri, edits);
  }

  /** The edits of the server: in the editor where the document is open, else on the disk. */
  async apply(uri, edits) {
    const open = this.editor.documents.get(uri);
    const document = open ?? Object.assign(Object.create(Object.getPrototypeOf(this.current)), { uri, text: readFileSync(fileURLToPath(uri), 'utf8'), editor: { notify() {} } });
    if (open) this.remember(open);
    const stretches = edits.map(({ range, newText }) => ({ from: offsetIn(document.text, range.start), to: offsetIn(document.text, range.end), text: newText }));
    await document.change(...stretches.sort((a, b) => b.from - a.from));
    if (open) return;
    writeFileSync(fileURLToPath(uri), document.text);
    await this.changed([uri, 2]);
  }

  /** The file gets another name on the disk, and the document is opened under it. */
  async renameFile(document) {
    const [from, to] = [fileURLToPath(document.uri), path.join(path.dirname(fileURLToPath(document.uri)), `renamed_${this.below(1000)}.medopt`)];
    if (this.files().includes(to)) return;
    const { text, uri } = document;
    renameSync(from, to);
    await document.close();
    await this.editor.open(uriOf(to), text);
    await this.changed([uri, 3], [uriOf(to), 1]);
    this.original.set(uriOf(to), this.original.get(uri) ?? text);
    this.current = this.editor.documents.get(uriOf(to));
  }
}

export function offsetIn(text, { line, character }) {
  const starts = [0, ...[...text.matchAll(/\r\n|\n|\r/g)].map((end) => end.index + end[0].length)];
  return starts[line] + character;
}

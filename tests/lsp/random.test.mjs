// A long session of random edits. After every hundred, everything that the server says is what a fresh server says of the same texts: nothing that it
// keeps between edits is ever stale, and it keeps no more than it needs. Another session: MEDOPT_SEED=2 MEDOPT_EDITS=500 node --test tests/lsp/random.test.mjs
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { isDeepStrictEqual } from 'node:util';
import { start } from './client.mjs';
import { shipped } from './projects.mjs';
import { Author, chances } from './random.mjs';

const seed = Number(process.env.MEDOPT_SEED ?? 1);
const edits = Number(process.env.MEDOPT_EDITS ?? (process.env.MEDOPT_FULL === '1' ? 10_000 : 500));
const between = 100;

/**
 * 100 MB, in hexadecimal as .NET wants it, for all objects of the server: one that keeps more with every edit comes to its end, and does not end well.
 * Without a limit the collector takes what the machine has, and what is resident says nothing.
 */
const memoryLimit = '0x6400000';

/** Answers that an editor gets when it has changed the text meanwhile. */
const stale = new Set([-32801, -32802]);

test(`${edits} random edits, seed ${seed}`, async (t) => {
  const folder = shipped(t);
  const editor = await start({ folders: [folder], env: { DOTNET_GCHeapHardLimit: memoryLimit } });
  const author = new Author(editor, folder, seed);
  const places = chances(seed + 1);
  const view = new View(editor);
  const memory = [];
  for (let done = 0; done < edits; ) {
    const asked = [];
    for (let i = 0; i < between; i++, done++) {
      await author.edit();
      if (places() < 0.3) asked.push(inPassing(editor, author.current, places));
    }
    await Promise.all(asked);
    const fresh = await start({ folders: [folder] });
    for (const document of editor.documents.values()) await fresh.open(document.uri, document.text);
    const questions = questionsAbout(editor, places);
    const [ours, theirs] = [await view.answers(questions), await new View(fresh).answers(questions)];
    for (const question of Object.keys(theirs)) assertSame(ours[question], theirs[question], `${question}, after ${done} edits with seed ${seed}`);
    assert.deepEqual(Object.keys(ours), Object.keys(theirs));
    await fresh.stop();
    memory.push(residentMegabytes(editor.child.pid));
  }
  await editor.stop();
  assert.doesNotMatch(editor.complaints, /failed|could not/);
  t.diagnostic(`resident memory after every ${between} edits, in MB: ${memory.join(' ')}`);
  const [early, late] = [memory.slice(Math.floor(memory.length / 5), Math.ceil((memory.length * 2) / 5)), memory.slice(-Math.ceil(memory.length / 5))];
  assert.ok(median(late) <= median(early) * 1.25 + 16, `The memory grows: ${memory.join(' ')}`);
});

/** Says the first place at which two answers differ: the answers themselves are long. */
function assertSame(ours, theirs, question) {
  if (isDeepStrictEqual(ours, theirs)) return;
  const isPair = (value) => value !== null && typeof value === 'object';
  const [path, pair] = [[], [ours, theirs]];
  while (isPair(pair[0]) && isPair(pair[1])) {
    const member = [...new Set([...Object.keys(pair[0]), ...Object.keys(pair[1])])].find((name) => !isDeepStrictEqual(pair[0][name], pair[1][name]));
    path.push(member);
    pair.splice(0, 2, pair[0][member], pair[1][member]);
  }
  const [here, fresh] = pair.map((value) => JSON.stringify(value)?.slice(0, 600));
  assert.fail(`${question}\n  at ${path.join('.')}\n  after the edits  ${here}\n  a fresh server   ${fresh}`);
}

/** What an editor asks while its user types; the answer may be that the text has changed. */
function inPassing(editor, document, places) {
  const position = document.at(Math.floor(places() * document.text.length));
  const able = ['hover', 'completion', 'documentHighlight', 'definition'].filter((name) => editor.capabilities[`${name}Provider`]);
  const method = able.length > 0 && places() < 0.7 ? able[Math.floor(places() * able.length)] : 'diagnostic';
  return document.ask(`textDocument/${method}`, { position }).catch((error) => assert.ok(stale.has(error.code), `${method}: ${error.code} ${error.message}`));
}

/** The questions that both servers are asked: of each open document its parts, and what stands at some places. */
function questionsAbout(editor, places) {
  const can = editor.capabilities;
  const whole = ['documentSymbol', 'foldingRange', 'inlayHint', 'codeLens', 'documentLink'].filter((name) => can[`${name}Provider`]);
  const atPlaces = ['hover', 'completion', 'signatureHelp', 'definition', 'references', 'documentHighlight', 'selectionRange', 'codeAction'].filter((name) => can[`${name}Provider`]);
  return [...editor.documents.values()].flatMap((document) => {
    const offsets = [document.text.length, ...Array.from({ length: 3 }, () => Math.floor(places() * document.text.length))];
    return [
      ...whole.map((name) => ({ method: `textDocument/${name}`, params: { ...document.id, range: document.range() } })),
      ...offsets.map((offset) => document.at(offset)).flatMap((position) => atPlaces.map((name) => {
        const context = { includeDeclaration: true, triggerKind: 1, isRetrigger: false, diagnostics: [] };
        return { method: `textDocument/${name}`, params: { ...document.id, position, positions: [position], range: { start: position, end: position }, context } };
      })),
    ];
  });
}

/** What an editor has been told: findings and colours are asked for as changes to what was told before, as editors do. */
class View {
  reports = new Map();
  colours = new Map();

  constructor(editor) {
    this.editor = editor;
  }

  async answers(questions) {
    const answers = { 'workspace/diagnostic': await this.workspace() };
    for (const document of this.editor.documents.values()) {
      const report = await document.ask('textDocument/diagnostic', { identifier: 'medopt' });
      answers[`diagnostics of ${document.uri}`] = report.items;
      assertSame(report.items, answers['workspace/diagnostic'][document.uri] ?? [], `the findings of ${document.uri}, asked for alone and with all`);
      if (this.editor.capabilities.semanticTokensProvider) answers[`colours of ${document.uri}`] = await this.coloursOf(document);
    }
    for (const { method, params } of questions) answers[`${method} ${JSON.stringify(params)}`] = await this.editor.request(method, params);
    return answers;
  }

  async workspace() {
    const previousResultIds = [...this.reports].filter(([, report]) => report.resultId).map(([uri, { resultId }]) => ({ uri, value: resultId }));
    const { items } = await this.editor.request('workspace/diagnostic', { identifier: 'medopt', previousResultIds });
    for (const report of items) if (report.kind === 'full') this.reports.set(report.uri, report);
    return Object.fromEntries([...this.reports].filter(([, report]) => report.items.length > 0).map(([uri, report]) => [uri, report.items]).sort(([a], [b]) => (a < b ? -1 : 1)));
  }

  async coloursOf(document) {
    const before = this.colours.get(document.uri);
    const full = await document.ask('textDocument/semanticTokens/full');
    if (before && this.editor.capabilities.semanticTokensProvider.full?.delta) {
      const changes = await document.ask('textDocument/semanticTokens/full/delta', { previousResultId: before.resultId });
      const data = changes.data ?? changes.edits.toReversed().reduce((all, { start: at, deleteCount, data: put = [] }) => all.toSpliced(at, deleteCount, ...put), before.data);
      assertSame(data, full.data, `the changed colours of ${document.uri}`);
    }
    this.colours.set(document.uri, await document.ask('textDocument/semanticTokens/full'));
    return full.data;
  }
}

function residentMegabytes(pid) {
  const file = `/proc/${pid}/status`;
  return existsSync(file) ? Math.round(Number(/VmRSS:\s+(\d+)/.exec(readFileSync(file, 'utf8'))[1]) / 1024) : 0;
}

const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];

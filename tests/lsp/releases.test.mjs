// Terminology releases as an editor uses them: brought in, opened, chosen, asked. Each test has stores of its own.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { EventEmitter, once } from 'node:events';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';
import { CancellationTokenSource } from 'vscode-languageserver-protocol/node';
import { root, start } from './client.mjs';
import { folder, openFile, project } from './projects.mjs';
import { writeRelease } from './release.mjs';

const text = 'codes asthma "Asthma" snomed {\n  << 195967001 |Asthma|\n}\n\ncodes old "Old" snomed {\n  55570000 |Asthma without status asthmaticus|\n}\n';
const used = ({ method }) => method === 'medopt/releaseChanged';

/** An editor on a small project, which was told of the release that is used, if any. */
async function opened(t, stores, files = {}) {
  const root = project(t, { 'codes.medopt': text, ...files });
  const editor = await start({ folders: [root], env: { MEDOPT_TERMINOLOGY: stores } });
  const document = await openFile(editor, path.join(root, 'codes.medopt'));
  await editor.first(used);
  return { editor, document };
}

/** A folder of stores in which the small release has been brought in. */
async function withRelease(t) {
  const stores = path.join(folder(t), 'stores');
  const made = await opened(t, stores);
  const progress = [];
  made.editor.connection.onNotification('$/progress', (told) => told.token === 'import' && progress.push(told));
  const again = made.editor.next(used);
  const answer = await made.editor.request('medopt/importRelease', { paths: [writeRelease(folder(t))], workDoneToken: 'import' });
  await again;
  return { ...made, stores, answer, progress };
}

const hovered = async (document, marked) => (await document.editor.request('textDocument/hover', document.place(marked))).contents.value;
const hinted = async (document) => (await document.ask('textDocument/inlayHint', { range: document.range() })).map(({ label }) => label.trim());

test('a release that is brought in is used at once, and by the next editor', async (t) => {
  const { editor, document, stores, answer, progress } = await withRelease(t);
  assert.deepEqual([answer.concepts, answer.release.date, answer.faults, answer.badRows], [8, '2026-03-01', [], []]);
  assert.deepEqual([progress[0].value.kind, progress.at(-1).value.kind], ['begin', 'end']);
  assert.ok(progress.some(({ value }) => value.message === 'writing'));
  assert.match(await hovered(document, '195$0967001'), /Active in the release SnomedCT\\_Example[^]*Below: 3 codes/);
  assert.ok((await hinted(document)).filter((label) => label === '4 codes').length === 2);
  await editor.stop();
  const next = await opened(t, stores);
  assert.match(await hovered(next.document, '195$0967001'), /Active in the release/);
  const { release, stores: listed } = await next.editor.request('medopt/releases', next.document.id);
  assert.deepEqual([release.name, listed.length, listed[0].fault], [answer.release.name, 1, null]);
  await next.editor.stop();
});

test('codes of the release are found, with what is around them', async (t) => {
  const { editor, document } = await withRelease(t);
  const { codes } = await editor.request('medopt/codes', { query: 'bronch', ...document.id });
  assert.deepEqual(codes.map(({ id, term, matched, tag, status }) => [id, term, matched, tag, status]), [['195967001', 'Asthma', 'Bronchial asthma', 'disorder', 'active']]);
  assert.deepEqual(codes[0].sets.map(({ name }) => name), ['asthma']);
  const around = await editor.request('medopt/hierarchy', { id: '195967001', ...document.id });
  assert.deepEqual([around.code.below, around.broader.map(({ id, below }) => [id, below]), around.narrower.map(({ term }) => term)], [3, [['50043002', 5]], ['Acute asthma', 'Exercise-induced asthma', 'Mild asthma']]);
  const retired = await editor.request('medopt/hierarchy', { id: '55570000' });
  assert.deepEqual([retired.code.status, retired.instead], ['retired', [{ id: '195967001', term: 'Asthma', how: 'SAME AS' }]]);
  assert.match((await editor.request('medopt/hierarchy', { id: '22298006' })).error, /^There is no code 22298006 in the release/);
  const at = document.text.indexOf('}');
  await document.replace(at, at, '  lung\n');
  const { items } = await editor.request('textDocument/completion', { ...document.id, position: document.at(at + 6) });
  assert.deepEqual(items.filter(({ textEdit }) => /^\d/.test(textEdit.newText)).map(({ textEdit }) => textEdit.newText), ['13645005 |Chronic obstructive lung disease|']);
  await editor.stop();
});

test('among releases side by side one is chosen, and the settings of a project go before that', async (t) => {
  const { editor, document, stores, answer } = await withRelease(t);
  const name = 'SnomedCT_Other_PRODUCTION_20260201T120000Z';
  const other = await editor.request('medopt/importRelease', { paths: [writeRelease(folder(t), name)] });
  assert.notEqual(other.release.name, answer.release.name);
  const now = await editor.request('medopt/releases', document.id);
  assert.deepEqual([now.chosen, now.release.name, now.stores.length], [other.release.name, other.release.name, 2]);
  const chosen = await editor.request('medopt/useRelease', { name: answer.release.name, ...document.id });
  assert.deepEqual([chosen.chosen, chosen.release.name], [answer.release.name, answer.release.name]);
  assert.match((await editor.request('medopt/useRelease', { name: 'Unheard of' })).error, /^There is no terminology release 'Unheard of'/);
  await editor.stop();
  const named = await opened(t, stores, { 'medopt.json': JSON.stringify({ terminology: other.release.name }) });
  const { wanted, release } = await named.editor.request('medopt/releases', named.document.id);
  assert.deepEqual([wanted, release.name], [other.release.name, other.release.name]);
  await named.editor.stop();
});

test('a release of medicines alone does not take the place of one with SNOMED CT, and that is said', async (t) => {
  const { editor, document, answer } = await withRelease(t);
  const medicines = await editor.request('medopt/importRelease', { paths: [path.join(root, 'tests', 'terminology', 'dmd')] });
  assert.match(medicines.notes.at(-1), /^It holds no SNOMED CT, and SnomedCT_Example_PRODUCTION_20260301T120000Z is used still: /);
  const { release, chosen, stores } = await editor.request('medopt/releases', document.id);
  assert.deepEqual([release.name, chosen, stores.length], [answer.release.name, answer.release.name, 2]);
  await editor.stop();
});

test('a store that is damaged is said, and not used', async (t) => {
  const { editor, stores } = await withRelease(t);
  await editor.stop();
  const [store] = readdirSync(stores).map((file) => path.join(stores, file));
  const bytes = readFileSync(store);
  bytes[bytes.length >> 1] ^= 1;
  writeFileSync(store, bytes);
  const next = await opened(t, stores);
  const said = await next.editor.first(({ method }) => method === 'window/showMessage');
  assert.match(said.params.message, /damaged/);
  assert.match(await hovered(next.document, '195$0967001'), /Not verified: no terminology release is loaded\./);
  assert.equal((await next.editor.request('medopt/releases', {})).release, null);
  await next.editor.stop();
});

test('what cannot be brought in changes nothing', async (t) => {
  const { editor, document, stores, answer } = await withRelease(t);
  const wrong = folder(t);
  mkdirSync(path.join(wrong, 'empty'));
  const before = readdirSync(stores);
  assert.match((await editor.request('medopt/importRelease', { paths: [path.join(wrong, 'empty')] })).error, /^The release was not brought in, and nothing has changed: /);
  assert.deepEqual(readdirSync(stores), before);
  assert.equal((await editor.request('medopt/releases', document.id)).release.name, answer.release.name);
  await editor.stop();
});

test('an import that runs is cancelled, and leaves what was there', { skip: process.platform === 'win32' }, async (t) => {
  const { editor, document, stores, answer } = await withRelease(t);
  const before = readdirSync(stores);
  // One file of the release is a pipe: it opens when the import begins to read it, and the import waits there for what is written into it.
  const held = writeRelease(folder(t), 'SnomedCT_Other_PRODUCTION_20260401T120000Z');
  const file = path.join(held, 'Snapshot', 'Terminology', 'sct2_Description_Snapshot-en_INT_20260301.txt');
  const rows = readFileSync(file);
  rmSync(file);
  assert.equal(spawnSync('mkfifo', [file]).status, 0);
  const told = [];
  const heard = new EventEmitter();
  editor.connection.onNotification('$/progress', ({ token, value }) => token === 'held' && heard.emit('told', told.push(value)));
  const until = async (expected) => {
    while (!told.some(expected)) await once(heard, 'told');
  };
  const source = new CancellationTokenSource();
  const importing = editor.request('medopt/importRelease', { paths: [held], workDoneToken: 'held' }, source.token);
  const pipe = await open(file, 'w');
  source.cancel();
  await assert.rejects(importing, { code: -32800 });
  // Messages are taken in their order: the server has seen that it is cancelled.
  await editor.request('medopt/releases', {});
  await pipe.writeFile(rows);
  await pipe.close();
  await until(({ kind }) => kind === 'end');
  assert.ok(!told.some(({ message }) => message === 'writing'), 'it went on to the store');
  assert.deepEqual(readdirSync(stores), before);
  const { release, chosen } = await editor.request('medopt/releases', document.id);
  assert.deepEqual([release.name, chosen], [answer.release.name, answer.release.name]);
  await editor.stop();
});

test('a release that a project names and this computer lacks is said in the log, and no other is taken', async (t) => {
  const { editor, stores } = await withRelease(t);
  await editor.stop();
  const next = await opened(t, stores, { 'medopt.json': JSON.stringify({ terminology: 'SnomedCT_Elsewhere' }) });
  const { release, wanted, missing } = await next.editor.request('medopt/releases', next.document.id);
  assert.deepEqual([release, wanted, missing], [null, 'SnomedCT_Elsewhere', 'SnomedCT_Elsewhere']);
  const said = next.editor.notifications.filter(({ method, params }) => method === 'window/logMessage' && params.message.includes('SnomedCT_Elsewhere'));
  assert.equal(said.length, 1);
  assert.match(said[0].params.message, /is not on this computer/);
  assert.ok(!next.editor.notifications.some(({ method }) => method === 'window/showMessage'));
  await next.editor.stop();
});

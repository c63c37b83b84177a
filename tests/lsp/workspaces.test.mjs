// Projects as they are in life: no project at all, several at once, texts that differ from the disk, folders that go, settings that are broken.
import assert from 'node:assert/strict';
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { start, uriOf } from './client.mjs';
import { folder, openFile, project, shipped } from './projects.mjs';

const codes = 'codes asthma "Asthma" snomed { 195967001 |Asthma| }\n';
const cohort = 'cohort asthmatics "Asthma" {\n  include any { "Asthma": asthma recorded }\n}\n';

/** The rules of the findings of a document, in their order; of the whole project, and not of the quick first look. */
async function findings(editor, document) {
  await editor.request('workspace/diagnostic', { previousResultIds: [] });
  return (await document.ask('textDocument/diagnostic')).items.map((item) => item.code);
}

const changed = (editor, ...files) => editor.notify('workspace/didChangeWatchedFiles', { changes: files.map(([file, type]) => ({ uri: uriOf(file), type })) });

test('an untitled document is looked at by itself', async () => {
  const editor = await start();
  const document = await editor.open('untitled:Untitled-1', codes);
  assert.deepEqual(await findings(editor, document), ['unused-code-set']);
  await document.replace(document.text.length, document.text.length, cohort);
  assert.ok(!(await findings(editor, document)).includes('unused-code-set'));
  await document.replaceAll('cohort');
  assert.ok((await findings(editor, document)).length > 0);
  await document.replaceAll('');
  assert.deepEqual(await findings(editor, document), []);
  await document.close();
  await editor.stop();
});

test('a file in no project is looked at by itself, and the editor is told', async (t) => {
  const alone = project(t, { 'medopt.json': null, 'a.medopt': cohort });
  const editor = await start();
  const document = await openFile(editor, path.join(alone, 'a.medopt'));
  assert.ok((await findings(editor, document)).includes('unknown-name'));
  await editor.first(({ method, params }) => /^window\/(show|log)Message$/.test(method) && params.message.includes('medopt.json'));
  await editor.stop();
});

test('a file of a project is looked at in its project, also when no folder is open', async (t) => {
  const made = project(t, { 'a.medopt': codes, 'b.medopt': cohort });
  const editor = await start();
  assert.ok(!(await findings(editor, await openFile(editor, path.join(made, 'b.medopt')))).includes('unknown-name'));
  await editor.stop();
});

test('the text in the editor counts, and not the one on the disk; closing gives the disk its say again', async (t) => {
  const made = project(t, { 'a.medopt': codes, 'b.medopt': cohort });
  const editor = await start({ folders: [made] });
  const [names, uses] = [await openFile(editor, path.join(made, 'a.medopt')), await openFile(editor, path.join(made, 'b.medopt'))];
  assert.ok(!(await findings(editor, uses)).includes('unknown-name'));
  await names.replaceAll(codes.replace('codes asthma', 'codes wheeze'));
  assert.ok((await findings(editor, uses)).includes('unknown-name'));
  await names.close();
  assert.ok(!(await findings(editor, uses)).includes('unknown-name'));
  await editor.stop();
});

test('several folders are several projects, and names do not cross', async (t) => {
  const [one, two] = [project(t, { 'a.medopt': codes }), project(t, { 'b.medopt': cohort })];
  const editor = await start({ folders: [one] });
  await editor.notify('workspace/didChangeWorkspaceFolders', { event: { added: [{ uri: uriOf(two), name: 'two' }], removed: [] } });
  const uses = await openFile(editor, path.join(two, 'b.medopt'));
  assert.ok((await findings(editor, uses)).includes('unknown-name'));
  const both = await editor.request('workspace/diagnostic', { previousResultIds: [] });
  assert.deepEqual(new Set(both.items.filter((i) => i.items.length > 0).map((i) => i.uri)), new Set([uriOf(path.join(one, 'a.medopt')), uses.uri]));
  await editor.notify('workspace/didChangeWorkspaceFolders', { event: { added: [], removed: [{ uri: uriOf(one), name: 'one' }] } });
  const rest = await editor.request('workspace/diagnostic', { previousResultIds: [] });
  assert.deepEqual(rest.items.filter((i) => i.items.length > 0).map((i) => i.uri), [uses.uri]);
  await editor.stop();
});

test('a project inside a project is its own', async (t) => {
  const made = project(t, { 'a.medopt': codes, 'inner/medopt.json': '{}', 'inner/b.medopt': cohort });
  const editor = await start({ folders: [made] });
  assert.ok((await findings(editor, await openFile(editor, path.join(made, 'inner', 'b.medopt')))).includes('unknown-name'));
  await editor.stop();
});

test('files that come, change and go on the disk are seen', async (t) => {
  const made = project(t, { 'b.medopt': cohort });
  const names = path.join(made, 'a.medopt');
  const editor = await start({ folders: [made] });
  const uses = await openFile(editor, path.join(made, 'b.medopt'));
  assert.ok((await findings(editor, uses)).includes('unknown-name'));
  writeFileSync(names, codes);
  await changed(editor, [names, 1]);
  assert.ok(!(await findings(editor, uses)).includes('unknown-name'));
  writeFileSync(names, codes.replace('codes asthma', 'codes wheeze'));
  await changed(editor, [names, 2]);
  assert.ok((await findings(editor, uses)).includes('unknown-name'));
  renameSync(names, path.join(made, 'c.medopt'));
  writeFileSync(path.join(made, 'c.medopt'), codes);
  await changed(editor, [names, 3], [path.join(made, 'c.medopt'), 1]);
  assert.ok(!(await findings(editor, uses)).includes('unknown-name'));
  await editor.stop();
});

test('a code list that changes on the disk changes the sets that name it', async (t) => {
  const made = project(t, { 'a.medopt': 'codes asthma "Asthma" snomed { from "lists/asthma.csv" column "code" term "term" }\n' + cohort, 'lists/asthma.csv': 'code,term\n195967001,Asthma\n' });
  const list = path.join(made, 'lists', 'asthma.csv');
  const editor = await start({ folders: [made] });
  const document = await openFile(editor, path.join(made, 'a.medopt'));
  const before = await findings(editor, document);
  rmSync(list);
  await changed(editor, [list, 3]);
  assert.notDeepEqual(await findings(editor, document), before);
  writeFileSync(list, 'code,term\n195967001,Asthma\n');
  await changed(editor, [list, 1]);
  assert.deepEqual(await findings(editor, document), before);
  await editor.stop();
});

test('a deleted folder takes its files along, and the server goes on', async (t) => {
  const made = shipped(t);
  const editor = await start({ folders: [made] });
  const document = await openFile(editor, path.join(made, 'smr', 'six_monthly_list.medopt'));
  assert.ok(!(await findings(editor, document)).includes('unknown-name'));
  rmSync(path.join(made, 'codes'), { recursive: true });
  await changed(editor, [path.join(made, 'codes'), 3]);
  assert.ok((await findings(editor, document)).includes('unknown-name'));
  rmSync(made, { recursive: true });
  await changed(editor, [made, 3]);
  await findings(editor, document);
  await editor.stop();
});

test('a folder that is not there is an empty workspace', async (t) => {
  const editor = await start({ folders: [path.join(folder(t), 'gone')] });
  assert.deepEqual((await editor.request('workspace/diagnostic', { previousResultIds: [] })).items, []);
  await editor.stop();
});

test('broken settings are said at their file, and the sources are looked at all the same', async (t) => {
  const made = project(t, { 'medopt.json': '{ "organisation": ', 'a.medopt': cohort });
  const editor = await start({ folders: [made] });
  const settings = await openFile(editor, path.join(made, 'medopt.json'));
  const document = await openFile(editor, path.join(made, 'a.medopt'));
  assert.ok((await findings(editor, settings)).length > 0);
  assert.ok((await findings(editor, document)).includes('unknown-name'));
  await settings.replaceAll('{}');
  assert.deepEqual(await findings(editor, settings), []);
  await editor.stop();
});

test('settings that come later make a project of files that had none', async (t) => {
  const made = project(t, { 'medopt.json': null, 'a.medopt': codes, 'b.medopt': cohort });
  const editor = await start();
  const document = await openFile(editor, path.join(made, 'b.medopt'));
  assert.ok((await findings(editor, document)).includes('unknown-name'));
  writeFileSync(path.join(made, 'medopt.json'), '{}');
  await changed(editor, [path.join(made, 'medopt.json'), 1]);
  assert.ok(!(await findings(editor, document)).includes('unknown-name'));
  await editor.stop();
});

test('names of files that need escaping are the same on both sides', async (t) => {
  const made = project(t, { 'mit Käse & #1/a b.medopt': cohort });
  mkdirSync(path.join(made, 'x'));
  const editor = await start({ folders: [made] });
  const document = await openFile(editor, path.join(made, 'mit Käse & #1', 'a b.medopt'));
  assert.ok((await findings(editor, document)).includes('unknown-name'));
  await document.replaceAll('');
  assert.deepEqual(await findings(editor, document), []);
  const all = await editor.request('workspace/diagnostic', { previousResultIds: [] });
  assert.deepEqual(all.items.filter((i) => i.uri.includes('a%20b')).map((i) => i.items.length), [0]);
  await editor.stop();
});

test('a document that differs by its version is the same text after many small edits', async (t) => {
  const made = project(t, { 'a.medopt': '' });
  const editor = await start({ folders: [made] });
  const document = await openFile(editor, path.join(made, 'a.medopt'));
  const text = `${codes}${cohort}// ÄÖ 💊 end\r\n`;
  for (const letter of text.split('')) await document.replace(document.text.length, document.text.length, letter);
  const typed = await findings(editor, document);
  await document.replaceAll(text);
  assert.deepEqual(await findings(editor, document), typed);
  await editor.stop();
});

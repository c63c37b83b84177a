// The requests of this server's own that read a declaration back: in plain English, and as rules.
import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from 'node:test';
import { start } from './client.mjs';
import { openFile, project, shipped } from './projects.mjs';

test('a declaration is read back in plain English, with the place of each line', async (t) => {
  const folder = shipped(t);
  const editor = await start({ folders: [folder] });
  assert.ok(editor.capabilities.experimental.requests.includes('medopt/explain'));
  const list = await openFile(editor, path.join(folder, 'smr', 'six_monthly_list.medopt'));
  const explained = await editor.request('medopt/explain', list.place('cohort smr_$0to_invite'));
  assert.deepEqual([explained.name, explained.title, explained.declaration], ['smr_to_invite', 'To invite to a structured medication review', 'cohort']);
  assert.match(explained.protocol, /^Structured medication reviews: the six-monthly list, version 0\.1, draft/);
  const line = explained.lines.find(({ text }) => text.startsWith('Reviewed already:'));
  assert.deepEqual([line.depth, line.place.uri], [1, list.uri]);
  assert.ok(list.text.split('\n')[line.place.range.start.line].includes('"Reviewed already"'));
  assert.match((await editor.request('medopt/explain', { textDocument: { uri: 'file:///nowhere.medopt' } })).error, /no such document/);
  await editor.stop();
});

test('a cohort is read as rules, for any system or for one, and says why where it has none', async (t) => {
  const folder = shipped(t);
  const editor = await start({ folders: [folder] });
  const list = await openFile(editor, path.join(folder, 'smr', 'six_monthly_list.medopt'));
  const at = list.place('cohort smr_$0to_invite');
  const { system, lists, unread } = await editor.request('medopt/ruleList', at);
  assert.deepEqual([system, unread], [null, null]);
  const last = lists.at(-1);
  assert.deepEqual([last.name, last.rules.at(0).labels, last.rules.at(0).then], ['To invite to a structured medication review', ['Reviewed already'], 'reject']);
  assert.equal((await editor.request('medopt/ruleList', { ...at, system: 'EMIS' })).system, 'EMIS');
  await list.replaceAll(list.text.replace('recorded in last smr_interval [', 'recorded in ['));
  assert.match((await editor.request('medopt/ruleList', at)).unread, /cannot be read/);
  assert.match((await editor.request('medopt/ruleList', { ...list.id, position: { line: 0, character: 0 } })).error, /no cohort, measure or procedure/);
  await editor.stop();
});

test('a line above a declaration says what a click does', async (t) => {
  const folder = project(t, { 'a.medopt': 'codes a "A" snomed { 195967001 |Asthma| }\ncohort c "C" { include any { "x": a recorded } }\nexample "E" { on 2026-01-01 patient { born 2000-01-01 } expect not in c }\n' });
  const editor = await start({ folders: [folder] });
  const document = await openFile(editor, path.join(folder, 'a.medopt'));
  const lenses = await Promise.all((await document.ask('textDocument/codeLens')).map((lens) => editor.request('codeLens/resolve', lens)));
  assert.deepEqual(lenses.map(({ command }) => [command.title, command.command, command.arguments[2].length, command.arguments[3]]), [
    ['used by 1', 'medopt.showReferences', 1, 'a'], ['used by 1', 'medopt.showReferences', 1, 'c'], ['run 1 example', 'medopt.runExamples', 1, 'c'],
    ['preview', 'medopt.preview', 0, 'c'], ['run', 'medopt.runExamples', 1, 'E'],
  ]);
  assert.deepEqual(lenses[0].command.arguments[2], [{ uri: document.uri, range: { start: { line: 1, character: 34 }, end: { line: 1, character: 35 } } }]);
  await editor.stop();
});

test('where something is wrong, and on an allow line, the page of the rule is told too', async (t) => {
  const folder = project(t, { 'a.medopt': '// allow unused-code-set until 2027-01-01: kept\ncodes a "A" snomed { 195967002 |Asthma| }\n' });
  const editor = await start({ folders: [folder] });
  const document = await openFile(editor, path.join(folder, 'a.medopt'));
  await document.ask('textDocument/diagnostic');
  const hover = async (marked) => (await editor.request('textDocument/hover', document.place(marked))).contents.value;
  assert.match(await hover('allow unused$0-code'), /^\*\*unused-code-set\*\* · /);
  assert.match(await hover('19596$07002'), /^`195967002` \*\*Asthma\*\*[^]*check digit fails[^]*\*\*bad-check-digit\*\* · /);
  await editor.stop();
});

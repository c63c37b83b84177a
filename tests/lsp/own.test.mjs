// The requests of this server's own, on a copy of the shipped protocols; docs/language-server.md says in which form they are.
import assert from 'node:assert/strict';
import { cpSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { start } from './client.mjs';
import { folder, openFile, project, shipped } from './projects.mjs';

const list = 'smr/six_monthly_list.medopt';

async function opened(t) {
  const folder = shipped(t);
  const editor = await start({ folders: [folder] });
  return { editor, folder, document: await openFile(editor, path.join(folder, list)) };
}

const covered = (document, element) => document.text.slice(...element.split(':').slice(-2).map(Number));

test('every kind of preview is a page of its own, and says which element belongs to the cursor', async (t) => {
  const { editor, document } = await opened(t);
  const place = document.place('cohort smr_$0identified');
  const { kinds } = await editor.request('medopt/preview', place);
  assert.deepEqual(kinds, ['page', 'rules', 'emis', 'systmone', 'flow']);
  for (const kind of kinds) {
    const preview = await editor.request('medopt/preview', { ...place, kind });
    assert.deepEqual([preview.kind, preview.state, preview.name], [kind, 'sound', 'smr_identified']);
    assert.match(preview.html, /^<!DOCTYPE html>/);
    assert.doesNotMatch(preview.html, /<script|src=/);
    assert.ok(preview.html.includes(`data-source="${preview.element}"`), kind);
    assert.match(covered(document, preview.element), /^smr_identified "/);
    assert.equal(preview.files[list], document.uri);
  }
  await editor.stop();
});

test('a preview reads the open text, and says what is wrong with it', async (t) => {
  const { editor, document } = await opened(t);
  const place = document.place('cohort smr_$0identified');
  const end = document.text.indexOf('{', document.text.indexOf('cohort smr_identified'));
  await document.replace(end + 1, end + 1, '\n  nonsense');
  const page = await editor.request('medopt/preview', place);
  assert.deepEqual([page.state, page.html.includes('This is a preview. The project has')], ['erroneous', true]);
  const emis = await editor.request('medopt/preview', { ...place, kind: 'emis' });
  assert.deepEqual([emis.state, emis.html.includes('No search is written from a text with errors.')], ['nothing', true]);
  await editor.stop();
});

test('examples are listed, run, and run again alone', async (t) => {
  const { editor, document } = await opened(t);
  const listed = (await editor.request('medopt/examples', { run: false })).examples;
  const { examples } = await editor.request('medopt/examples', {});
  assert.equal(listed.length, examples.length);
  assert.ok(examples.length > 100 && examples.every((example) => example.outcome === 'passed'));
  assert.ok(examples.some((example) => example.expectations.some((each) => each.criteria.some((criterion) => criterion.decided && criterion.why.length > 0))));
  const one = examples.find((example) => example.place.uri.endsWith('six_monthly_list_examples.medopt'));
  const again = await editor.request('medopt/examples', { textDocument: { uri: one.place.uri }, name: one.name });
  assert.deepEqual(again.examples, [one]);
  await document.replace(0, 0, 'nonsense ');
  assert.ok((await editor.request('medopt/examples', {})).examples.every((example) => example.outcome === 'invalid' && example.message.length > 0));
  await editor.stop();
});

test('the tree, codes, rules and explanations', async (t) => {
  const { editor, folder, document } = await opened(t);
  const { projects: [tree] } = await editor.request('medopt/projectTree', {});
  const protocol = tree.protocols.find(({ uri }) => uri === document.uri);
  assert.equal(protocol.status, 'draft');
  assert.ok(protocol.declarations.some(({ kind, name }) => kind === 'cohort' && name === 'smr_identified'));
  assert.ok(tree.packs.some(({ members }) => members.includes('smr_identified')));
  assert.deepEqual([tree.problems.errors, tree.problems.warnings], [0, 0]);
  const { codes, more } = await editor.request('medopt/codes', { query: 'asthma', limit: 2 });
  assert.deepEqual([codes.length, more, codes[0].id, codes[0].term], [2, true, '195967001', 'Asthma']);
  assert.ok(codes[0].sets.every(({ place }) => place.uri.endsWith('.medopt')));
  const inSet = await editor.request('medopt/codes', { query: 'l', ...(await openFile(editor, path.join(folder, 'codes', 'reviews.medopt'))).place('codes structured$0') });
  assert.ok(inSet.codes.length > 0 && inSet.codes.every(({ system }) => system === 'snomed'));
  const { markdown } = await editor.request('medopt/rulePage', { slug: 'unknown-name' });
  assert.match(markdown, /^# unknown-name\n/);
  const place = document.place('cohort smr_$0identified');
  assert.ok((await editor.request('medopt/explain', place)).lines.length > 3);
  const plan = await editor.request('medopt/ruleList', { ...place, system: 'EMIS' });
  assert.ok(plan.unread === null && plan.lists.at(-1).rules.length > 0);
  await editor.stop();
});

test('what cannot be answered is said as data', async () => {
  const editor = await start();
  const nowhere = { textDocument: { uri: 'file:///nowhere/at-all.medopt' }, position: { line: 0, character: 0 } };
  for (const method of editor.capabilities.experimental.requests.filter((each) => !['medopt/projectTree', 'medopt/rules', 'medopt/coverage', 'medopt/releases'].includes(each)))
    assert.match((await editor.request(method, nowhere)).error, /^There is no /, method);
  assert.deepEqual(await editor.request('medopt/projectTree', {}), { projects: [] });
  await editor.stop();
});

test('cohorts are counted in an extract, and again as one types', async (t) => {
  const text = `cohort over_seventies "Over seventy" {
  include any { "Age": age >= 70 years }
}
`;
  const root = project(t, { 'medopt.json': '{}', 'counted.medopt': text });
  const extract = folder(t);
  for (const name of ['patients.csv', 'events.csv', 'medications.csv']) cpSync(new URL(`../extracts/small/${name}`, import.meta.url), path.join(extract, name));
  const editor = await start({ folders: [root], args: ['--data', extract] });
  const document = await openFile(editor, path.join(root, 'counted.medopt'));
  await editor.first(({ method }) => method === 'workspace/codeLens/refresh');
  const said = async () => {
    const lenses = await Promise.all((await document.ask('textDocument/codeLens')).map((lens) => editor.request('codeLens/resolve', lens)));
    return lenses.map(({ command }) => command.title);
  };
  assert.ok((await said()).includes('2 of 3 patients'));
  const preview = await editor.request('medopt/preview', { ...document.place('cohort $0over'), kind: 'count' });
  assert.deepEqual([preview.kind, preview.kinds.at(-1), preview.state], ['count', 'count', 'sound']);
  assert.match(preview.html, /Over seventy/);
  await document.replace(text.indexOf('70 years'), text.indexOf('70 years') + 2, '80');
  assert.ok((await said()).includes('1 of 3 patients'));
  await document.replace(text.indexOf('70 years'), text.indexOf('70 years') + 2, 'some');
  assert.ok((await said()).includes('not counted: there are errors'));
  await editor.stop();
});

test('an extract that is not there is said once, and nothing is counted', async (t) => {
  const root = project(t, { 'medopt.json': '{}', 'counted.medopt': 'cohort over_seventies "Over seventy" {\n  include any { "Age": age >= 70 years }\n}\n' });
  const editor = await start({ folders: [root], args: ['--data', path.join(root, 'nowhere')] });
  const said = await editor.first(({ method, params }) => method === 'window/logMessage' && /extract/.test(params.message));
  assert.match(said.params.message, /Cohorts are not counted.*patients.csv is not there/);
  await editor.stop();
});

// A session that is recorded can be run again, and tells nothing when it is scrambled.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { program, start } from './client.mjs';
import { folder, openFile, project, shipped } from './projects.mjs';
import { Author } from './random.mjs';

const replay = (file) => spawnSync('dotnet', [program, 'lsp', '--replay', file], { encoding: 'utf8' });
const lines = (file) => readFileSync(file, 'utf8').trim().split('\n').map((line) => JSON.parse(line));

/** Records some random edits on the shipped protocols, and what is asked between them. */
async function recorded(t, made, ...args) {
  const file = path.join(folder(t), 'session.jsonl');
  const editor = await start({ folders: [made], args: ['--record', file, ...args] });
  const author = new Author(editor, made, 7);
  for (let i = 0; i < 60; i++) {
    await author.edit();
    if (i % 4 > 0) continue;
    await editor.request('workspace/diagnostic', { previousResultIds: [] });
    await author.current.ask('textDocument/diagnostic');
    if (editor.capabilities.hoverProvider) await author.current.ask('textDocument/hover', { position: author.current.at(200) });
  }
  await editor.stop();
  return file;
}

test('a session runs again on its own, and a difference is found', async (t) => {
  const made = shipped(t);
  const file = await recorded(t, made);
  assert.deepEqual(Object.keys(lines(file)[0]), ['medopt', 'today', 'scrambled']);
  rmSync(made, { recursive: true });
  const again = replay(file);
  assert.equal(again.status, 0, again.stdout + again.stderr);
  assert.match(again.stdout, /^\d\d answers as recorded, 0 different, 0 given up\.\n$/);

  const other = readFileSync(file, 'utf8').split('\n').map((line) => (line.includes('"from":"server"') ? line.replace('"severity":1', '"severity":2') : line)).join('\n');
  writeFileSync(file, other);
  const differing = replay(file);
  assert.equal(differing.status, 1);
  assert.match(differing.stdout, /^workspace\/diagnostic \(\d+\)\n {2}recorded .*\n {2}now {6}/);
});

test('a scrambled session runs again, and holds no word, name, code or number of the texts', async (t) => {
  const secrets = ['zebrafinch', 'Wolverhampton', 'ptarmigan', '195967001', '4711', '1987-06-05', 'quokka', 'narwhal'];
  const made = project(t, {
    'medopt.json': '{ "organisation": "Wolverhampton" }',
    'ptarmigan.medopt': `/// About the quokka.\ncodes zebrafinch "Zebrafinch" snomed {\n  195967001 |narwhal|\n  from "codes/ptarmigan.csv" column "code" term "term"\n}\ncohort old_zebrafinch "Old" {\n  include any { "Older than 4711": zebrafinch recorded since 1987-06-05 } // quokka\n}\n`,
    'codes/ptarmigan.csv': 'code,term\n195967001,narwhal\n',
  });
  const file = path.join(folder(t), 'session.jsonl');
  const editor = await start({ folders: [made], args: ['--record', file, '--scramble'] });
  const document = await openFile(editor, path.join(made, 'ptarmigan.medopt'));
  for (const letter of 'cohort quokka "Quokka" {\n  include any { "Zebrafinch": zebrafinch recorded }\n}\n') await document.replace(document.text.length, document.text.length, letter);
  const findings = (await editor.request('workspace/diagnostic', { previousResultIds: [] })).items.flatMap((item) => item.items.map((one) => one.code)).sort();
  await editor.stop();

  const text = readFileSync(file, 'utf8');
  for (const secret of secrets) assert.ok(!text.toLowerCase().includes(secret.toLowerCase()), secret);
  const again = replay(file);
  assert.equal(again.status, 0, again.stdout + again.stderr);
  assert.match(again.stdout, /scrambled/);

  // The scrambled texts mean the same to the language: the same rules find the same things.
  const answer = lines(file).filter((line) => line.from === 'server' && line.message.result?.items).at(-1);
  assert.deepEqual(answer.message.result.items.flatMap((item) => item.items.map((one) => one.code)).sort(), findings);
  const disk = folder(t);
  const opened = lines(file).filter((line) => line.from === 'client' && line.message.method === 'textDocument/didOpen').at(-1).message.params.textDocument;
  assert.match(opened.text, /^\/\/\/ .*\ncodes \w{10} "\w{10}" snomed \{\n {2}\d{9} \|\w{7}\|\n/);
  assert.equal(opened.text.length, readFileSync(path.join(made, 'ptarmigan.medopt'), 'utf8').length);
  for (const { uri, text: content } of lines(file).filter((line) => line.from === 'disk')) writeFileSync(path.join(disk, path.basename(uri)), content);
  const fresh = await start({ folders: [disk] });
  const there = await openFile(fresh, path.join(disk, path.basename(opened.uri)));
  assert.deepEqual((await there.ask('textDocument/diagnostic')).items.filter((one) => one.code === 'not-understood'), []);
  await fresh.stop();
});

test('what is not a recording, and options that do not go together, are said', (t) => {
  const file = path.join(project(t, { 'no.jsonl': '{"a":1}\n' }), 'no.jsonl');
  assert.deepEqual([replay(file).status, replay(`${file}x`).status], [2, 2]);
  for (const args of [['--scramble'], ['--replay', file, '--record', file]]) assert.equal(spawnSync('dotnet', [program, 'lsp', ...args], { input: '' }).status, 2);
});

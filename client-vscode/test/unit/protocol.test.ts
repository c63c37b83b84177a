// The types of the server's own requests are those of its page: each documented question and answer is looked at by the compiler, and so is that one member more or fewer is seen.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';

const root = path.resolve(__dirname, '../../..');

/** What this extension asks; the server has more for other editors. */
const asked = new Set(Array.from(readFileSync(path.join(root, 'src/protocol.ts'), 'utf8').matchAll(/'(medopt\/\w+)':/g), ([, method]) => method));

interface Block {
  readonly method: string;
  readonly question: string;
  readonly answer: string;
}

function documented(): readonly Block[] {
  const page = readFileSync(path.join(root, '../docs/language-server.md'), 'utf8').replaceAll('\r\n', '\n');
  const blocks = page.matchAll(/^```json request="(?<method>[^"]+)"\n(?<question>.*?)^```\n\n```json answer\n(?<answer>.*?)^```$/gms);
  return [...blocks].map(({ groups }) => ({ method: groups?.['method'] ?? '', question: groups?.['question'] ?? '', answer: groups?.['answer'] ?? '' })).filter(({ method }) => asked.has(method));
}

/** The answer without each of its members, wherever it is, and with one more in each object: none of these is of the type. A member that may be named or not (`files` has paths) is no member of a type. */
function* spoilt(value: unknown, key = ''): Generator<unknown> {
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) for (const other of spoilt(item)) yield value.with(index, other);
    return;
  }
  if (typeof value !== 'object' || value === null || key === 'files') return;
  yield { ...value, unknownMember: 1 };
  for (const [name, item] of Object.entries(value)) {
    yield Object.fromEntries(Object.entries(value).filter(([other]) => other !== name));
    for (const other of spoilt(item, name)) yield { ...value, [name]: other };
  }
}

test('documented questions and answers are of the types, and with a member more or fewer they are not', () => {
  const blocks = documented();
  assert.ok(blocks.length >= 7);
  const lines = blocks.flatMap(({ method, question, answer }) => [
    `void (${JSON.stringify(JSON.parse(question))} satisfies Questions['${method}']);`,
    `void (${JSON.stringify(JSON.parse(answer))} satisfies Answers['${method}']);`,
    ...[...spoilt(JSON.parse(answer))].flatMap((wrong) => ['// @ts-expect-error', `void (${JSON.stringify(wrong)} satisfies Answers['${method}']);`]),
  ]);
  const methods = [...new Set(blocks.map(({ method }) => `'${method}'`))].join(' | ');
  const text = [
    "import type { Answers, Questions } from '../src/protocol';",
    `void ('' as Exclude<keyof Answers | keyof Questions, ${methods}> satisfies never);`,
    ...lines,
  ].join('\n');
  const file = path.join(root, 'dist/documented.ts');
  writeFileSync(file, text);
  const options = ['--noEmit', '--strict', '--exactOptionalPropertyTypes', '--skipLibCheck', '--module', 'Node16', '--moduleResolution', 'Node16', '--target', 'ES2023', '--types', 'node'];
  const { status, stdout } = spawnSync(process.execPath, [path.join(root, 'node_modules/typescript/bin/tsc'), '--ignoreConfig', ...options, file], { encoding: 'utf8', cwd: root });
  assert.equal(stdout, '');
  assert.equal(status, 0);
});

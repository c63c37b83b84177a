// The problem matcher reads what medopt check prints: every finding, and nothing else.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL('../../server/PcnMedOpt.Tool/bin/Release/net10.0/medopt.dll', import.meta.url));
const [pattern] = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')).contributes.problemPatterns;

test('every finding is a problem', () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'medopt-matcher-'));
  try {
    writeFileSync(path.join(folder, 'medopt.json'), '{ "rules": { "no-such-rule": "off" } }\n');
    writeFileSync(path.join(folder, 'a.medopt'), 'codes never "Never" snomed { 195967001 |Asthma| }\n\ncohort old "Old" { include all { "Old": age >= 65 yeers "Known": unknown recorded } }\n');
    const run = (...more) => spawnSync('dotnet', [program, 'check', folder, '--notes', '--today', '2026-11-20', '--no-color', ...more], { encoding: 'utf8' }).stdout;
    const expected = JSON.parse(run('--format', 'json')).map(({ file, line, column, severity, id, message }) => [file, line, column, severity, id, message]);
    const matched = run().split('\n').map((line) => new RegExp(pattern.regexp).exec(line)).filter(Boolean);
    const found = matched.map((match) => [match[pattern.file], Number(match[pattern.line]), Number(match[pattern.column]), match[pattern.severity], match[pattern.code], match[pattern.message]]);
    assert.ok(expected.length > 2);
    assert.deepEqual(found, expected);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

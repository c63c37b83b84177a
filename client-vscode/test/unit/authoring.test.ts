// What authors bring in: names of folders, questions one after the other, and what a report of a fault keeps to itself.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { masked, ownLines, report } from '../../src/features/bugReport/report';
import { folderName } from '../../src/features/starting/folderName';

for (const [title, name] of [
  ['Our protocols', 'Our protocols'],
  ['  SMR / 2026: "draft"? ', 'SMR 2026 draft'],
  ['Dr. Example & Co.', 'Dr. Example & Co'],
  ['con', 'Protocols con'],
  ['COM1.x', 'Protocols COM1.x'],
  ['???', 'Protocols'],
] as const) {
  test(`a project called ${title} is in the folder ${name}`, () => assert.equal(folderName(title), name));
}

for (const [text, shown] of [
  ['C:\\Users\\a.person\\Our Protocols\\smr.medopt is gone', '‹place› is gone'],
  ['\\\\server\\share\\smr.medopt: gone', '‹place› gone'],
  ['open /home/person/protocols/smr.medopt now', 'open ‹place› now'],
  ['~/protocols/smr.medopt', '‹place›'],
  ['file:///c%3A/Users/a.person/smr.medopt, then', '‹place› then'],
  ["Nothing refers to the code set 'asthma'.", "Nothing refers to the code set '…'."],
  ['called “Our practice” and "Another"', 'called “…” and "…"'],
  ['a.person@example.org wrote 9434765919', '‹address› wrote ‹number›'],
  ['medopt ended with 1', 'medopt ended with 1'],
  ['1.2.3 and 20/40', '1.2.3 and 20/40'],
] as const) {
  test(`a report shows ${text} as ${shown}`, () => assert.equal(masked(text), shown));
}

const log = `2026-11-20 10:00:00.000 [info] starting /opt/medopt/medopt lsp --record /home/person/session.jsonl
2026-11-20 10:00:01.000 [info] running medopt import codelist /home/person/asthma.csv --title Our secret
2026-11-20 10:00:02.000 [info] medopt ended with 1
asthma.csv: '12' |A patient's term| was left out.
1 code
2026-11-20 10:00:03.000 [warning] Unhandled: something
   at PcnMedOpt.Tool.Lsp.LanguageServer.Run() in /_/server/LanguageServer.cs:line 3
codes secret "Secret" snomed { }`;

test('a report shows the lines of the log that are our own, without what commands ran on and what they printed', () => {
  const lines = ownLines(log).join('\n');
  assert.match(lines, /running medopt import codelist …/);
  assert.match(lines, /\(2 lines left out\)/);
  assert.match(lines, /at PcnMedOpt\.Tool\.Lsp\.LanguageServer\.Run\(\) in ‹place›/);
  assert.match(lines, /\(1 line left out\)$/);
  assert.doesNotMatch(lines, /secret|person|patient|asthma|jsonl/i);
});

test('a report says what is known, and how a recording is made', () => {
  const text = report({
    versions: { program: '0.1.0' }, settings: { 'medopt.path': 'C:\\Users\\person\\medopt.exe' }, server: 'running', projects: [{ files: 2, cohorts: 1 }], log,
  });
  for (const part of ['- program: 0.1.0', '- medopt.path: ‹place›', 'protocols: running', '- project 1: 2 files, 1 cohort', '--scramble']) assert.ok(text.includes(part), part);
  assert.doesNotMatch(text, /person/);
});

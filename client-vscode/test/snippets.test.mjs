// Each snippet of a whole file, as it stands when nothing is filled in, is a project without a finding, in canonical form, whose examples pass.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL('../../server/PcnMedOpt.Tool/bin/Release/net10.0/medopt.dll', import.meta.url));
const snippets = Object.entries(JSON.parse(readFileSync(new URL('../snippets/medopt.json', import.meta.url), 'utf8')));
const day = { CURRENT_YEAR: '2026', CURRENT_MONTH: '11', CURRENT_DATE: '20' };

/** A snippet as it is inserted: each place with what stands in it, and the same wherever it is repeated. */
function inserted(lines) {
  const text = lines.join('\n').replace(/\$(CURRENT_[A-Z]+)/g, (_, name) => day[name]);
  const places = new Map([...text.matchAll(/\$\{(\d+)(?::([^}]*)|\|([^,|]*)[^}]*)\}/g)].map(([, number, words, choice]) => [number, words ?? choice]));
  return text.replace(/\$\{(\d+)[^}]*\}|\$(\d+)/g, (_, first, again) => places.get(first ?? again) ?? '');
}

function medopt(...args) {
  const { status, stdout, stderr } = spawnSync('dotnet', [program, ...args, '--today', '2026-11-20'], { encoding: 'utf8' });
  return { status, said: stdout + stderr };
}

for (const [title, { body }] of snippets.filter(([, { isFileTemplate }]) => isFileTemplate)) {
  test(title, () => {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'medopt-snippet-'));
    try {
      writeFileSync(path.join(folder, 'medopt.json'), '{}\n');
      writeFileSync(path.join(folder, 'snippet.medopt'), inserted(body));
      for (const args of [['check', folder, '--fail-on', 'warning'], ['format', folder, '--check'], ['test', folder]]) {
        const { status, said } = medopt(...args);
        assert.equal(status, 0, `${args[0]}: ${said}`);
      }
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
}

test('whoever allows a finding says until when and why', () => {
  const [, { body }] = snippets.find(([, { prefix }]) => prefix === 'allow');
  assert.match(inserted(body), /^\/\/ allow [a-z-]+ until 2026-11-20: \S.*$/);
});

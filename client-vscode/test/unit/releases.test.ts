// Releases in words, as the status item and the box show them.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { itemsOf } from '../../src/features/releases/items';
import { knownBy, leftOut, saidOf, searchedIn, shortName } from '../../src/features/releases/words';

const release = { name: 'SnomedCT_MonolithRF2_PRODUCTION_20260311T120000Z', date: '2026-03-11', sources: [] };
const lock = { release: release.name, locked: '2026-11-20' };

for (const [item, sentence, of] of [
  ['SNOMED CT Monolith, 11 Mar 2026', /^Codes are compared with SNOMED CT Monolith, 11 Mar 2026\.$/, { release, lock, missing: null }],
  ['lock of 20 Nov 2026', /^No terminology release is loaded\. Codes are known by the project's lock of 20 Nov 2026\. The command Load/, { release: null, lock, missing: null }],
  ['no release', /^No terminology release is loaded\. Codes are not compared with any release\. The command Load/, { release: null, lock: null, missing: null }],
  ['SNOMED CT Monolith is not loaded', /^This project names the terminology release SnomedCT_\w+, which is not on this computer\. .* lock of 20 Nov 2026\. The command Load/, { release: null, lock, missing: release.name }],
] as const) {
  test(`codes are known by ${item}`, () => {
    assert.equal(knownBy(of), item);
    assert.match(saidOf(of), sentence);
  });
}

test('the names of releases are said as people say them, and what is no such name is left', () => {
  assert.deepEqual([release.name, 'uk_sct2cl_41.6.0', 'Our own'].map(shortName), ['SNOMED CT Monolith', 'uk sct2cl 41.6.0', 'Our own']);
});

test('the box says where it searches', () => {
  assert.match(searchedIn({ release }), /^Search SNOMED CT Monolith, 11 Mar 2026 by /);
  assert.match(searchedIn({ release: null }), /^Search your protocols by /);
});

test('what could not be taken is counted, and listed behind what else is to be known', () => {
  const loaded = { release, concepts: 8, notes: ['A module is not there.'], faults: [{ file: 'a.txt', fault: 'BadDate', rows: 2 }, { file: 'b.txt', fault: 'BadId', rows: 3 }], badRows: ['a.txt, line 3'] };
  assert.deepEqual(leftOut(loaded), { rows: 5, lines: ['A module is not there.', 'a.txt: BadDate, 2 rows', 'b.txt: BadId, 3 rows', 'a.txt, line 3'] });
});

test('among releases the one in use is named, one that cannot be used says why and is not chosen, and there is a way to another', () => {
  const stores = [{ ...release, fault: null }, { name: 'broken', date: null, sources: [], fault: 'It is damaged.' }];
  assert.deepEqual(itemsOf({ release, stores }, '').map(({ label, description, detail, name, command }) => [label, description, detail, name ?? command]), [
    ['SNOMED CT Monolith, 11 Mar 2026', 'in use', '', release.name],
    ['$(error) broken', 'cannot be used', 'It is damaged.', undefined],
    ['The Latest', 'as it is set', 'Whichever has the latest date, when another one is loaded, too.', ''],
    ['$(add) Load Terminology Release…', undefined, 'SNOMED CT or dm+d as TRUD has it: zips or folders.', 'medopt.loadRelease'],
  ]);
  assert.deepEqual(itemsOf({ release: null, stores: [] }, '').map(({ command }) => command), ['medopt.loadRelease']);
});

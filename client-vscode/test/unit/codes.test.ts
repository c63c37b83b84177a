// Codes and releases in words, as the box and the status item show them.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { detailOf, kindOf, knownBy, stepsAround } from '../../src/features/codes/words';
import type { Around, Code } from '../../src/protocol';

const asthma: Code & { readonly below: number } = { id: '195967001', term: 'Asthma', system: 'snomed', matched: null, tag: 'disorder', level: null, status: 'active', sets: [], below: 3 };
const release = { name: 'SnomedCT_MonolithRF2_PRODUCTION_20260311T120000Z', date: '2026-03-11', sources: [] };
const lock = { release: release.name, locked: '2026-11-20' };

for (const [shown, of] of [
  ['SnomedCT_Monolith, 11 Mar 2026', { release, lock }],
  ['lock of 20 Nov 2026', { release: null, lock }],
  ['no release', { release: null, lock: null }],
] as const) {
  test(`codes are known by ${shown}`, () => assert.equal(knownBy(of), shown));
}

test('a code says what it is, and what has to be known before it is chosen', () => {
  assert.deepEqual([kindOf(asthma), kindOf({ ...asthma, level: 'vmp' }), kindOf({ ...asthma, tag: null })], ['disorder', 'VMP', 'SNOMED CT']);
  assert.equal(detailOf(asthma), 'in no code set');
  assert.equal(detailOf({ ...asthma, status: 'retired', matched: 'Asthmatic' }), 'retired: records may still hold it · also called Asthmatic · in no code set');
});

test('around a code there are only headings with something under them', () => {
  const found: Around = { code: asthma, broader: [], narrower: [asthma], leftOut: 4, instead: [{ id: '1', term: 'Other', how: 'SAME AS' }] };
  assert.deepEqual(stepsAround(found).map(({ heading, codes }) => [heading, codes.length]), [['this code', 1], ['in its place', 1], ['narrower, the first 1 of 5', 1]]);
});

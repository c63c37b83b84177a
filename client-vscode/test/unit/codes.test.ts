// Codes in words, as the box shows them.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { below, detailOf, kindOf, stepsAround } from '../../src/features/codes/words';
import type { Around, Code } from '../../src/protocol';

const asthma: Code & { readonly below: number } = { id: '195967001', term: 'Asthma', system: 'snomed', matched: null, tag: 'disorder', level: null, status: 'active', sets: [], below: 3 };

test('a code says what it is, and what has to be known before it is chosen', () => {
  assert.deepEqual([kindOf(asthma), kindOf({ ...asthma, level: 'vmp' }), kindOf({ ...asthma, tag: null })], ['disorder', 'VMP', 'SNOMED CT']);
  assert.equal(detailOf(asthma), '');
  assert.equal(detailOf({ ...asthma, status: 'retired', matched: 'Asthmatic' }), 'retired: records may still hold it · also called Asthmatic');
  assert.deepEqual([below(asthma.below), below(0), below(1234), below(null)], ['3 below', 'nothing below', '1,234 below', '']);
});

test('around a code there are only headings with something under them', () => {
  const found: Around = { code: asthma, broader: [], narrower: [asthma], leftOut: 4, instead: [{ id: '1', term: 'Other', how: 'SAME AS' }] };
  assert.deepEqual(stepsAround(found).map(({ heading, codes }) => [heading, codes.length]), [['this code', 1], ['in its place', 1], ['narrower, the first 1 of 5', 1]]);
  assert.deepEqual(stepsAround(found)[1]?.codes.map(({ tag, below: count }) => [tag, count]), [['same as', null]]);
});

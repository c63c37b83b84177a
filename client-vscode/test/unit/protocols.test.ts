// What the Protocols view shows of the server's projects.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nodesOf, pictureOf, spokenOf, type TreeNode } from '../../src/features/protocols/nodes';
import type { Declared, Problems, ProjectNode, ProtocolNode } from '../../src/protocol';

const none: Problems = { errors: 0, warnings: 0, notes: 3 };
const range = { start: { line: 4, character: 7 }, end: { line: 4, character: 9 } };
const declared = (kind: string, name: string | null, title: string | null, problems = none): Declared => ({ kind, name, title, place: { uri: 'file:///p/a.medopt', range }, problems });
const protocol = (path: string, more: Partial<ProtocolNode> = {}): ProtocolNode => ({
  uri: `file:///p/${path}`, path, name: 'asthma', title: 'Asthma', version: '1.0', status: 'draft', reviewBy: null, isPastReview: false, problems: none, declarations: [], ...more,
});
const project = (more: Partial<ProjectNode> = {}): ProjectNode => ({ name: null, organisation: null, folder: 'file:///p', settings: null, problems: none, packs: [], protocols: [], ...more });

const outline = (nodes: readonly TreeNode[], depth = 0): string[] => nodes.flatMap((node) => [`${'  '.repeat(depth)}${node.label} | ${node.description}`, ...outline(node.children, depth + 1)]);

test('one project is shown by what is in it: packs, folders with protocols first, and files', () => {
  const cohort = declared('cohort', 'old', 'Asthma, 75 or over');
  const one = project({
    packs: [{ ...declared('pack', 'asthma_pack', 'Asthma pack'), members: ['old', 'monitoring.due', 'gone'] }],
    protocols: [
      protocol('smr/a_examples.medopt', { name: null, title: null, version: null, status: null, declarations: [declared('example', null, 'At 82'), declared('example', null, 'At 12')] }),
      protocol('smr/a.medopt', { declarations: [cohort, declared('procedure', 'monitoring', null)] }),
      protocol('b.medopt', { title: 'Bleeding', status: 'active', reviewBy: '2026-05-01', isPastReview: true }),
    ],
  });
  assert.deepEqual(outline(nodesOf([one])), [
    'Packs | ',
    '  Asthma pack | contains 3',
    '    Asthma, 75 or over | cohort',
    '    monitoring.due | procedure',
    'smr | ',
    '  Asthma | 1.0 · draft',
    '    Asthma, 75 or over | cohort',
    '    monitoring | procedure',
    '  a_examples.medopt | 2 examples',
    '    At 82 | example',
    '    At 12 | example',
    'Bleeding | review was due 2026-05-01 · 1.0 · active',
  ]);
});

test('several projects are a level of their own, by their names or their folders', () => {
  const nodes = nodesOf([project({ name: 'Network', folder: 'file:///one' }), project({ folder: 'file:///two%20here' })]);
  assert.deepEqual(nodes.map(({ label, description, context }) => [label, description, context]), [['Network', 'one', 'project'], ['two here', '', 'project']]);
  assert.equal(nodes[0]?.project?.folder, 'file:///one');
});

test('problems are said, and go up to what holds them', () => {
  const wrong: Problems = { errors: 2, warnings: 1, notes: 9 };
  const [packs, folder] = nodesOf([project({
    packs: [{ ...declared('pack', 'k', 'K'), members: ['old'] }],
    protocols: [protocol('smr/a.medopt', { problems: wrong, declarations: [declared('cohort', 'old', 'Old', wrong)] })],
  })]);
  assert.equal(folder?.description, '2 errors, 1 warning');
  assert.equal(folder?.children[0]?.description, '2 errors, 1 warning · 1.0 · draft');
  assert.equal(packs?.children[0]?.problems.errors, 2);
  assert.ok(folder !== undefined && folder.children[0] !== undefined);
  assert.deepEqual([pictureOf(folder), pictureOf(folder.children[0])], ['folder', 'error']);
  assert.equal(spokenOf(folder.children[0]), 'Asthma, protocol, 2 errors, 1 warning, 1.0, draft');
  assert.equal(packs?.children[0]?.description, '2 errors, 1 warning · contains 1');
});

test('a pack is what its menus need, and every node keeps its id while texts change', () => {
  const of = (title: string): readonly TreeNode[] => nodesOf([project({
    packs: [{ ...declared('pack', 'k', title), members: ['old'] }],
    protocols: [protocol('a.medopt', { declarations: [declared('cohort', 'old', title)] })],
  })]);
  const ids = (nodes: readonly TreeNode[]): string[] => nodes.flatMap(({ id, children }) => [id, ...ids(children)]);
  assert.deepEqual(ids(of('One')), ids(of('Another')));
  assert.equal(new Set(ids(of('One'))).size, ids(of('One')).length);
  const pack = of('One')[0]?.children[0];
  assert.equal(pack && pictureOf(pack), 'package');
  assert.equal(pack?.context, 'pack');
  assert.equal(pack?.pack, 'k');
  assert.equal(pack?.project?.folder, 'file:///p');
});

test('a title is text in a tooltip, whatever stands in it', () => {
  const [node] = nodesOf([project({ protocols: [protocol('a.medopt', { title: '[x](command:y) <b>*' })] })]);
  assert.equal(node?.tooltip.split('\n')[0], '**\\[x\\]\\(command\\:y\\) \\<b\\>\\***');
});

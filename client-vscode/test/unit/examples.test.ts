// Examples as the Test Explorer shows them, and why one failed.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { messagesOf } from '../../src/features/examples/messages';
import { byId, planOf } from '../../src/features/examples/plan';
import type { Example, Expectation, Place } from '../../src/protocol';

const at = (uri: string, line = 0): Place => ({ uri, range: { start: { line, character: 8 }, end: { line, character: 20 } } });
const example = (uri: string, name: string, more: Partial<Example> = {}): Example => ({
  name, place: at(uri), project: 'file:///p', outcome: null, message: null, shownAt: at(uri), expectations: [], ...more,
});
const names = { file: (uri: string): string => uri.slice('file:///p/'.length), project: (folder: string): string => folder.slice('file:///'.length) };

test('of one project there are files and their examples', () => {
  const plan = planOf([example('file:///p/smr/a.medopt', 'At 82'), example('file:///p/smr/a.medopt', 'At 12'), example('file:///p/b.medopt', 'Born today')], names);
  assert.deepEqual(plan.map(({ label, description, children }) => [label, description, children.map((child) => child.label)]), [
    ['a.medopt', 'smr', ['At 82', 'At 12']],
    ['b.medopt', '', ['Born today']],
  ]);
});

test('several projects are a level of their own', () => {
  const plan = planOf([example('file:///p/a.medopt', 'One'), example('file:///p/q/b.medopt', 'Two', { project: 'file:///p/q' })], names);
  assert.deepEqual(plan.map(({ label }) => label), ['p', 'p/q']);
});

test('two examples of one title are two, and their results find them', () => {
  const twice = [example('file:///p/a.medopt', 'One', { outcome: 'passed' }), example('file:///p/a.medopt', 'One', { outcome: 'invalid' })];
  const ids = planOf(twice, names).flatMap(({ children }) => children.map(({ id }) => id));
  assert.equal(new Set(ids).size, 2);
  assert.deepEqual(ids.map((id) => byId(twice).get(id)?.outcome), ['passed', 'invalid']);
});

const expectation = (more: Partial<Expectation>): Expectation => ({
  patient: null, cohort: 'old_asthma', expected: 'in', found: 'not in', met: false, message: '', outside: null, place: at('file:///p/a.medopt', 6), criteria: [], ...more,
});

test('each expectation that was not met says at its place what decided, and why', () => {
  const criterion = { label: '75 or over', group: 'include', holds: false, decided: true, place: at('file:///p/a.medopt', 2), why: [{ depth: 0, holds: false, text: 'age >= 75 years (born 1980-01-01: 46 years)' }] };
  const other = { ...criterion, label: 'Asthma', holds: true, decided: false, why: [{ depth: 0, holds: true, text: 'asthma recorded ever' }, { depth: 1, holds: null, text: 'more' }] };
  const failed = example('file:///p/a.medopt', 'At 46', {
    outcome: 'failed', message: 'x', shownAt: at('file:///p/a.medopt', 6),
    expectations: [expectation({ met: true, place: at('file:///p/a.medopt', 5) }), expectation({ patient: 'B*n', criteria: [other, criterion] })],
  });
  const messages = messagesOf(failed);
  assert.deepEqual(messages.map(({ place }) => place), [failed.shownAt]);
  assert.equal(messages[0]?.text, [
    'Expected **in**, found **not in** `old_asthma`: patient “B\\*n”.',
    '**What decided**',
    '- ✗ **75 or over** (include): does not hold\n  - ✗ age \\>\\= 75 years \\(born 1980\\-01\\-01\\: 46 years\\)'.replace('\\=', '='),
    '**The other criteria**',
    '- ✓ **Asthma** (include): holds\n  - ✓ asthma recorded ever\n    - – more',
  ].join('\n\n'));
});

test('someone whom the cohort does not start from is told so', () => {
  const [message] = messagesOf(example('file:///p/a.medopt', 'x', { outcome: 'failed', expectations: [expectation({ outside: 'not registered' })] }));
  assert.match(message?.text ?? '', /Not among those whom the cohort starts from:\* not registered/);
});

test('an example that could not be run says why at its title', () => {
  const invalid = example('file:///p/a.medopt', 'x', { outcome: 'invalid', message: 'the project has errors' });
  assert.deepEqual(messagesOf(invalid), [{ text: '**This example could not be run**: the project has errors', place: invalid.shownAt }]);
});

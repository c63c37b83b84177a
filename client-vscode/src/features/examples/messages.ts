// Why an example failed, for a reader who is no programmer.
import type { Criterion, Example, Expectation, Place } from '../../protocol';
import { plain } from '../markdown';

export interface Message {
  /** Markdown. */
  readonly text: string;
  readonly place: Place;
}

/** What stands at an example that did not pass: each expectation that was not met at its own place, or why it could not be run. */
export function messagesOf(example: Example): readonly Message[] {
  const unmet = example.expectations.filter(({ met }) => !met);
  if (example.outcome === 'failed' && unmet.length > 0) return unmet.map((expectation) => ({ text: explained(expectation), place: expectation.place }));
  const why = example.message === null || example.message === '' ? 'It did not come out as expected.' : example.message;
  return [{ text: example.outcome === 'invalid' ? `**This example could not be run**: ${plain(why)}` : plain(why), place: example.shownAt }];
}

function explained(expectation: Expectation): string {
  const { patient, cohort, expected, found, message, outside, criteria } = expectation;
  const who = patient === null ? '' : `: patient “${plain(patient)}”`;
  const decided = criteria.filter((criterion) => criterion.decided);
  const others = criteria.filter((criterion) => !criterion.decided);
  return [
    cohort === null || found === null ? plain(message) : `Expected **${expected}**, found **${found}** \`${cohort}\`${who}.`,
    ...(outside === null ? [] : [`*Not among those whom the cohort starts from:* ${plain(outside)}`]),
    ...(decided.length === 0 ? [] : [`**What decided**\n\n${decided.map(of).join('\n')}`]),
    ...(others.length === 0 ? [] : [`**The other criteria**\n\n${others.map(of).join('\n')}`]),
  ].join('\n\n');
}

/** One criterion, and below it each part that was looked at. */
function of({ label, group, holds, why }: Criterion): string {
  const lines = why.map((part) => `${'  '.repeat(part.depth + 1)}- ${mark(part.holds)} ${plain(part.text)}`);
  return [`- ${mark(holds)} **${plain(label)}** (${group}): ${word(holds)}`, ...lines].join('\n');
}

const mark = (holds: boolean | null): string => (holds === null ? '–' : holds ? '✓' : '✗');

const word = (holds: boolean | null): string => (holds === null ? 'not looked at' : holds ? 'holds' : 'does not hold');

import { editor } from '../person.mjs';
import { codes } from './mend.mjs';

/** Begins to write a term in a code set, and takes the code that is meant. */
export async function complete({ open, goTo, press, type, see, gone, choose, save, picture }) {
  await open(codes);
  await goTo(codes, '870661000000100');
  await press('End', 'Enter');
  await type('medication rev');
  await see('.suggest-widget.visible .monaco-list-row', { hasText: 'Anticoagulant medication review' });
  const taken = await picture('complete');
  await choose('.suggest-widget.visible .monaco-list-row', 'Anticoagulant medication review');
  await see(`${editor} .view-line`, { hasText: /922731000000106\s\|Anticoagulant\smedication\sreview\|/ });
  await gone('.squiggly-error');
  await save();
  return [taken];
}

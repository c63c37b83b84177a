// What is said of codes, in words.
import type { Around, Code } from '../../protocol';

/** "VMP", "disorder", or which terminology it is from where no release tells more. */
export const kindOf = (code: Code): string => code.level?.toUpperCase() ?? code.tag ?? (code.system === 'dmd' ? 'dm+d' : 'SNOMED CT');

/** What has to be known before a code is chosen: that it may not be used any more, by what other term it was found, and which code sets have it; empty where there is nothing to say. */
export function detailOf(code: Code): string {
  const status = { active: '', retired: 'retired: records may still hold it', unknown: 'not in the release', notHeld: 'of a kind that the release does not hold' }[code.status ?? 'active'];
  const used = code.sets.map(({ title, name }) => title ?? name).join(', ');
  return [status, code.matched === null ? '' : `also called ${code.matched}`, used === '' ? '' : `in your code set ${used}`].filter((part) => part !== '').join(' · ');
}

/** The codes around another that stand in one relation to it. */
export interface Steps {
  readonly heading: string;
  /** The name of an icon of VS Code. */
  readonly icon: string;
  readonly codes: readonly Step[];
}

/** A code, and how many are below it; null where that is not said. */
export type Step = Code & { readonly below: number | null };

/** The codes around another, under headings. */
export function stepsAround({ code, broader, narrower, leftOut, instead }: Around): readonly Steps[] {
  const replacing = instead.map(({ id, term, how }): Step => ({ ...code, id, term, matched: null, tag: how.toLowerCase(), level: null, status: 'active', sets: [], below: null }));
  return [
    { heading: 'broader', icon: 'arrow-up', codes: broader },
    { heading: 'this code', icon: 'arrow-right', codes: [code] },
    { heading: 'in its place', icon: 'replace', codes: replacing },
    { heading: leftOut === 0 ? 'narrower' : `narrower, the first ${narrower.length} of ${narrower.length + leftOut}`, icon: 'arrow-down', codes: narrower },
  ].filter(({ codes }) => codes.length > 0);
}

/** "3 below" */
export const below = (count: number | null): string => (count === null ? '' : count === 0 ? 'nothing below' : `${count.toLocaleString('en-GB')} below`);

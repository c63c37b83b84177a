// What is said of codes and releases, in words.
import type { Around, Code, ReleaseInUse, Releases } from '../../protocol';

/** "VMP", "disorder", or which terminology it is from where no release tells more. */
export const kindOf = (code: Code): string => code.level?.toUpperCase() ?? code.tag ?? (code.system === 'dmd' ? 'dm+d' : 'SNOMED CT');

/** What has to be known before a code is chosen: that it may not be used any more, by what other term it was found, and who holds it. */
export function detailOf(code: Code): string {
  const status = code.status === 'retired' ? 'retired: records may still hold it' : code.status === 'unknown' ? 'not in the release' : code.status === 'notHeld' ? 'nothing is known of it' : '';
  const used = code.sets.map(({ title, name }) => title ?? name).join(', ');
  return [status, code.matched === null ? '' : `also called ${code.matched}`, used === '' ? 'in no code set' : `used by ${used}`].filter((part) => part !== '').join(' · ');
}

/** The codes around another, under headings, each with how many are below it. */
export function stepsAround({ code, broader, narrower, leftOut, instead }: Around): readonly { readonly heading: string; readonly codes: readonly (Code & { readonly below: number })[] }[] {
  const replacing = instead.map(({ id, term, how }): Code & { readonly below: number } => ({ ...code, id, term, matched: null, tag: how, level: null, status: 'active', sets: [], below: 0 }));
  return [
    { heading: 'broader', codes: broader },
    { heading: 'this code', codes: [code] },
    { heading: 'in its place', codes: replacing },
    { heading: leftOut === 0 ? 'narrower' : `narrower, the first ${narrower.length} of ${narrower.length + leftOut}`, codes: narrower },
  ].filter(({ codes }) => codes.length > 0);
}

/** "3 below" */
export const below = (count: number): string => (count === 0 ? 'nothing below' : `${count.toLocaleString('en-GB')} below`);

/** The name of a release without what all names share: SnomedCT_Monolith of SnomedCT_MonolithRF2_PRODUCTION_20260311T120000Z. */
export const shortName = (name: string): string => name.replace(/(RF2)?_PRODUCTION_\w+$/, '');

/** A day as 2026-03-11 as British readers write it. */
export const day = (date: string): string => new Date(`${date}T00:00:00Z`).toLocaleDateString('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });

export const named = ({ name, date }: Pick<ReleaseInUse, 'name' | 'date'>): string => `${shortName(name)}${date === null ? '' : `, ${day(date)}`}`;

/** By what codes are known, for the status item: "SnomedCT_Monolith, 11 Mar 2026", "lock of 20 Nov 2026", "no release". */
export function knownBy({ release, lock }: Pick<Releases, 'release' | 'lock'>): string {
  if (release !== null) return named(release);
  return lock === null ? 'no release' : `lock of ${day(lock.locked)}`;
}

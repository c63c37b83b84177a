// What is said of terminology releases, in words.
import type { ImportedRelease, ReleaseInUse, Releases } from '../../protocol';

/** The name of a release as people say it: "SNOMED CT Monolith" of SnomedCT_MonolithRF2_PRODUCTION_20260311T120000Z. */
export const shortName = (name: string): string => name.replace(/(RF2)?_PRODUCTION_\w+$/, '').replace(/^SnomedCT(?=_)/, 'SNOMED CT').replaceAll('_', ' ');

/** A day as 2026-03-11 as British readers write it. */
export const day = (date: string): string => new Date(`${date}T00:00:00Z`).toLocaleDateString('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });

export const named = ({ name, date }: Pick<ReleaseInUse, 'name' | 'date'>): string => `${shortName(name)}${date === null ? '' : `, ${day(date)}`}`;

/** By what codes are known, for the status item: "SNOMED CT Monolith, 11 Mar 2026", "lock of 20 Nov 2026", "no release". */
export function knownBy({ release, lock, missing }: Pick<Releases, 'release' | 'lock' | 'missing'>): string {
  if (missing !== null) return `${shortName(missing)} is not loaded`;
  if (release !== null) return named(release);
  return lock === null ? 'no release' : `lock of ${day(lock.locked)}`;
}

/** The same in sentences, with what to do. */
export function saidOf({ release, lock, missing }: Pick<Releases, 'release' | 'lock' | 'missing'>): string {
  const byLock = lock === null ? 'Codes are not compared with any release.' : `Codes are known by the project's lock of ${day(lock.locked)}.`;
  if (missing !== null) return `This project names the terminology release ${missing}, which is not on this computer. ${byLock} The command Load Terminology Release… brings it in.`;
  if (release !== null) return `Codes are compared with ${named(release)}.`;
  return `No terminology release is loaded. ${byLock} The command Load Terminology Release… brings one in.`;
}

/** Where a box looks for codes. */
export function searchedIn(releases: Pick<Releases, 'release'> | undefined): string {
  const where = releases === undefined ? 'codes' : releases.release === null ? 'your protocols' : named(releases.release);
  return `Search ${where} by the beginnings of words, or by number`;
}

/** How many rows of what was brought in could not be taken, and all that is to be known of that, line by line. */
export function leftOut({ notes, faults, badRows }: ImportedRelease): { readonly rows: number; readonly lines: readonly string[] } {
  return {
    rows: faults.reduce((sum, { rows }) => sum + rows, 0),
    lines: [...notes, ...faults.map(({ file, fault, rows }) => `${file}: ${fault}, ${rows} rows`), ...badRows],
  };
}

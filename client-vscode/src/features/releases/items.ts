// What can be chosen among releases.
import type { QuickPickItem } from 'vscode';
import type { Releases } from '../../protocol';
import { named } from './words';

export interface ReleaseItem extends QuickPickItem {
  /** The release, or empty for the latest; none for one that cannot be used. */
  readonly name?: string;
  /** Run in place of choosing a release. */
  readonly command?: string;
}

/** The releases, the latest, and the way to one that is not here yet. `chosen` is the one in the settings, empty for the latest. */
export function itemsOf({ stores, release }: Pick<Releases, 'stores' | 'release'>, chosen: string): readonly ReleaseItem[] {
  return [
    ...stores.map((store): ReleaseItem => store.fault === null
      ? { label: named(store), description: store.name === release?.name ? 'in use' : '', detail: store.sources.join(', '), name: store.name }
      : { label: `$(error) ${store.name}`, description: 'cannot be used', detail: store.fault }),
    ...(stores.length < 2 ? [] : [{ label: 'The Latest', description: chosen === '' ? 'as it is set' : '', detail: 'Whichever has the latest date, when another one is loaded, too.', name: '' }]),
    { label: '$(add) Load Terminology Release…', detail: 'SNOMED CT or dm+d as TRUD has it: zips or folders.', command: 'medopt.loadRelease' },
  ];
}

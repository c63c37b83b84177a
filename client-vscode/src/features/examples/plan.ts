// The Test Explorer's tree, from the list of examples: project > file > example.
import type { Example, Place } from '../../protocol';
import { grouped } from '../grouped';

export interface Planned {
  /** Stays the same as long as a file has an example of this title. */
  readonly id: string;
  readonly label: string;
  readonly description: string;
  readonly uri: string;
  /** Of an example its title. */
  readonly range?: Place['range'];
  readonly children: readonly Planned[];
}

export interface Names {
  /** How a file is called below its project. */
  readonly file: (uri: string, project: string | null) => string;
  readonly project: (folder: string) => string;
}

/** Projects are a level of their own where there are several. */
export function planOf(examples: readonly Example[], names: Names): readonly Planned[] {
  const byProject = grouped(examples, ({ project }) => project);
  const levels = [...byProject].map(([project, own]) => ({ project, files: filesOf(own, names) }));
  if (levels.length <= 1) return levels.flatMap(({ files }) => files);
  return levels.flatMap(({ project, files }) => project === null ? files : [{ id: `project ${project}`, label: names.project(project), description: '', uri: project, children: files }]);
}

function filesOf(examples: readonly Example[], names: Names): readonly Planned[] {
  return [...grouped(examples, ({ place }) => place.uri)].map(([uri, own]) => {
    const path = names.file(uri, own[0]?.project ?? null);
    const [label, ...folders] = path.split('/').reverse();
    return { id: uri, label: label ?? path, description: folders.reverse().join('/'), uri, children: own.map((example, index) => planned(example, own.slice(0, index))) };
  });
}

/** Two of one title in a file are an error, and still two. */
const planned = ({ name, place }: Example, before: readonly Example[]): Planned => ({
  id: idOf(place.uri, name, before.filter((other) => other.name === name).length),
  label: name === '' ? 'An example without a title' : name,
  description: '', uri: place.uri, range: place.range, children: [],
});

const idOf = (uri: string, name: string, nth: number): string => `${uri}#${name}${nth === 0 ? '' : `#${nth + 1}`}`;

/** The results by the ids of their items. */
export function byId(examples: readonly Example[]): ReadonlyMap<string, Example> {
  const seen = new Map<string, number>();
  return new Map(examples.map((example) => {
    const key = idOf(example.place.uri, example.name, 0);
    const nth = seen.get(key) ?? 0;
    seen.set(key, nth + 1);
    return [idOf(example.place.uri, example.name, nth), example] as const;
  }));
}

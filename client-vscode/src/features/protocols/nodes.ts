// What the Protocols view shows: the server's projects as nodes, in words.
import type { Declared, Place, Problems, ProjectNode, ProtocolNode } from '../../protocol';
import { plain } from '../markdown';
import { lastOf } from '../paths';
import { iconOf } from './icons';

export interface TreeNode {
  /** Stays the same while texts change, so that what was unfolded stays unfolded. */
  readonly id: string;
  readonly label: string;
  readonly description: string;
  /** Markdown. */
  readonly tooltip: string;
  /** What it is, for who hears the tree. */
  readonly noun: string;
  /** A codicon. */
  readonly icon: string;
  /** Of everything below it too. */
  readonly problems: Problems;
  readonly isPastReview: boolean;
  /** What menus go by. */
  readonly context: string;
  readonly isOpen: boolean;
  readonly children: readonly TreeNode[];
  /** Where a click leads. */
  readonly place?: Place;
  /** What the commands on it are about. */
  readonly project?: ProjectNode;
  readonly pack?: string;
}

/** Several projects are a level of their own; of one, what is in it. */
export const nodesOf = (projects: readonly ProjectNode[]): readonly TreeNode[] => {
  const [first, ...others] = projects;
  if (first === undefined) return [];
  return others.length === 0 ? within(first) : projects.map(projectNode);
};

function projectNode(project: ProjectNode): TreeNode {
  const folder = lastOf(decodeURIComponent(project.folder));
  const label = project.name ?? folder;
  return {
    ...node(`project ${project.folder}`, 'project', label, [label === folder ? '' : folder], project.problems),
    tooltip: lines([`**${plain(label)}**`, project.organisation === null ? '' : plain(project.organisation), said(project.problems)]),
    icon: 'root-folder', isOpen: true, project, children: within(project),
  };
}

function within(project: ProjectNode): readonly TreeNode[] {
  const files = [...project.protocols].sort(protocolsFirst).map((protocol) => ({ folder: folderOf(protocol.path), node: fileNode(protocol) }));
  const folders = [...new Set(files.map(({ folder }) => folder))].filter((folder) => folder !== '').sort();
  const group = (id: string, label: string, icon: string, isOpen: boolean, children: readonly TreeNode[]): TreeNode => ({
    ...node(`${id} ${project.folder}`, 'group', label, [], sum(children)), noun: 'folder', icon, isOpen, children, isPastReview: children.some((child) => child.isPastReview),
  });
  return [
    ...(project.packs.length === 0 ? [] : [group('packs', 'Packs', 'archive', true, packNodes(project))]),
    ...folders.map((folder) => group(`folder ${folder}`, folder, 'folder', false, files.filter((file) => file.folder === folder).map((file) => file.node))),
    ...files.filter(({ folder }) => folder === '').map((file) => file.node),
  ];
}

function packNodes(project: ProjectNode): readonly TreeNode[] {
  const declared = new Map(project.protocols.flatMap(({ declarations }) => declarations).map((declaration) => [declaration.name, declaration]));
  return project.packs.map((pack) => {
    const id = `pack ${project.folder} ${pack.name}`;
    const children = pack.members.flatMap((member) => {
      const found = declared.get(member) ?? declared.get(member.split('.')[0] ?? member);
      return found === undefined ? [] : [{ ...declarationNode(`${id} ${member}`, found), ...(found.name === member ? {} : { label: member }) }];
    });
    const problems = sum([{ problems: pack.problems }, ...children]);
    const label = pack.title ?? pack.name ?? 'A pack without a name';
    return {
      ...node(id, 'pack', label, [`contains ${pack.members.length}`], problems),
      tooltip: lines([`**${plain(label)}**`, `Pack \`${pack.name ?? ''}\`, with ${pack.members.length === 1 ? 'one part' : `${pack.members.length} parts`}.`, said(problems)]),
      place: pack.place, project, children, ...(pack.name === null ? {} : { pack: pack.name }),
    };
  });
}

/** A protocol; a file without one is called by its name. */
function fileNode(protocol: ProtocolNode): TreeNode {
  const { uri, path, title, name, version, status, reviewBy, isPastReview, problems, declarations } = protocol;
  const isProtocol = (title ?? name) !== null;
  const label = title ?? name ?? lastOf(path);
  const review = reviewBy === null ? '' : isPastReview ? `review was due ${reviewBy}` : `review by ${reviewBy}`;
  const kinds = new Set(declarations.map(({ kind }) => kind));
  const [only] = kinds.size === 1 ? kinds : [];
  const holds = only === undefined ? '' : `${declarations.length} ${only}${declarations.length === 1 ? '' : 's'}`;
  const state = isProtocol ? [isPastReview ? review : '', version ?? '', status ?? ''] : [holds];
  return {
    ...node(`file ${uri}`, isProtocol ? 'protocol' : 'file', label, state, problems),
    tooltip: lines([
      `**${plain(label)}**`,
      isProtocol ? plain([version === null ? '' : `Version ${version}`, status ?? 'no status', review === '' ? 'no review date' : review].filter(Boolean).join(', ')) : plain(holds),
      `\`${path}\``,
      said(problems),
    ]),
    icon: isProtocol ? iconOf('protocol') : iconOf(only ?? 'file'), isPastReview,
    place: { uri, range: { start: start, end: start } },
    children: declarations.map((declaration) => declarationNode(`${uri} ${declaration.kind} ${declaration.name ?? declaration.title}`, declaration)),
  };
}

/** Files that hold examples or codes alone follow the protocols. */
const protocolsFirst = (one: ProtocolNode, other: ProtocolNode): number => Number(one.name === null) - Number(other.name === null);

const start = { line: 0, character: 0 };

function declarationNode(id: string, { kind, name, title, place, problems }: Declared): TreeNode {
  const label = title ?? name ?? `A ${kind} without a name`;
  return {
    ...node(id, kind, label, [kind], problems),
    tooltip: lines([`**${plain(label)}**`, name === null ? plain(kind) : `${plain(kind)} \`${name}\``, said(problems)]),
    place,
  };
}

const node = (id: string, context: string, label: string, state: readonly string[], problems: Problems): TreeNode => ({
  id, context, label, description: [said(problems), ...state].filter(Boolean).join(' · '), tooltip: '', noun: context, icon: iconOf(context), problems, isPastReview: false, isOpen: false, children: [],
});

/** "2 errors, 1 warning"; of none nothing. Notes are no problems. */
export function said({ errors, warnings }: Problems): string {
  const count = (number: number, noun: string): string => (number === 0 ? '' : `${number} ${noun}${number === 1 ? '' : 's'}`);
  return [count(errors, 'error'), count(warnings, 'warning')].filter(Boolean).join(', ');
}

/** What has problems of its own is seen by its shape, also where its row has another colour; a folder stays one. */
export function pictureOf({ icon, context, problems: { errors, warnings } }: TreeNode): string {
  if (context === 'group' || context === 'project') return icon;
  if (errors > 0) return 'error';
  return warnings > 0 ? 'warning' : icon;
}

/** A node for who hears it. */
export const spokenOf = ({ label, noun, description }: TreeNode): string => [label, ...new Set([noun, ...description.split(' · ')])].filter(Boolean).join(', ');

const sum = (nodes: readonly { readonly problems: Problems }[]): Problems => ({
  errors: nodes.reduce((total, { problems }) => total + problems.errors, 0),
  warnings: nodes.reduce((total, { problems }) => total + problems.warnings, 0),
  notes: nodes.reduce((total, { problems }) => total + problems.notes, 0),
});

const lines = (parts: readonly string[]): string => parts.filter(Boolean).join('\n\n');

const folderOf = (path: string): string => path.split('/').slice(0, -1).join('/');

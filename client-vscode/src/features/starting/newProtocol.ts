// A new protocol: a blank one, or one of the starter pack with all that it needs. The server says what goes where; the editor writes it.
import * as vscode from 'vscode';
import type { Extension } from '../../extension';
import { isFailure, type NewProtocol, type StarterProtocol } from '../../protocol';
import { chooseProject } from '../projects';
import { ask, back, line, pick, type Answer } from './steps';

/** What is known of the protocol that is to be made. */
interface Wanted {
  /** The folder of the project. */
  readonly project: string;
  /** One of the starter pack; null for a blank one. */
  readonly protocol?: string | null;
  readonly title?: string;
  readonly examples?: boolean;
}

interface Item extends vscode.QuickPickItem {
  readonly protocol?: StarterProtocol;
}

export function activate(extension: Extension): void {
  extension.context.subscriptions.push(vscode.commands.registerCommand('medopt.newProtocol', (wanted?: Wanted) => make(extension, wanted)));
}

/** The protocols to begin from, which come with the extension. */
export const starterFolder = ({ context }: Pick<Extension, 'context'>): string => vscode.Uri.joinPath(context.extensionUri, 'starter').toString();

/** Makes a protocol; gives what was brought. What is wanted is asked for, unless it is given. */
async function make(extension: Extension, given?: Wanted): Promise<NewProtocol | undefined> {
  const wanted = given?.protocol === undefined ? await choose(extension) : given;
  if (wanted?.protocol === undefined) return undefined;
  const { project, protocol, title, examples } = wanted;
  const answer = await extension.server.ask('medopt/newProtocol', {
    project, folder: starterFolder(extension), protocol, ...(title === undefined ? {} : { title }), ...(examples === undefined ? {} : { examples }),
  });
  if (answer === undefined || isFailure(answer)) {
    void vscode.window.showErrorMessage(answer?.error ?? 'The program that knows the starter pack does not run at the moment. Nothing was changed.', ...(answer === undefined ? ['Restart'] : []))
      .then((chosen) => chosen && vscode.commands.executeCommand('medopt.restartServer'));
    return undefined;
  }
  if (!(await written(answer))) {
    void vscode.window.showErrorMessage('The files could not be written, and nothing was changed. Is the folder read-only, or has one of the files been made meanwhile?');
    return undefined;
  }
  await vscode.window.showTextDocument(vscode.Uri.parse(answer.open), { preview: false });
  void vscode.window.showInformationMessage(`The protocol is in your project. ${answer.notes.join(' ')}`);
  return answer;
}

/** Writes what the server says, all of it or nothing, and saves it. */
async function written({ files }: NewProtocol): Promise<boolean> {
  const edit = new vscode.WorkspaceEdit();
  for (const { uri, text, at } of files) {
    if (at === null) edit.createFile(vscode.Uri.parse(uri), { overwrite: false, ignoreIfExists: false, contents: new TextEncoder().encode(text) });
    else edit.insert(vscode.Uri.parse(uri), new vscode.Position(at.line, at.character), text);
  }
  if (!(await vscode.workspace.applyEdit(edit))) return false;
  const changed = new Set(files.filter(({ at }) => at !== null).map(({ uri }) => vscode.Uri.parse(uri).toString()));
  for (const document of vscode.workspace.textDocuments) if (changed.has(document.uri.toString())) await document.save();
  return true;
}

async function choose(extension: Extension): Promise<Wanted | undefined> {
  const project = await chooseProject(extension.server, 'New Protocol');
  if (project === undefined) return undefined;
  const offered = await extension.server.ask('medopt/starterProtocols', { folder: starterFolder(extension), project: project.folder });
  const protocols = offered === undefined || isFailure(offered) ? [] : offered.protocols;
  return ask<Wanted>('New Protocol', { project: project.folder }, [
    async (state, place) => {
      const chosen = await pick(place, 'A blank one, or which one of the starter pack? All are drafts.', itemsOf(protocols));
      return chosen === undefined || chosen === back ? chosen : { ...state, protocol: chosen.protocol?.name ?? null };
    },
    (state, place) => (state.protocol === null ? askTitle(state, place) : askExamples(state, place, protocols.find(({ name }) => name === state.protocol)?.examples ?? 0)),
  ]);
}

async function askTitle(state: Wanted, place: Parameters<typeof line>[0]): Promise<Answer<Wanted>> {
  const wrong = (text: string): string | undefined => (text === '' ? 'A protocol has a title: the words that a reader sees.' : undefined);
  const title = await line(place, 'What is it about? This is its title, such as Review of anticoagulants.', state.title ?? '', wrong);
  return typeof title === 'string' ? { ...state, title } : title;
}

async function askExamples(state: Wanted, place: Parameters<typeof pick>[0], count: number): Promise<Answer<Wanted>> {
  if (count === 0) return { ...state, examples: false };
  const chosen = await pick(place, 'With its examples?', [
    { label: `With ${count === 1 ? 'its example' : `its ${count} examples`}`, detail: 'Invented patients who show that it finds whom it should. They say at once when a change breaks it.', examples: true },
    { label: 'Without', detail: 'The protocol alone.', examples: false },
  ]);
  return chosen === undefined || chosen === back ? chosen : { ...state, examples: chosen.examples };
}

function itemsOf(protocols: readonly StarterProtocol[]): readonly Item[] {
  const blank: Item = { label: '$(new-file) A blank protocol', detail: 'A cohort, a measure, a pack and two examples to write over.' };
  let folder: string | undefined;
  return [blank, ...protocols.flatMap((protocol): Item[] => {
    const own = protocol.path.split('/').slice(0, -1).join('/');
    const heading: Item[] = own === folder ? [] : [{ label: own.replaceAll('_', ' '), kind: vscode.QuickPickItemKind.Separator }];
    folder = own;
    return [...heading, itemOf(protocol)];
  })];
}

function itemOf(protocol: StarterProtocol): Item {
  const { title, description, holds, needs, inProject } = protocol;
  const presence = { none: '', partly: 'partly in your project', whole: 'in your project already' }[inProject];
  const along = needs.length === 0 ? [] : [`with what it needs of ${needs.length === 1 ? 'another protocol' : `${needs.length} others`}`];
  return { label: title, description: presence, detail: [holds.join(', '), ...along, ...(description === null ? [] : [description.split('\n')[0] ?? ''])].join(' · '), protocol };
}

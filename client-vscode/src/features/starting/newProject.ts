// A new project: where, what it is called, and whose it is; the program makes it.
import path from 'node:path';
import * as vscode from 'vscode';
import type { Extension } from '../../extension';
import { runProgram } from '../../program/run';
import { folderName } from './folderName';
import { ask, back, line, pick } from './steps';

/** What is known of the project that is to be made. */
interface Wanted {
  readonly name?: string;
  readonly organisation?: string;
  /** The folder in which the project's own folder is made. */
  readonly parent?: string;
  /** The project's own folder, where an empty one is open. */
  readonly folder?: string;
}

/** Where the file is kept that is to be shown once the new project is open. */
const showKey = 'medopt.showWhenOpen';

export function activate(extension: Extension): void {
  extension.context.subscriptions.push(vscode.commands.registerCommand('medopt.newProject', (wanted?: Wanted) => make(extension, wanted)));
  void showFirst(extension);
}

/** Makes a project; gives its folder. What is wanted is asked for, unless it is all given. */
async function make(extension: Extension, given: Wanted = {}): Promise<string | undefined> {
  const wanted = given.name && (given.parent ?? given.folder) ? given : await ask('New Project', given, [
    async (state, place) => {
      const name = await line(place, 'What is the project called? Readers see this name.', state.name ?? 'Our protocols', (text) => (text === '' ? 'A project has a name.' : undefined));
      return typeof name === 'string' ? { ...state, name } : name;
    },
    async (state, place) => {
      const organisation = await line(place, 'Whose is it? The practice, or the network.', state.organisation ?? '', (text) => (text === '' ? 'Write whose it is, such as Example PCN.' : undefined));
      return typeof organisation === 'string' ? { ...state, organisation } : organisation;
    },
    async (state, place) => {
      const where = await pick(place, 'Where is its folder to be?', [
        ...(await emptyFolders()).map(({ name, uri }) => ({ label: `$(folder-opened) Here, in ${name}`, detail: uri.fsPath, folder: uri.fsPath })),
        { label: '$(folder) Choose a Folder…', detail: `A folder “${folderName(state.name ?? '')}” is made in it.`, folder: undefined },
      ]);
      if (where === undefined || where === back) return where;
      if (where.folder !== undefined) return { ...state, folder: where.folder };
      const [parent] = (await vscode.window.showOpenDialog({ canSelectFiles: false, canSelectFolders: true, openLabel: 'Make the Project Here', title: 'Where is the project’s folder to be?' })) ?? [];
      return parent === undefined ? undefined : { ...state, parent: parent.fsPath };
    },
  ]);
  const folder = wanted?.folder ?? (wanted?.parent === undefined ? undefined : path.join(wanted.parent, folderName(wanted.name ?? '')));
  if (wanted?.name === undefined || folder === undefined) return undefined;
  const run = await runProgram({ context: extension.context, log: extension.log, args: ['new', folder, '--name', wanted.name, ...(wanted.organisation ? ['--organisation', wanted.organisation] : [])] });
  if (run === undefined) return undefined;
  if (run.code !== 0) {
    void sayFailed(run.talk.trim(), folder);
    return undefined;
  }
  if (wanted.folder === undefined) void offerToOpen(extension, folder, wanted.name);
  else await vscode.window.showTextDocument(vscode.Uri.joinPath(vscode.Uri.file(folder), 'first.medopt'));
  return folder;
}

/** The folders of the window in which nothing is yet. */
async function emptyFolders(): Promise<readonly vscode.WorkspaceFolder[]> {
  const all = vscode.workspace.workspaceFolders ?? [];
  const empty = await Promise.all(all.map(({ uri }) => vscode.workspace.fs.readDirectory(uri).then((entries) => entries.length === 0, () => false)));
  return all.filter((_, index) => empty[index]);
}

async function sayFailed(why: string, folder: string): Promise<void> {
  const again = 'Choose Another Folder';
  const chosen = await vscode.window.showErrorMessage(`No project was made in ${folder}. ${why}`, again);
  if (chosen === again) await vscode.commands.executeCommand('medopt.newProject');
}

async function offerToOpen({ context }: Extension, folder: string, name: string): Promise<void> {
  const [open, beside, add] = ['Open', 'Open in New Window', 'Add to This Window'];
  const hasFolders = (vscode.workspace.workspaceFolders ?? []).length > 0;
  const chosen = await vscode.window.showInformationMessage(`The project “${name}” is made: a small protocol with an example, to write over.`, open, ...(hasFolders ? [beside, add] : []));
  const uri = vscode.Uri.file(folder);
  if (chosen === undefined) return;
  await context.globalState.update(showKey, vscode.Uri.joinPath(uri, 'first.medopt').toString());
  if (chosen === add) {
    vscode.workspace.updateWorkspaceFolders(vscode.workspace.workspaceFolders?.length ?? 0, 0, { uri });
    await showFirst({ context });
  } else {
    await vscode.commands.executeCommand('vscode.openFolder', uri, { forceNewWindow: chosen === beside });
  }
}

/** Opens the first file of a project that was made just now, in the window that has its folder. */
async function showFirst({ context }: Pick<Extension, 'context'>): Promise<void> {
  const kept = context.globalState.get<string>(showKey);
  const uri = kept === undefined ? undefined : vscode.Uri.parse(kept);
  if (uri === undefined || vscode.workspace.getWorkspaceFolder(uri) === undefined) return;
  await context.globalState.update(showKey, undefined);
  await vscode.window.showTextDocument(uri);
}

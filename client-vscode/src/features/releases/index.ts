// Terminology releases: by which one codes are known. They stay on this computer.
import * as vscode from 'vscode';
import type { Extension } from '../../extension';
import { isFailure, type Releases } from '../../protocol';
import { oneAtATime } from '../oneAtATime';
import { choose, chosen } from './choose';
import { load } from './load';

/** What other features show of releases. */
export interface ReleasesShown {
  /** As the server said last; undefined as long as it has not. */
  readonly now: () => Releases | undefined;
  readonly onChange: vscode.Event<void>;
}

export function activate(extension: Extension): ReleasesShown {
  const { context, server } = extension;
  const changed = new vscode.EventEmitter<void>();
  const files = vscode.workspace.createFileSystemWatcher('**/{medopt.lock,medopt.json}');
  let now: Releases | undefined;
  let isOld = false;
  const look = oneAtATime(async () => {
    const document = vscode.window.activeTextEditor?.document;
    now = await server.ask('medopt/releases', document?.languageId === 'medopt' ? { textDocument: { uri: document.uri.toString() } } : {});
    changed.fire();
  });
  const use = async (): Promise<void> => {
    const name = chosen();
    if (name === '' && now?.chosen === null) return;
    const answer = await server.ask('medopt/useRelease', { name: name === '' ? null : name });
    if (answer !== undefined && isFailure(answer) && name !== '') void vscode.window.showWarningMessage(`${answer.error} The latest one is used, if there is one.`);
  };
  // The server is told of files a little later than this is.
  const age = (): void => { isOld = true; };
  context.subscriptions.push(
    changed, files, files.onDidChange(age), files.onDidCreate(age), files.onDidDelete(age),
    server.onTold(() => {
      if (!isOld) return;
      isOld = false;
      void look();
    }),
    server.onRelease(() => void look()),
    vscode.window.onDidChangeActiveTextEditor(() => void look()),
    server.onState((state) => {
      if (state !== 'running') now = undefined;
      else if (server.files === undefined) void look().then(() => (chosen() === '' ? undefined : use()));
    }),
    vscode.workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration('medopt.release')) void use();
    }),
    vscode.commands.registerCommand('medopt.chooseRelease', () => choose(server)),
    vscode.commands.registerCommand('medopt.loadRelease', (paths?: readonly string[]) => load(server, paths)),
  );
  return { now: () => now, onChange: changed.event };
}

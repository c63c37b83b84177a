// Brings in a release: the server reads it, and may be stopped. All of it stays on this computer.
import path from 'node:path';
import * as vscode from 'vscode';
import { WorkDoneProgress } from 'vscode-languageclient/node';
import { type Failure, type ImportedRelease, isFailure } from '../../protocol';
import type { Server } from '../../server';
import { chosen, use } from './choose';
import { leftOut, named } from './words';

let isLoading = false;

/** Of paths that are given or chosen; undefined where that was given up. */
export async function load(server: Server, given?: readonly string[]): Promise<ImportedRelease | Failure | undefined> {
  if (isLoading) return void vscode.window.showInformationMessage('A release is being loaded already. Wait for its end, or cancel it first.');
  isLoading = true;
  try {
    const paths = given ?? (await choosePaths());
    if (paths === undefined || paths.length === 0) return undefined;
    const answer = await bringIn(server, paths);
    if (answer === undefined) return undefined;
    if (isFailure(answer)) return sayFailed(answer);
    sayLoaded(answer, await keep(server, answer.release.name));
    return answer;
  } finally {
    isLoading = false;
  }
}

/** The server's answer; undefined where it was cancelled. */
async function bringIn(server: Server, paths: readonly string[]): Promise<ImportedRelease | Failure | undefined> {
  const title = `Loading ${paths.map((one) => path.basename(one)).join(', ')}`;
  const options = { location: vscode.ProgressLocation.Notification, title, cancellable: true };
  return vscode.window.withProgress(options, async (progress, cancel) => {
    const listening = server.client.onProgress(WorkDoneProgress.type, title, shownIn(progress));
    try {
      const answer = await server.ask('medopt/importRelease', { paths, workDoneToken: title }, cancel);
      if (answer !== undefined) return answer;
      if (!cancel.isCancellationRequested) return { error: 'The release was not brought in: the program that checks protocols does not answer.' };
      vscode.window.setStatusBarMessage('Loading was cancelled: everything is as it was.', 10_000);
      return undefined;
    } finally {
      listening.dispose();
    }
  });
}

/** The one that was loaded is used from now on, and after the next start; gives another where the server uses that, because the new one holds medicines alone. */
async function keep(server: Server, name: string): Promise<string | undefined> {
  const now = await server.ask('medopt/releases', {});
  const other = now?.stores.find((store) => store.name === (now.chosen ?? now.stores[0]?.name) && store.name !== name);
  if (other !== undefined) return named(other);
  if (chosen() !== '' || now?.stores[0]?.name !== name) await use(name);
  return undefined;
}

/** Tells how far it has come: VS Code wants to know by how much more. */
function shownIn(progress: vscode.Progress<{ message?: string; increment?: number }>): (told: { readonly kind: string; readonly message?: string; readonly percentage?: number }) => void {
  let done = 0;
  return ({ message, percentage = 0 }) => {
    progress.report({ ...(message === undefined ? {} : { message }), increment: Math.max(0, percentage - done) });
    done = Math.max(done, percentage);
  };
}

async function choosePaths(): Promise<readonly string[] | undefined> {
  const kind = await vscode.window.showQuickPick([
    { label: 'Zip files…', detail: 'As they came from TRUD. Choose all that belong together: SNOMED CT and dm+d.', folders: false },
    { label: 'A folder…', detail: 'With an unpacked release, or with several zips.', folders: true },
  ], { title: 'Load Terminology Release', placeHolder: 'The release is read on this computer, and nothing of it is sent anywhere.' });
  if (kind === undefined) return undefined;
  const found = await vscode.window.showOpenDialog({
    title: 'The terminology release', openLabel: 'Load', canSelectFolders: kind.folders, canSelectFiles: !kind.folders, canSelectMany: true,
    ...(kind.folders ? {} : { filters: { 'Releases': ['zip', 'xml', 'txt', 'csv'], 'All files': ['*'] } }),
  });
  return found?.map(({ fsPath }) => fsPath);
}

function sayFailed(failure: Failure): Failure {
  const again = 'Choose Other Files';
  void vscode.window.showErrorMessage(failure.error, again).then((picked) => picked === again && vscode.commands.executeCommand('medopt.loadRelease'));
  return failure;
}

/** What was taken, and what was not. */
function sayLoaded(loaded: ImportedRelease, other: string | undefined): void {
  const instead = other === undefined ? '' : ` It holds no SNOMED CT, and ${other} is used still: load SNOMED CT and dm+d together to have both.`;
  const text = `${named(loaded.release)} is loaded: ${loaded.concepts.toLocaleString('en-GB')} codes.${instead}`;
  const { rows, lines } = leftOut(loaded);
  if (lines.length === 0) return void vscode.window.showInformationMessage(text);
  const show = 'Show What Was Left Out';
  void vscode.window.showWarningMessage(`${text}${rows === 0 ? '' : ` ${rows.toLocaleString('en-GB')} rows could not be taken.`}`, show).then(async (picked) => {
    if (picked === show) await vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ content: lines.join('\n') }));
  });
}

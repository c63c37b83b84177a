// Terminology releases: which one codes are compared with, another one, and one that is brought in. They stay on this computer.
import path from 'node:path';
import * as vscode from 'vscode';
import { WorkDoneProgress } from 'vscode-languageclient/node';
import type { Extension } from '../extension';
import { type ImportedRelease, isFailure, type Releases } from '../protocol';
import { knownBy, named } from './codes/words';
import { oneAtATime } from './oneAtATime';

/** What other features show of releases. */
export interface ReleasesShown {
  /** A few words for the status item; undefined as long as the server has not said. */
  readonly known: () => string | undefined;
  /** The same as a sentence. */
  readonly said: () => string;
  readonly onChange: vscode.Event<void>;
}

export function activate(extension: Extension): ReleasesShown {
  const { context, server } = extension;
  const changed = new vscode.EventEmitter<void>();
  const files = vscode.workspace.createFileSystemWatcher('**/{medopt.lock,medopt.json}');
  let now: Releases | undefined;
  const look = oneAtATime(async () => {
    const document = vscode.window.activeTextEditor?.document;
    now = await server.ask('medopt/releases', document?.languageId === 'medopt' ? { textDocument: { uri: document.uri.toString() } } : {});
    changed.fire();
  });
  const use = async (): Promise<void> => {
    const name = chosen();
    const answer = name === '' && now?.chosen === null ? undefined : await server.ask('medopt/useRelease', { name: name === '' ? null : name });
    if (answer !== undefined && isFailure(answer) && name !== '') void vscode.window.showWarningMessage(`${answer.error} The latest one is used, if there is one.`);
  };
  context.subscriptions.push(
    changed, files,
    files.onDidChange(() => void look()), files.onDidCreate(() => void look()), files.onDidDelete(() => void look()),
    server.client.onNotification('medopt/releaseChanged', () => void look()),
    vscode.window.onDidChangeActiveTextEditor(() => void look()),
    server.onState((state) => {
      if (state !== 'running') now = undefined;
      else if (server.files === undefined) void look().then(() => (chosen() === '' ? undefined : use()));
    }),
    vscode.workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration('medopt.release')) void use();
    }),
    vscode.commands.registerCommand('medopt.chooseRelease', () => choose(extension)),
    vscode.commands.registerCommand('medopt.loadRelease', (paths?: readonly string[]) => load(extension, paths)),
  );
  return {
    known: () => (now === undefined ? undefined : knownBy(now)),
    said: () => {
      if (now?.release) return `Codes are compared with ${named(now.release)}.`;
      return now?.lock ? `Codes are known by ${knownBy(now)}.` : 'Codes are not compared with a terminology release: none is loaded.';
    },
    onChange: changed.event,
  };
}

const chosen = (): string => vscode.workspace.getConfiguration('medopt').get('release', '');

async function choose(extension: Extension): Promise<void> {
  const answer = await extension.server.ask('medopt/releases', {});
  if (answer === undefined) return void vscode.window.showInformationMessage('The program that checks protocols is not running.');
  const items = [
    ...answer.stores.map((store) => ({
      label: `${store.fault === null ? (store.name === answer.release?.name ? '$(check) ' : '') : '$(error) '}${store.name}`,
      description: store.fault === null ? (store.date ?? '') : 'cannot be used',
      detail: store.fault ?? store.sources.join(', '),
      name: store.fault === null ? store.name : undefined,
    })),
    ...(answer.stores.length === 0 ? [] : [{ label: 'The Latest', description: '', detail: 'Whichever has the latest date.', name: '' }]),
    { label: '$(add) Load Terminology Release…', description: '', detail: 'SNOMED CT or dm+d as TRUD has it: folders or zips.', name: null },
  ];
  const title = answer.wanted === null ? 'Terminology Release' : `Terminology Release (this project names ${answer.wanted}, which goes before the choice)`;
  const picked = await vscode.window.showQuickPick(items, { title, placeHolder: 'Compare codes with which release?' });
  if (picked?.name === null) await vscode.commands.executeCommand('medopt.loadRelease');
  else if (picked?.name !== undefined) await vscode.workspace.getConfiguration('medopt').update('release', picked.name, vscode.ConfigurationTarget.Global);
}

/** Brings in a release, of paths that are given or chosen. */
async function load(extension: Extension, given?: readonly string[]): Promise<ImportedRelease | undefined> {
  const paths = given ?? (await choosePaths());
  if (paths === undefined || paths.length === 0) return undefined;
  const title = `Loading ${paths.map((one) => path.basename(one)).join(', ')}`;
  const answer = await vscode.window.withProgress({ location: vscode.ProgressLocation.Notification, title, cancellable: true }, async (progress, cancel) => {
    const token = `release-${Date.now()}`;
    let done = 0;
    const listening = extension.server.client.onProgress(WorkDoneProgress.type, token, (told) => {
      const percentage = told.kind === 'end' ? undefined : told.percentage;
      progress.report({ message: told.message ?? '', ...(percentage === undefined || percentage <= done ? {} : { increment: percentage - done }) });
      done = Math.max(done, percentage ?? 0);
    });
    try {
      return await extension.server.ask('medopt/importRelease', { paths, workDoneToken: token }, cancel);
    } finally {
      listening.dispose();
    }
  });
  if (answer === undefined) return undefined;
  if (isFailure(answer)) {
    void vscode.window.showErrorMessage(answer.error);
    return undefined;
  }
  if (chosen() !== '') await vscode.workspace.getConfiguration('medopt').update('release', answer.release.name, vscode.ConfigurationTarget.Global);
  say(answer);
  return answer;
}

async function choosePaths(): Promise<readonly string[] | undefined> {
  const kind = await vscode.window.showQuickPick([
    { label: 'Zip files…', detail: 'As they were downloaded; several at once, such as SNOMED CT and dm+d.', folders: false },
    { label: 'A folder…', detail: 'Of an unpacked release, or one with several.', folders: true },
  ], { title: 'Load Terminology Release', placeHolder: 'The release is read on this computer, and nothing of it is sent anywhere.' });
  if (kind === undefined) return undefined;
  const found = await vscode.window.showOpenDialog({
    title: 'The terminology release', openLabel: 'Load', canSelectFolders: kind.folders, canSelectFiles: !kind.folders, canSelectMany: true,
    ...(kind.folders ? {} : { filters: { 'Releases': ['zip', 'xml', 'txt', 'csv'], 'All files': ['*'] } }),
  });
  return found?.map(({ fsPath }) => fsPath);
}

/** What was taken, and what was not. */
function say({ release, concepts, notes, faults, badRows }: ImportedRelease): void {
  const left = faults.reduce((sum, { rows }) => sum + rows, 0);
  const text = `${named(release)} is loaded: ${concepts.toLocaleString('en-GB')} codes.`;
  if (left === 0 && notes.length === 0) return void vscode.window.showInformationMessage(text);
  const show = 'Show What Was Left Out';
  const message = `${text}${left === 0 ? '' : ` ${left.toLocaleString('en-GB')} rows could not be taken.`}`;
  const lines = [...notes, ...faults.map(({ file, fault, rows }) => `${file}: ${fault}, ${rows} rows`), ...badRows];
  void vscode.window.showWarningMessage(message, show).then(async (picked) => {
    if (picked === show) await vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ content: lines.join('\n') }));
  });
}

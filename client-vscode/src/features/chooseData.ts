// In which records cohorts are counted: a made-up practice, an extract of one's own, or none. They stay on this computer.
import path from 'node:path';
import * as vscode from 'vscode';
import type { Extension } from '../extension';
import { runProgram } from '../program/run';

const patients = 50_000;

export function activate(extension: Extension): void {
  extension.context.subscriptions.push(vscode.commands.registerCommand('medopt.chooseData', () => choose(extension)));
}

async function choose(extension: Extension): Promise<void> {
  const now = vscode.workspace.getConfiguration('medopt').get('data', '');
  const items = [
    { label: 'A made-up practice', detail: `${patients.toLocaleString('en-GB')} patients who never were, made on this computer: shows that a protocol finds somebody, and never how many you will find.`, from: synthetic },
    { label: 'An extract of your own…', detail: 'A folder with patients.csv, events.csv and medications.csv. It is read on this computer, and nothing of it is sent anywhere.', from: ownExtract },
    ...(now === '' ? [] : [{ label: 'None', detail: `Stop counting in ${now}.`, from: () => Promise.resolve('') }]),
  ];
  const chosen = await vscode.window.showQuickPick(items, { title: 'Count Cohorts', placeHolder: 'Count the patients whom cohorts find, above each cohort, in which records?' });
  const folder = await chosen?.from(extension);
  if (folder === undefined) return;
  await vscode.workspace.getConfiguration('medopt').update('data', folder, vscode.ConfigurationTarget.Global);
}

async function ownExtract(): Promise<string | undefined> {
  const [folder] = (await vscode.window.showOpenDialog({ title: 'The folder of the extract', openLabel: 'Count in This Folder', canSelectFolders: true, canSelectFiles: false })) ?? [];
  return folder?.fsPath;
}

/** Makes the practice anew, so that its records end on the day on which protocols are looked at. */
async function synthetic({ context, log }: Extension): Promise<string | undefined> {
  const set = vscode.workspace.getConfiguration('medopt').get('today', '');
  const today = set === '' ? dayOf(new Date()) : set;
  const folder = path.join(context.globalStorageUri.fsPath, 'synthetic');
  await vscode.workspace.fs.createDirectory(context.globalStorageUri);
  const args = ['synth', '--patients', String(patients), '--seed', '1', '--on', today, '--out', folder];
  const run = await vscode.window.withProgress({ location: vscode.ProgressLocation.Notification, title: 'Making up a practice…', cancellable: true }, (_, cancel) => runProgram({ context, log, args, cancel }));
  if (run?.code === 0) return folder;
  if (run !== undefined && run.code !== null) void vscode.window.showErrorMessage(`The practice could not be made. ${run.talk.trim()}`);
  return undefined;
}

/** A day as 2026-11-20, as the clock on the wall has it. */
function dayOf(now: Date): string {
  const two = (number: number): string => String(number).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

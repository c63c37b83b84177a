// Builds packs with the same program and the same arguments as anybody else, and opens what was built.
import path from 'node:path';
import * as vscode from 'vscode';
import type { Extension } from '../extension';
import { runProgram } from '../program/run';
import type { ProjectNode } from '../protocol';
import { chooseProject } from './projects';

/** What a node of the Protocols view says when a command is run on it. */
export interface PackChoice {
  readonly project: ProjectNode;
  readonly pack?: string;
}

export function activate(extension: Extension): void {
  extension.context.subscriptions.push(
    vscode.commands.registerCommand('medopt.buildPack', (node?: PackChoice) => build(extension, node, false)),
    vscode.commands.registerCommand('medopt.printPdf', (node?: PackChoice) => build(extension, node, true)),
    vscode.commands.registerCommand('medopt.openPackFolder', (node?: PackChoice) => open(extension, node)),
  );
}

async function build(extension: Extension, node: PackChoice | undefined, pdf: boolean): Promise<void> {
  if (!vscode.workspace.isTrusted) return void sayUntrusted();
  const choice = node?.project === undefined ? await choose(extension, pdf ? 'Print Pack to PDF' : 'Build Pack') : node;
  if (choice === undefined || !(await allSaved())) return;
  const folder = vscode.Uri.parse(choice.project.folder).fsPath;
  const out = outputOf(choice.project);
  const settings = vscode.workspace.getConfiguration('medopt');
  const [today, browser] = [settings.get('today', ''), settings.get('browser', '')];
  const args = [
    'build', folder, '--out', out,
    ...(choice.pack === undefined ? [] : ['--pack', choice.pack]),
    ...(pdf ? ['--pdf', ...(browser === '' ? [] : ['--browser', browser])] : []),
    ...(today === '' ? [] : ['--today', today]),
  ];
  const title = `${pdf ? 'Printing' : 'Building'} ${choice.pack ?? 'all packs'}…`;
  const run = await vscode.window.withProgress({ location: vscode.ProgressLocation.Notification, title, cancellable: true }, (_, cancel) =>
    runProgram({ context: extension.context, log: extension.log, args, cwd: folder, cancel }));
  if (run === undefined || run.code === null) return;
  if (run.code === 0) void sayBuilt(out, run.talk + run.output);
  else void sayNotBuilt(extension, run.code, run.talk + run.output);
}

/** A pack, or all of a project. */
async function choose({ server }: Extension, title: string): Promise<PackChoice | undefined> {
  const project = await chooseProject(server, title);
  if (project === undefined) return undefined;
  if (project.packs.length === 0) {
    void vscode.window.showInformationMessage('This project has no pack: write one, such as pack our_pack "Our pack" { contains our_cohort }.');
    return undefined;
  }
  const items = [
    { label: 'All packs', description: '', detail: `${project.packs.length} in ${vscode.Uri.parse(project.folder).fsPath}`, pack: undefined },
    ...project.packs.map(({ name, title: shown, members }) => ({ label: shown ?? name ?? '', description: name ?? '', detail: members.join(', '), pack: name ?? undefined })),
  ];
  const chosen = await vscode.window.showQuickPick(items, { title, placeHolder: 'Which pack?', matchOnDescription: true });
  if (chosen === undefined) return undefined;
  return chosen.pack === undefined ? { project } : { project, pack: chosen.pack };
}

/** The program reads what is on the disk: what is not saved would be missing from the pack. */
async function allSaved(): Promise<boolean> {
  const unsaved = vscode.workspace.textDocuments.filter(({ isDirty, languageId, uri }) => isDirty && (languageId === 'medopt' || uri.path.endsWith('/medopt.json')));
  if (unsaved.length === 0) return true;
  const save = 'Save and Build';
  const detail = unsaved.map(({ uri }) => vscode.workspace.asRelativePath(uri)).join('\n');
  const chosen = await vscode.window.showWarningMessage('Packs are built from what is saved, and these files have changes that are not.', { modal: true, detail }, save);
  return chosen === save && (await Promise.all(unsaved.map((document) => document.save()))).every(Boolean);
}

/** Where packs go: the setting, from the project's folder. */
function outputOf(project: ProjectNode): string {
  const folder = vscode.Uri.parse(project.folder);
  return path.resolve(folder.fsPath, vscode.workspace.getConfiguration('medopt', folder).get('build.folder', '') || 'dist');
}

async function sayBuilt(out: string, said: string): Promise<void> {
  const packs = said.split(/\r?\n/).filter((line) => /^\S+-\S+: \d+ files/.test(line));
  const message = packs.length === 1 ? `Built ${packs[0]}.` : `Built ${packs.length} packs in ${out}.`;
  const chosen = await vscode.window.showInformationMessage(message, 'Open Pack', 'Open Folder');
  if (chosen === 'Open Pack') await vscode.env.openExternal(vscode.Uri.file(path.join(out, 'index.html')));
  if (chosen === 'Open Folder') await show(vscode.Uri.file(path.join(out, 'packs')));
}

async function sayNotBuilt({ log }: Extension, code: number, said: string): Promise<void> {
  const first = said.split(/\r?\n/).find((line) => line.trim() !== '') ?? '';
  const message = code === 1 ? `Nothing was built, and an older pack is as it was: ${first}` : `The pack could not be built: ${first}`;
  const chosen = await vscode.window.showErrorMessage(message, ...(code === 1 ? ['Show Problems'] : []), 'Show Log');
  if (chosen === 'Show Problems') await vscode.commands.executeCommand('workbench.actions.view.problems');
  if (chosen === 'Show Log') log.show();
}

async function open({ server }: Extension, node: PackChoice | undefined): Promise<void> {
  const project = node?.project ?? (await chooseProject(server, 'Open Pack Folder'));
  if (project === undefined) return;
  const folder = vscode.Uri.file(path.join(outputOf(project), 'packs'));
  try {
    await vscode.workspace.fs.stat(folder);
  } catch {
    return void sayNoPack(folder, node);
  }
  await show(folder);
}

async function sayNoPack(folder: vscode.Uri, node: PackChoice | undefined): Promise<void> {
  const build = 'Build Pack…';
  if ((await vscode.window.showInformationMessage(`No pack has been built yet: there is no ${folder.fsPath}.`, build)) === build) await vscode.commands.executeCommand('medopt.buildPack', node);
}

/** In the file manager; where the window is in a browser, which has none, in the Explorer of VS Code. */
const show = (folder: vscode.Uri): Thenable<unknown> => vscode.commands.executeCommand(vscode.env.uiKind === vscode.UIKind.Web ? 'revealInExplorer' : 'revealFileInOS', folder);

async function sayUntrusted(): Promise<void> {
  const manage = 'Manage Trust';
  const chosen = await vscode.window.showWarningMessage('Packs are built only in folders that you trust. Everything else works here.', manage);
  if (chosen === manage) await vscode.commands.executeCommand('workbench.trust.manage');
}

// A published list of codes becomes a code set. The program reads it; where its text goes is asked.
import path from 'node:path';
import * as vscode from 'vscode';
import type { Extension } from '../extension';
import { type Run, runProgram } from '../program/run';
import { chooseProject } from './projects';
import { ask, back, line, pick } from './starting/steps';

interface Wanted {
  /** The path of the list. */
  readonly file: string;
  readonly system?: 'snomed' | 'dmd';
  readonly title?: string;
  /** The document to which it is added; null for a file of its own. */
  readonly into?: vscode.Uri | null;
}

export function activate(extension: Extension): void {
  extension.context.subscriptions.push(vscode.commands.registerCommand('medopt.importCodelist', (given?: Partial<Wanted>) =>
    importList(extension, given?.file === undefined ? undefined : { ...given, file: given.file })));
}

async function importList(extension: Extension, given?: Wanted): Promise<vscode.Uri | undefined> {
  const file = given?.file ?? (await chooseFile());
  if (file === undefined) return undefined;
  const wanted = given?.into === undefined ? await choose(file) : given;
  if (wanted?.into === undefined) return undefined;
  const run = await read(extension, wanted);
  if (run === undefined) return undefined;
  if (run.output.trim() === '') {
    void vscode.window.showErrorMessage(`No code set was made of ${path.basename(file)}. ${run.talk.trim()}`, 'Choose Another File')
      .then((again) => again && vscode.commands.executeCommand('medopt.importCodelist'));
    return undefined;
  }
  const uri = await put(extension, wanted.into, run.output);
  if (uri !== undefined) sayTaken(path.basename(file), run);
  return uri;
}

async function chooseFile(): Promise<string | undefined> {
  const [chosen] = (await vscode.window.showOpenDialog({ title: 'Which list of codes?', openLabel: 'Import', filters: { 'Lists of codes': ['csv'], 'All files': ['*'] } })) ?? [];
  return chosen?.fsPath;
}

async function choose(file: string): Promise<Wanted | undefined> {
  const active = vscode.window.activeTextEditor?.document;
  return ask<Wanted>('Import Codelist', { file }, [
    async (state, place) => {
      const proposed = state.title ?? path.basename(file, path.extname(file)).replaceAll(/[-_]+/g, ' ');
      const wrong = (text: string): string | undefined => (text === '' ? 'A code set has a title: the words that a reader sees.' : undefined);
      const title = await line(place, 'What is the code set called? This is its title, such as Asthma diagnoses.', proposed, wrong);
      return typeof title === 'string' ? { ...state, title } : title;
    },
    async (state, place) => {
      const system = await pick(place, 'What does the list hold?', [
        { label: 'What is recorded: diagnoses, results, procedures', description: 'SNOMED CT', system: 'snomed' as const },
        { label: 'Medicines', description: 'dm+d', system: 'dmd' as const },
      ]);
      return system === undefined || system === back ? system : { ...state, system: system.system };
    },
    async (state, place) => {
      const here = active?.languageId === 'medopt' ? [{ label: `At the end of ${path.posix.basename(active.uri.path)}`, into: active.uri }] : [];
      const into = await pick(place, 'Where is the code set to stand?', [...here, { label: 'In a new file of the project', into: null }]);
      return into === undefined || into === back ? into : { ...state, into: into.into };
    },
  ]);
}

/** Runs the program; where it cannot tell which column holds the codes, it is asked again with the one that is named. */
async function read({ context, log }: Extension, { file, system, title }: Wanted): Promise<Run | undefined> {
  const args = ['import', 'codelist', file, ...(system === undefined ? [] : ['--system', system]), ...(title === undefined ? [] : ['--title', title])];
  const run = await runProgram({ context, log, args });
  if (run?.code !== 2 || !run.talk.includes('--code-column')) return run;
  const column = await vscode.window.showInputBox({ title: 'Which column holds the codes?', prompt: run.talk.trim().replace(/: name one with --code-column\.$/, '.'), ignoreFocusOut: true });
  return column === undefined ? undefined : runProgram({ context, log, args: [...args, '--code-column', column] });
}

/** Adds the code set to a document, or makes a file for it beside the other code sets. The document is shown and not saved. */
async function put({ server }: Extension, into: vscode.Uri | null, text: string): Promise<vscode.Uri | undefined> {
  const uri = into ?? (await newFile(server, /^codes (\w+)/.exec(text)?.[1] ?? 'codes'));
  if (uri === undefined) return undefined;
  const edit = new vscode.WorkspaceEdit();
  if (into === null) {
    edit.createFile(uri, { overwrite: false, contents: new TextEncoder().encode(text) });
  } else {
    const document = await vscode.workspace.openTextDocument(uri);
    const end = document.lineAt(document.lineCount - 1).range.end;
    edit.insert(uri, end, `${end.character > 0 ? '\n\n' : '\n'}${text}`);
  }
  if (!(await vscode.workspace.applyEdit(edit))) {
    void vscode.window.showErrorMessage('The code set could not be written, and nothing was changed. Is the folder read-only?');
    return undefined;
  }
  const document = await vscode.workspace.openTextDocument(uri);
  const at = document.positionAt(Math.max(0, document.getText().replaceAll('\r\n', '\n').lastIndexOf(text)));
  await vscode.window.showTextDocument(document, { preview: false, selection: new vscode.Range(at, at) });
  return uri;
}

async function newFile(server: Extension['server'], name: string): Promise<vscode.Uri | undefined> {
  const project = await chooseProject(server, 'Import Codelist');
  if (project === undefined) return undefined;
  for (let number = 1; ; number++) {
    const uri = vscode.Uri.joinPath(vscode.Uri.parse(project.folder), 'codes', `${name}${number === 1 ? '' : `_${number}`}.medopt`);
    const isThere = await vscode.workspace.fs.stat(uri).then(() => true, () => false);
    if (!isThere) return uri;
  }
}

/** Rows that were left out are said, with all of them to be read. */
function sayTaken(name: string, { code, talk }: Run): void {
  const lines = talk.trim().split('\n');
  if (code === 0) {
    void vscode.window.showInformationMessage(`${name} is a code set now: ${lines.at(-1) ?? ''}`);
    return;
  }
  const show = 'Show What Was Left Out';
  void vscode.window.showWarningMessage(`Not every row of ${name} could be taken: ${lines.at(-1) ?? ''}`, show).then(async (chosen) => {
    if (chosen === show) await vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ content: lines.join('\n') }));
  });
}

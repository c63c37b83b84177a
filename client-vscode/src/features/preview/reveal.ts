// From the page to the text.
import * as vscode from 'vscode';
import { isOurs } from '../../findings';
import { sourcePlace } from './places';

/** Marks what was clicked until the cursor is elsewhere: it is not selected, so that nothing is written over it by accident. */
const mark = vscode.window.createTextEditorDecorationType({ backgroundColor: new vscode.ThemeColor('editor.rangeHighlightBackground') });

/** Shows the place of an element, in the editor that has its document; gives where the cursor is then, undefined where there is no such place. */
export async function reveal(source: string, files: Readonly<Record<string, string>>, focus: boolean): Promise<vscode.Location | undefined> {
  const place = sourcePlace(source);
  const uri = place === undefined ? undefined : files[place.path];
  if (place === undefined || uri === undefined) return undefined;
  const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(uri));
  const range = new vscode.Range(document.positionAt(place.start), document.positionAt(place.end));
  return await show(document, range, focus);
}

/** The editor that shows the document already, or else where a protocol is shown, or else the first. */
async function show(document: vscode.TextDocument, range: vscode.Range, focus: boolean): Promise<vscode.Location> {
  const editors = vscode.window.visibleTextEditors;
  const beside = editors.find((editor) => editor.document === document) ?? editors.find((editor) => editor.document.languageId === 'medopt');
  const editor = await vscode.window.showTextDocument(document, { viewColumn: beside?.viewColumn ?? vscode.ViewColumn.One, preserveFocus: !focus });
  editor.selection = new vscode.Selection(range.start, range.start);
  editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  editor.setDecorations(mark, [range]);
  return new vscode.Location(document.uri, range.start);
}

/** Takes away what was marked. */
export const unmark = (editor: vscode.TextEditor): void => editor.setDecorations(mark, []);

/** The first error of a document, or else of any protocol. */
export async function showFirstProblem(uri: string | undefined): Promise<void> {
  const own = (findings: readonly vscode.Diagnostic[]): vscode.Diagnostic | undefined =>
    findings.filter((finding) => isOurs(finding) && finding.severity === vscode.DiagnosticSeverity.Error).sort((one, other) => one.range.start.compareTo(other.range.start))[0];
  const all = vscode.languages.getDiagnostics().map(([file, findings]) => ({ file, first: own(findings) }));
  const found = all.find(({ file, first }) => first !== undefined && file.toString() === uri) ?? all.find(({ first }) => first !== undefined);
  if (found?.first === undefined) return void (await vscode.commands.executeCommand('workbench.actions.view.problems'));
  await show(await vscode.workspace.openTextDocument(found.file), found.first.range, true);
}

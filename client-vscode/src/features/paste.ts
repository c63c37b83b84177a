// A list of codes from a spreadsheet, a CSV file or a browser, pasted into a code set, becomes its entries. The server knows how; anything else is pasted as ever.
import * as vscode from 'vscode';
import type { Extension } from '../extension';
import { isFailure, type PastedCodes } from '../protocol';

const kind = vscode.DocumentDropOrPasteEditKind.Text.append('medopt', 'codes');

/** Gives what answers a paste. */
export function activate(extension: Extension): vscode.DocumentPasteEditProvider {
  const provider: vscode.DocumentPasteEditProvider = {
    async provideDocumentPasteEdits(document, ranges, dataTransfer, _, cancel) {
      const [range, ...others] = ranges;
      const text = await dataTransfer.get('text/plain')?.asString();
      if (range === undefined || others.length > 0 || text === undefined || text === '') return undefined;
      const codes = await pasted(extension, document, range, text, undefined, cancel);
      if (codes === undefined || cancel.isCancellationRequested) return undefined;
      if (codes.columns.length > 0) void chooseColumn(extension, document, text, codes);
      else if (codes.text === null) return undefined;
      else if (codes.text === '') void vscode.window.showInformationMessage(codes.message);
      else whenPasted(document, codes.text, (line) => say(document, codes, line));
      return [asItIs(document, range, codes.text ?? '')];
    },
  };
  extension.context.subscriptions.push(vscode.languages.registerDocumentPasteEditProvider({ language: 'medopt' }, provider, { providedPasteEditKinds: [kind], pasteMimeTypes: ['text/plain'] }));
  return provider;
}

/** What is pasted of its own accord is indented again, line by line; these lines are indented already. */
function asItIs(document: vscode.TextDocument, range: vscode.Range, text: string): vscode.DocumentPasteEdit {
  const entries = vscode.SnippetTextEdit.replace(range, new vscode.SnippetString().appendText(text));
  entries.keepWhitespace = true;
  const edit = new vscode.DocumentPasteEdit('', 'Insert as Codes', kind);
  if (text !== '') {
    edit.additionalEdit = new vscode.WorkspaceEdit();
    edit.additionalEdit.set(document.uri, [entries]);
  }
  return edit;
}

async function pasted({ server }: Extension, document: vscode.TextDocument, { start, end }: vscode.Range, text: string, column?: number, cancel?: vscode.CancellationToken): Promise<PastedCodes | undefined> {
  const answer = await server.ask('medopt/pasteCodes', { textDocument: { uri: document.uri.toString() }, position: start, end, text, ...(column === undefined ? {} : { column }) }, cancel);
  return answer === undefined || isFailure(answer) ? undefined : answer;
}

/**
 * Several columns hold identifiers: nothing is inserted until someone says which one is meant. A list to choose from would lose the keyboard to the editor when the paste ends.
 * The codes go to where the cursor is then.
 */
async function chooseColumn(extension: Extension, document: vscode.TextDocument, text: string, { columns, message }: PastedCodes): Promise<void> {
  const items = columns.map(({ column, title }) => ({ title: `Column ${column + 1}: ${title}`, column }));
  const chosen = await vscode.window.showWarningMessage(message, ...items);
  const editor = vscode.window.activeTextEditor;
  if (chosen === undefined || editor?.document !== document) return;
  const range = editor.selection;
  const codes = await pasted(extension, document, range, text, chosen.column);
  if (codes === undefined || codes.text === null) return;
  whenPasted(document, codes.text, (line) => say(document, codes, line));
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, range, codes.text);
  await vscode.workspace.applyEdit(edit);
}

/** A list may be looked at without being pasted, so that nothing is said before it is in the text. */
function whenPasted(document: vscode.TextDocument, text: string, then: (line: number) => void): void {
  const plain = (one: string): string => one.replaceAll('\r\n', '\n');
  const listening = vscode.workspace.onDidChangeTextDocument((change) => {
    if (change.document !== document || change.contentChanges.length === 0) return;
    listening.dispose();
    const found = change.contentChanges.find((one) => plain(one.text).includes(plain(text)));
    if (found !== undefined) then(found.range.start.line);
  });
}

/** What became of the list: in the status bar where all is well, as a warning where rows were not taken. */
function say(document: vscode.TextDocument, { notTaken, message }: PastedCodes, line: number): void {
  const [first] = notTaken;
  if (first === undefined) {
    vscode.window.setStatusBarMessage(message, 10_000);
    return;
  }
  const show = notTaken.length === 1 ? 'Show It' : 'Show the First';
  void vscode.window.showWarningMessage(`${message} ${first.why}`, show).then(async (chosen) => {
    if (chosen !== show) return;
    const at = document.lineAt(line + first.line).range;
    await vscode.window.showTextDocument(document, { selection: at });
  });
}

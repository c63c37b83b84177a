// A code that is chosen among those of the project and of the terminology release is inserted at the cursor.
import * as vscode from 'vscode';
import type { Extension } from '../extension';
import { type Code, isFailure } from '../protocol';
import type { CodeBox } from './codes/box';
import * as choose from './codes/choose';

/** Gives the box in which a code is chosen, for tests. */
export function activate(extension: Extension): () => CodeBox | undefined {
  extension.context.subscriptions.push(vscode.commands.registerCommand('medopt.insertCode', (code?: Pick<Code, 'id' | 'term'>) => insert(extension, code)));
  return choose.activate(extension.context.subscriptions);
}

/** What stands before the code of an entry: the code comes to it as it is. */
const awaitsCode = /^\s*(?:except\s+)?(?:<<?|only|except)\s*$/;

async function insert(extension: Extension, given?: Pick<Code, 'id' | 'term'>): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  if (editor?.document.languageId !== 'medopt') {
    void vscode.window.showInformationMessage('Open a protocol first, and put the cursor between the braces of a code set.');
    return;
  }
  const code = given ?? (await choose.chooseCode(extension.server, editor.document.uri, editor.selection.start));
  if (code === undefined) return;
  const text = code.term === null || code.term === '' ? code.id : `${code.id} |${code.term}|`;
  const { start, end } = editor.selection;
  if (awaitsCode.test(editor.document.lineAt(start.line).text.slice(0, start.character))) return void (await editor.edit((edit) => edit.replace(editor.selection, text)));
  const answer = await extension.server.ask('medopt/pasteCodes', { textDocument: { uri: editor.document.uri.toString() }, position: start, end, text });
  const entry = answer === undefined || isFailure(answer) ? undefined : answer;
  if (entry?.text === '') void vscode.window.showInformationMessage(`${text} is in this code set already.`);
  else if (entry?.text) await editor.edit((edit) => edit.replace(editor.selection, entry.text ?? ''));
  else await offerElsewhere(editor, text);
}

/** The cursor is not between the entries of a code set. In a template, a code may stand all the same. */
async function offerElsewhere(editor: vscode.TextEditor, text: string): Promise<void> {
  const [here, copy] = ['Insert It Here', 'Copy It'];
  const message = 'The cursor is not between the entries of a code set, where codes belong: on a line of its own between the braces of codes … { }.';
  const chosen = await vscode.window.showInformationMessage(message, here, copy);
  if (chosen === here) await editor.edit((edit) => edit.replace(editor.selection, text));
  if (chosen === copy) await vscode.env.clipboard.writeText(text);
}

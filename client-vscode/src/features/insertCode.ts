// A search box over the codes that the project knows; the one that is chosen is inserted at the cursor.
import * as vscode from 'vscode';
import type { Extension } from '../extension';
import { type Code, isFailure } from '../protocol';
import { oneAtATime } from './oneAtATime';

interface Item extends vscode.QuickPickItem {
  readonly code: Code;
}

export function activate(extension: Extension): void {
  extension.context.subscriptions.push(vscode.commands.registerCommand('medopt.insertCode', (code?: Pick<Code, 'id' | 'term'>) => insert(extension, code)));
}

async function insert(extension: Extension, given?: Pick<Code, 'id' | 'term'>): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  if (editor?.document.languageId !== 'medopt') {
    void vscode.window.showInformationMessage('Open a protocol first, and put the cursor between the braces of a code set.');
    return;
  }
  const code = given ?? (await search(extension, editor));
  if (code === undefined) return;
  const text = code.term === null || code.term === '' ? code.id : `${code.id} |${code.term}|`;
  const { start, end } = editor.selection;
  const answer = await extension.server.ask('medopt/pasteCodes', { textDocument: { uri: editor.document.uri.toString() }, position: start, end, text });
  const entry = answer === undefined || isFailure(answer) ? undefined : answer;
  if (entry?.text === '') void vscode.window.showInformationMessage(`${text} is in this code set already.`);
  else if (entry?.text) await editor.edit((edit) => edit.replace(editor.selection, entry.text ?? ''));
  else await offerElsewhere(editor, text);
}

/** The cursor is not between the entries of a code set. After << or except, or in a template, a code may stand all the same. */
async function offerElsewhere(editor: vscode.TextEditor, text: string): Promise<void> {
  const [here, copy] = ['Insert It Here', 'Copy It'];
  const message = 'The cursor is not between the entries of a code set, where codes belong: on a line of its own between the braces of codes … { }.';
  const chosen = await vscode.window.showInformationMessage(message, here, copy);
  if (chosen === here) await editor.edit((edit) => edit.replace(editor.selection, text));
  if (chosen === copy) await vscode.env.clipboard.writeText(text);
}

/** Within a code set, only codes of its system are offered. */
function search({ server }: Extension, { document, selection: { start: position } }: vscode.TextEditor): Promise<Code | undefined> {
  const box = vscode.window.createQuickPick<Item>();
  box.title = 'Insert Code';
  box.placeholder = 'Type the beginnings of words of the term, or of the identifier';
  const show = oneAtATime(async (outdated) => {
    if (box.value.trim() === '') {
      box.items = [];
      return;
    }
    box.busy = true;
    const found = await server.ask('medopt/codes', { query: box.value, limit: 100, textDocument: { uri: document.uri.toString() }, position });
    if (outdated.aborted) return;
    box.busy = false;
    box.items = found === undefined || isFailure(found) ? [] : found.codes.map(itemOf);
    box.title = box.items.length === 0 ? 'Insert Code: no code of this project is called so' : `Insert Code${found !== undefined && 'more' in found && found.more ? ': the first hundred' : ''}`;
  });
  box.onDidChangeValue(() => void show());
  return new Promise((resolve) => {
    box.onDidAccept(() => {
      const [chosen] = box.selectedItems;
      if (chosen === undefined) return;
      resolve(chosen.code);
      box.hide();
    });
    box.onDidHide(() => {
      resolve(undefined);
      box.dispose();
    });
    box.show();
  });
}

/** All that the server found is shown: how words match is for it to say. */
function itemOf(code: Code): Item {
  const used = code.sets.map(({ title, name }) => title ?? name).join(', ');
  return {
    label: code.term === null || code.term === '' ? code.id : code.term,
    description: `${code.id} · ${code.system === 'dmd' ? 'dm+d' : 'SNOMED CT'}`,
    detail: used === '' ? 'in no code set' : `used by ${used}`,
    alwaysShow: true,
    code,
  };
}

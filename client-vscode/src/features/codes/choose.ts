// Asks for a code in a box at the top of the window. Everything can be done with the keyboard.
import * as vscode from 'vscode';
import type { Code } from '../../protocol';
import type { Server } from '../../server';
import { type CodeBox, codeBox } from './box';

/** While a box is open: the keys that go around and back are for it. */
const context = 'medopt.choosingCode';

let open: CodeBox | undefined;

/** Gives the box that is open, for tests. */
export function activate(subscriptions: vscode.Disposable[]): () => CodeBox | undefined {
  subscriptions.push(
    vscode.commands.registerCommand('medopt.aroundCode', () => open?.around(open.shown.activeItems[0]?.code)),
    vscode.commands.registerCommand('medopt.backFromCode', () => open?.back()),
  );
  return () => open;
}

/** Within a code set, only codes of its system are offered. Undefined where none was chosen. */
export function chooseCode(server: Server, uri: vscode.Uri, position: vscode.Position): Promise<Code | undefined> {
  const box = codeBox(server, uri, position);
  open = box;
  void vscode.commands.executeCommand('setContext', context, true);
  return new Promise((resolve) => {
    box.shown.onDidAccept(() => {
      const [chosen] = box.shown.selectedItems;
      if (chosen?.code === undefined && chosen?.command === undefined) return;
      resolve(chosen.code);
      box.shown.hide();
      if (chosen.command !== undefined) void vscode.commands.executeCommand(chosen.command);
    });
    box.shown.onDidHide(() => {
      resolve(undefined);
      box.shown.dispose();
      if (open !== box) return;
      open = undefined;
      void vscode.commands.executeCommand('setContext', context, false);
    });
    box.shown.show();
  });
}

// A box in which a code is chosen: searched by words, and looked at with what is broader and narrower. Everything can be done with the keyboard.
import * as vscode from 'vscode';
import { type Code, isFailure } from '../../protocol';
import type { Server } from '../../server';
import { oneAtATime } from '../oneAtATime';
import { below, detailOf, kindOf, stepsAround } from './words';

interface Item extends vscode.QuickPickItem {
  readonly code?: Code;
}

/** What stands in the box while one looks around a code. */
interface Looked {
  readonly title: string;
  readonly items: readonly Item[];
  readonly active: Item | undefined;
}

const around: vscode.QuickInputButton = { iconPath: new vscode.ThemeIcon('type-hierarchy'), tooltip: 'Show what is broader and narrower (Alt+Right)' };
/** While a box is open: the keys that go around and back are for it. */
const context = 'medopt.choosingCode';

let open: { readonly around: () => void; readonly back: () => void } | undefined;

export function activate(subscriptions: vscode.Disposable[]): void {
  subscriptions.push(
    vscode.commands.registerCommand('medopt.aroundCode', () => open?.around()),
    vscode.commands.registerCommand('medopt.backFromCode', () => open?.back()),
  );
}

/** Asks for a code; within a code set, only codes of its system are offered. Undefined where none was chosen. */
export function chooseCode(server: Server, uri: vscode.Uri, position: vscode.Position): Promise<Code | undefined> {
  const textDocument = { uri: uri.toString() };
  const box = vscode.window.createQuickPick<Item>();
  const steps: Looked[] = [];
  let typed = '';
  const show = oneAtATime(async (outdated) => {
    if (steps.length > 0) return;
    typed = box.value;
    box.title = 'Insert Code';
    if (typed.trim() === '') {
      box.items = [];
      return;
    }
    box.busy = true;
    const found = await server.ask('medopt/codes', { query: typed, limit: 100, textDocument, position });
    if (outdated.aborted || steps.length > 0) return;
    box.busy = false;
    box.items = found === undefined || isFailure(found) ? [] : found.codes.map((code) => itemOf(code, true));
    box.title = box.items.length === 0 ? 'Insert Code: no code is called so' : `Insert Code${found !== undefined && 'more' in found && found.more ? ': the first hundred' : ''}`;
  });
  const set = (looked: Looked): void => {
    box.title = looked.title;
    box.value = '';
    box.items = looked.items;
    box.activeItems = looked.active === undefined ? [] : [looked.active];
  };
  const go = async (code: Code | undefined): Promise<void> => {
    if (code === undefined) return;
    box.busy = true;
    const found = await server.ask('medopt/hierarchy', { id: code.id, textDocument });
    box.busy = false;
    if (found === undefined || isFailure(found)) {
      box.title = found === undefined ? 'Insert Code' : found.error;
      return;
    }
    const items = stepsAround(found).flatMap(({ heading, codes }): Item[] => [
      { label: heading, kind: vscode.QuickPickItemKind.Separator },
      ...codes.map((one) => itemOf(one, false, below(one.below))),
    ]);
    const looked = { title: `Around ${code.term ?? code.id} (Alt+Left goes back)`, items, active: items.find((item) => item.code?.id === code.id) };
    steps.push(looked);
    set(looked);
  };
  const back = (): void => {
    if (steps.pop() === undefined) return;
    const before = steps.at(-1);
    if (before !== undefined) {
      set(before);
      return;
    }
    box.value = typed;
    void show();
  };
  box.placeholder = 'Type the beginnings of words of the term, or the identifier; Alt+Right shows what is broader and narrower';
  box.onDidChangeValue(() => void show());
  box.onDidTriggerItemButton(({ item }) => void go(item.code));
  open = { around: () => void go(box.activeItems[0]?.code), back };
  void vscode.commands.executeCommand('setContext', context, true);
  return new Promise((resolve) => {
    box.onDidAccept(() => {
      const [chosen] = box.selectedItems;
      if (chosen?.code === undefined) return;
      resolve(chosen.code);
      box.hide();
    });
    box.onDidHide(() => {
      resolve(undefined);
      open = undefined;
      void vscode.commands.executeCommand('setContext', context, false);
      box.dispose();
    });
    box.show();
  });
}

/** All that the server found is shown: how words match is for it to say. Around a code, what is typed is looked for in what is shown. */
function itemOf(code: Code, alwaysShow: boolean, more = ''): Item {
  return {
    label: code.term === null || code.term === '' ? code.id : code.term,
    description: [code.id, kindOf(code), more].filter((part) => part !== '').join(' · '),
    detail: detailOf(code),
    buttons: code.status === null || code.status === 'unknown' || code.status === 'notHeld' ? [] : [around],
    alwaysShow,
    code,
  };
}

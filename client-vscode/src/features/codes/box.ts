// What stands in the box of codes: what is found for the words that are typed, and on demand what is broader and narrower than a code.
import * as vscode from 'vscode';
import { type Code, isFailure, type Releases } from '../../protocol';
import type { Server } from '../../server';
import { oneAtATime } from '../oneAtATime';
import { searchedIn } from '../releases/words';
import { type CodeItem, foundItem, heading, stepItem, withoutRelease } from './items';
import { stepsAround } from './words';

export interface CodeBox {
  readonly shown: vscode.QuickPick<CodeItem>;
  /** Shows what is found for words. */
  readonly search: (words: string) => Promise<void>;
  /** Shows what is around a code. */
  readonly around: (code: Code | undefined) => Promise<void>;
  /** Shows what stood there before, with the code that one comes from. */
  readonly back: () => void;
}

interface View {
  readonly title: string;
  readonly items: readonly CodeItem[];
  /** The code that one looks around; none where one searches. */
  readonly around?: Code;
}

const title = 'Insert Code';
const most = 100;
const silent = 'the program that checks protocols does not answer';

export function codeBox(server: Server, uri: vscode.Uri, position: vscode.Position): CodeBox {
  const textDocument = { uri: uri.toString() };
  const shown = vscode.window.createQuickPick<CodeItem>();
  // The server ranks what it found. VS Code takes this member, which is not among the types of its API.
  Object.assign(shown, { sortByLabel: false });
  let found: View = { title, items: [] };
  let steps: readonly View[] = [];
  let typed = '';
  let releases: Releases | undefined;
  let walking: Promise<void> = Promise.resolve();

  const show = (active?: Code): void => {
    const view = steps.at(-1) ?? found;
    shown.title = view.title;
    shown.placeholder = steps.length === 0 ? searchedIn(releases) : 'Words that are typed here are looked for below';
    shown.buttons = steps.length === 0 ? [] : [vscode.QuickInputButtons.Back];
    shown.items = view.items;
    const same = view.items.find(({ code }) => code !== undefined && code.id === active?.id);
    if (same !== undefined) shown.activeItems = [same];
  };

  const searchTyped = oneAtATime(async (outdated) => {
    shown.busy = true;
    releases ??= await server.ask('medopt/releases', { textDocument });
    const query = typed.trim();
    const answer = query === '' ? { codes: [], more: false } : await server.ask('medopt/codes', { query, limit: most, textDocument, position });
    if (outdated.aborted) return;
    shown.busy = false;
    found = viewOf(query, answer, releases?.release === null);
    if (steps.length === 0) show();
  });

  const walk = async (code: Code): Promise<void> => {
    shown.busy = true;
    const answer = await server.ask('medopt/hierarchy', { id: code.id, textDocument });
    shown.busy = false;
    if (answer === undefined || isFailure(answer)) {
      shown.title = answer?.error ?? `${title}: ${silent}`;
      return;
    }
    const items = stepsAround(answer).flatMap(({ heading: over, icon, codes }) => [heading(over), ...codes.map((one) => stepItem(one, icon))]);
    steps = [...steps, { title: `Around ${answer.code.term ?? code.id} (Alt+Left goes back)`, items, around: code }];
    shown.value = '';
    show(code);
  };

  const search = (words: string): Promise<void> => {
    typed = words;
    return searchTyped();
  };
  const around = (code: Code | undefined): Promise<void> => (code === undefined ? walking : (walking = walking.then(() => walk(code))));
  const back = (): void => {
    const left = steps.at(-1)?.around;
    steps = steps.slice(0, -1);
    shown.value = steps.length === 0 ? typed : '';
    show(left);
  };

  shown.onDidTriggerItemButton(({ item }) => around(item.code));
  shown.onDidTriggerButton(back);
  shown.onDidChangeValue((value) => {
    // Around a code, what is typed is looked for by VS Code in what is shown.
    if (steps.length === 0 && value !== typed) void search(value);
  });
  void search('');
  return { shown, search, around, back };
}

/** What was found for words. Where there is no release, the way to one stands at the end. */
function viewOf(query: string, answer: { readonly codes: readonly Code[]; readonly more: boolean } | { readonly error: string } | undefined, isWithoutRelease: boolean): View {
  const last = isWithoutRelease ? [withoutRelease] : [];
  if (answer === undefined || isFailure(answer)) return { title: `${title}: ${answer?.error ?? silent}`, items: last };
  const nothing = query === '' ? '' : ': no code has these words';
  const keys = isWithoutRelease ? '' : ' (Alt+Right shows what is broader and narrower)';
  const said = answer.codes.length === 0 ? nothing : answer.more ? `: the first ${most}, with more words there are fewer` : keys;
  return { title: `${title}${said}`, items: [...answer.codes.map(foundItem), ...last] };
}

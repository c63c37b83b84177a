// The script of the preview's page: the server's page in a frame, which runs no script, and the row of buttons above it.
import type { PreviewKind } from '../src/protocol';
import type { FromPage, Shown, ToPage } from '../src/features/preview/messages';
import { dress, mark, put } from './frame';

declare function acquireVsCodeApi(): { postMessage(message: FromPage): void; getState(): State | undefined; setState(state: State): void };

/** What VS Code keeps of the page: the extension brings the preview back from it, and the page its place in it. */
type State = Shown['remembered'] & { readonly scroll: number };

const editor = acquireVsCodeApi();
const found = <Kind extends Element>(selector: string): Kind => {
  const element = document.querySelector<Kind>(selector);
  if (element === null) throw new Error(`The page has no ${selector}.`);
  return element;
};
const kinds = found('#kinds');
const pin = found<HTMLButtonElement>('#pin');
const bar = found<HTMLElement>('#bar');
const panel = found<HTMLElement>('#panel');
const nothing = found<HTMLElement>('#nothing');
const frame = found<HTMLIFrameElement>('#page');

const names: Readonly<Record<PreviewKind, string>> = { page: 'Page', rules: 'Rules', emis: 'EMIS', systmone: 'SystmOne', flow: 'Flow', count: 'Count' };
const hints: Readonly<Record<PreviewKind, string>> = {
  page: 'As it is printed, or read',
  rules: 'The searches as ordered rules, as the data lead reads them',
  emis: 'The searches as EMIS imports them',
  systmone: 'The sheet from which the reports are built in SystmOne',
  flow: 'The logic as a drawing',
  count: 'How many patients it finds, in the records on this computer',
};

let shown: Shown | undefined;
/** The last that had a page. */
let lastPage: Shown | undefined;
/** The window was loaded again: the page comes back to where it was, and goes to no mark. */
const isBack = editor.getState() !== undefined;
let scroll = editor.getState()?.scroll ?? 0;

function show(next: Shown): void {
  shown = next;
  kinds.replaceChildren(...next.kinds.map((kind) => tab(kind, kind === next.kind)));
  pin.hidden = next.kinds.length === 0;
  pin.setAttribute('aria-pressed', String(next.pinned));
  pin.title = next.pinned ? 'It stays at this declaration. Press to follow the cursor.' : 'It follows the cursor. Press to stay at this declaration.';
  showBar(next);
  nothing.textContent = next.nothing;
  nothing.hidden = next.html !== null;
  panel.hidden = next.html === null;
  panel.setAttribute('aria-labelledby', `kind-${next.kind}`);
  frame.title = next.title;
  document.body.classList.toggle('old', next.isOld && next.html !== null);
  const page = frame.contentDocument;
  if (page === null || next.html === null) return;
  if (lastPage === undefined) {
    put(page, next.html, scroll);
    mark(page, next.element, !isBack);
  } else {
    const isOther = lastPage.subject !== next.subject || lastPage.kind !== next.kind;
    if (lastPage.html !== next.html) put(page, next.html, isOther ? 0 : undefined);
    mark(page, next.element, true);
  }
  lastPage = next;
  remember();
}

function tab(kind: PreviewKind, isCurrent: boolean): HTMLElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.role = 'tab';
  button.id = `kind-${kind}`;
  button.textContent = names[kind];
  button.title = hints[kind];
  button.ariaSelected = String(isCurrent);
  button.setAttribute('aria-controls', 'panel');
  button.tabIndex = isCurrent ? 0 : -1;
  button.addEventListener('click', () => choose(kind));
  return button;
}

/** The button is marked at once; the page follows. */
function choose(kind: PreviewKind): void {
  editor.postMessage({ type: 'kind', kind });
}

kinds.addEventListener('keydown', (event) => {
  if (!(event instanceof KeyboardEvent) || shown === undefined) return;
  const all = shown.kinds;
  const at = all.findIndex((kind) => document.activeElement?.id === `kind-${kind}`);
  const next = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: all.length - 1 }[event.key];
  const kind = next === undefined ? undefined : all[(next + all.length) % all.length];
  if (kind === undefined) return;
  event.preventDefault();
  document.getElementById(`kind-${kind}`)?.focus();
  choose(kind);
});

function showBar({ bar: said }: Shown): void {
  bar.hidden = said === null;
  const [text, button] = [bar.querySelector('span'), bar.querySelector('button')];
  if (text === null || button === null || said === null) return;
  text.textContent = said.text;
  button.hidden = said.button === null;
  button.textContent = said.button?.label ?? '';
}

bar.querySelector('button')?.addEventListener('click', () => {
  if (shown?.bar?.button) editor.postMessage({ type: 'does', does: shown.bar.button.does });
});
pin.addEventListener('click', () => editor.postMessage({ type: 'pin', pinned: shown?.pinned !== true }));

function remember(): void {
  if (shown !== undefined) editor.setState({ ...shown.remembered, scroll });
}

window.addEventListener('message', ({ data }: MessageEvent<ToPage>) => {
  const page = frame.contentDocument;
  if ('show' in data) {
    // The row of buttons is made anew: who was in it stays in it.
    const focused = document.activeElement?.closest('#kinds') === null ? undefined : document.activeElement?.id;
    show(data.show);
    if (focused) document.getElementById(`kind-${data.show.kind}`)?.focus();
  } else if (page !== null && shown !== undefined) {
    shown = { ...shown, remembered: data.remembered };
    mark(page, data.mark, true);
    remember();
  }
});

/** The frame's document is there once it has loaded its empty text. */
function begin(): void {
  const page = frame.contentDocument;
  if (page === null) return;
  dress(page, {
    source: (source, focus) => editor.postMessage({ type: 'source', source, focus }),
    link: (href) => editor.postMessage({ type: 'link', href }),
  });
  page.addEventListener('scroll', () => {
    scroll = page.defaultView?.scrollY ?? 0;
    remember();
  });
  editor.postMessage({ type: 'ready' });
}

frame.addEventListener('load', begin, { once: true });
frame.srcdoc = '<!DOCTYPE html><html><head></head><body></body></html>';

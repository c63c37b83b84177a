// The preview's panel: what it is about, what is asked for it, and what its page says.
import { randomBytes } from 'node:crypto';
import * as vscode from 'vscode';
import type { Extension } from '../../extension';
import { isFailure, type Preview, type PreviewKind } from '../../protocol';
import { oneAtATime } from '../oneAtATime';
import type { Bar, FromPage, Remembered, Shown, ToPage } from './messages';
import { isSame, moved } from './places';
import { reveal, showFirstProblem, unmark } from './reveal';
import { shell } from './shell';
import { follows, type Subject, subjectOf } from './subject';

export interface Panel {
  readonly webview: vscode.WebviewPanel;
  /** What it is about from now on, pinned or not. */
  show(subject: Subject): void;
  /** The cursor is here now. */
  cursor(editor: vscode.TextEditor): void;
  edited(change: vscode.TextDocumentChangeEvent): void;
  pin(pinned: boolean): void;
  /** Asks again; done when nothing is left to be asked. */
  update(): Promise<void>;
  shown(): Shown | undefined;
}

const kindKey = 'medopt.preview.kind';

export function createPanel({ context, server }: Extension, webview: vscode.WebviewPanel, remembered: Partial<Remembered>): Panel {
  let kind: PreviewKind = remembered.kind ?? context.workspaceState.get(kindKey, 'page');
  let pinned = remembered.pinned ?? !follows();
  let subject: Subject | undefined = remembered.uri === undefined ? undefined : { uri: remembered.uri, position: { line: remembered.line ?? 0, character: remembered.character ?? 0 } };
  let cursor: Subject | undefined;
  let files: Preview['files'] = {};
  let shown: Shown | undefined;
  /** Where the page itself put the cursor, and that it is about to: that is no wish to see something else. */
  let own: vscode.Location | undefined;
  let isRevealing = false;
  let isReady = false;
  let isGone = false;
  webview.onDidDispose(() => { isGone = true; });

  const say = (next: Shown): void => {
    const before = shown;
    shown = next;
    if (!isReady) return;
    post(before !== undefined && withoutMark(before) === withoutMark(next) ? { mark: next.element, remembered: next.remembered } : { show: next });
  };
  const post = (message: ToPage): void => void webview.webview.postMessage(message);

  /** What stays when there is no new answer. */
  const without = (nothing: string, bar: Bar | null): Shown => ({
    kinds: shown?.kinds ?? [], kind, title: shown?.title ?? 'Preview', subject: shown?.subject ?? '', pinned, bar, isOld: true, html: shown?.html ?? null, nothing, element: null, remembered: rememberedNow(),
  });
  const rememberedNow = (): Remembered => ({ uri: subject?.uri ?? '', ...(subject?.position ?? { line: 0, character: 0 }), kind, pinned });

  const ask = async (about: Subject, cancel: vscode.CancellationToken): Promise<Preview | { readonly error: string } | undefined> =>
    await server.ask('medopt/preview', { textDocument: { uri: about.uri }, position: about.position, kind }, cancel);

  /** Of what is pinned: where the cursor is in it, that is marked. */
  const answerOf = async (about: Subject, cancel: vscode.CancellationToken): Promise<Preview | { readonly error: string } | undefined> => {
    if (!pinned || cursor === undefined || cursor.uri !== about.uri) return await ask(about, cancel);
    const answer = await ask(cursor, cancel);
    const isSubject = answer !== undefined && !isFailure(answer) && answer.place !== null && isSame(answer.place.range.start, about.position);
    return isSubject ? answer : await ask(about, cancel);
  };

  const update = oneAtATime(async (outdated) => {
    if (isGone || !webview.visible) return;
    if (server.state !== 'running') return say(server.state === 'starting' && shown === undefined ? without('The program that checks protocols is starting…', null) : without(notRunning, { text: notRunning, button: { label: 'Restart', does: 'restart' } }));
    if (subject === undefined) return say({ ...without('Put the cursor into a protocol, a file whose name ends in .medopt: this shows the declaration that it is in.', null), html: null });
    const cancel = new vscode.CancellationTokenSource();
    outdated.addEventListener('abort', () => cancel.cancel());
    const about = subject;
    const answer = await answerOf(about, cancel.token);
    cancel.dispose();
    // Where the text has changed meanwhile, what has changed it asks again.
    if (isGone || outdated.aborted || answer === undefined) return;
    if (isFailure(answer)) return say({ ...without(answer.error, null), kinds: [], html: null });
    files = answer.files;
    if (pinned && answer.place !== null && subject === about) subject = { uri: about.uri, position: answer.place.range.start };
    webview.title = `Preview: ${answer.title}`;
    const { kinds, title, html, element, state, declaration, name } = answer;
    say({ kinds, kind: answer.kind, title, subject: `${about.uri} ${declaration} ${name ?? title}`, pinned, bar: state === 'sound' ? null : erroneous(state), isOld: false, html, nothing: '', element: shows(about) ? element : null, remembered: rememberedNow() });
  });
  const shows = (about: Subject): boolean => !pinned || cursor?.uri === about.uri;

  const received = async (message: FromPage): Promise<void> => {
    switch (message.type) {
      case 'ready':
        isReady = true;
        if (shown !== undefined) post({ show: shown });
        return await update();
      case 'kind':
        kind = message.kind;
        await context.workspaceState.update(kindKey, kind);
        return await update();
      case 'pin':
        pinned = message.pinned;
        if (!pinned && cursor !== undefined) subject = cursor;
        return await update();
      case 'source':
        isRevealing = true;
        try {
          own = await reveal(message.source, files, message.focus);
        } finally {
          isRevealing = false;
        }
        if (own !== undefined) post({ mark: message.source, remembered: rememberedNow() });
        return;
      case 'link':
        if (/^https?:/.test(message.href)) await vscode.env.openExternal(vscode.Uri.parse(message.href));
        return;
      case 'does':
        return message.does === 'restart' ? await vscode.commands.executeCommand('medopt.restartServer') : await showFirstProblem(subject?.uri);
    }
  };

  const media = vscode.Uri.joinPath(context.extensionUri, 'media');
  const built = vscode.Uri.joinPath(context.extensionUri, 'dist');
  const address = (folder: vscode.Uri, name: string): string => webview.webview.asWebviewUri(vscode.Uri.joinPath(folder, name)).toString();
  webview.iconPath = { light: vscode.Uri.joinPath(media, 'file-light.svg'), dark: vscode.Uri.joinPath(media, 'file-dark.svg') };
  webview.webview.onDidReceiveMessage(received);
  webview.onDidChangeViewState(() => {
    // The page of a hidden panel is thrown away, and says that it is ready again when it is shown.
    if (!webview.visible) isReady = false;
  });
  webview.webview.options = { enableScripts: true, localResourceRoots: [media, built] };
  webview.webview.html = shell({ script: address(built, 'preview.js'), style: address(media, 'preview.css'), origin: webview.webview.cspSource, nonce: randomBytes(18).toString('base64') });

  return {
    webview, update,
    shown: () => shown,
    show(next) {
      subject = next;
      cursor = undefined;
      void update();
    },
    cursor(editor) {
      if (editor.document.languageId !== 'medopt' || isRevealing) return;
      const here = subjectOf(editor);
      if (own !== undefined && own.uri.toString() === here.uri && isSame(own.range.start, here.position)) return;
      own = undefined;
      unmark(editor);
      cursor = here;
      if (!pinned) subject = here;
      void update();
    },
    edited({ document, contentChanges }) {
      const { uri } = document;
      if (subject?.uri === uri.toString()) subject = { uri: subject.uri, position: moved(subject.position, contentChanges) };
    },
    pin(next) {
      void received({ type: 'pin', pinned: next });
    },
  };
}

const withoutMark = (shown: Shown): string => JSON.stringify({ ...shown, element: null, remembered: null });

const notRunning = 'The program that checks protocols is not running: this is how it was.';

const erroneous = (state: 'erroneous' | 'nothing'): Bar => ({
  text: state === 'nothing' ? 'This cannot be shown as it stands.' : 'The project has errors: nothing is built until they are put right.',
  button: { label: 'Go to the First Problem', does: 'problem' },
});

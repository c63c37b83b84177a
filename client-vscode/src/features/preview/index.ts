// The preview beside the text: one, for the declaration that the cursor is in.
import * as vscode from 'vscode';
import type { Position } from 'vscode-languageclient';
import type { Extension } from '../../extension';
import type { Remembered, Shown } from './messages';
import { createPanel, type Panel } from './panel';
import { follows, type Subject, subjectOf } from './subject';

const viewType = 'medopt.preview';

/** Gives what the preview shows once nothing is left to be asked; undefined where none is open. */
export function activate(extension: Extension): () => Promise<Shown | undefined> {
  let panel: Panel | undefined;
  const { context } = extension;
  const take = (webview: vscode.WebviewPanel, remembered: Partial<Remembered>): Panel => {
    const made = createPanel(extension, webview, remembered);
    webview.onDidDispose(() => {
      if (panel === made) panel = undefined;
    });
    panel = made;
    return made;
  };
  const open = (subject: Subject | undefined): void => {
    if (panel === undefined) {
      const webview = vscode.window.createWebviewPanel(viewType, 'Preview', { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true });
      take(webview, {});
    } else {
      panel.webview.reveal(undefined, true);
    }
    if (subject !== undefined) panel?.show(subject);
  };

  context.subscriptions.push(
    vscode.commands.registerCommand('medopt.openPreview', () => {
      const editor = vscode.window.activeTextEditor;
      open(editor?.document.languageId === 'medopt' ? subjectOf(editor) : undefined);
    }),
    vscode.commands.registerCommand('medopt.preview', (uri: string, position: Position) => open({ uri: vscode.Uri.parse(uri).toString(), position })),
    vscode.window.registerWebviewPanelSerializer(viewType, {
      async deserializeWebviewPanel(webview, state: Partial<Remembered> | undefined) {
        take(webview, state ?? {});
      },
    }),
    vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => panel?.cursor(textEditor)),
    vscode.window.onDidChangeActiveTextEditor((editor) => {
      if (editor !== undefined) panel?.cursor(editor);
    }),
    vscode.workspace.onDidChangeTextDocument((change) => panel?.edited(change)),
    vscode.workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration('medopt.preview.followCursor')) panel?.pin(!follows());
    }),
    extension.server.onTold(() => void panel?.update()),
    extension.server.onState(() => void panel?.update()),
  );
  return async () => {
    await panel?.update();
    return panel?.shown();
  };
}

// What a preview is about.
import * as vscode from 'vscode';
import type { Position } from 'vscode-languageclient';

/** A place in a document: what is shown is the declaration that holds it. */
export interface Subject {
  readonly uri: string;
  readonly position: Position;
}

export const subjectOf = (editor: vscode.TextEditor): Subject => {
  const { line, character } = editor.selection.active;
  return { uri: editor.document.uri.toString(), position: { line, character } };
};

/** Whether previews go along with the cursor, where their button does not say otherwise. */
export const follows = (): boolean => vscode.workspace.getConfiguration('medopt').get('preview.followCursor', true);

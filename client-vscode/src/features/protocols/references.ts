// The lines above declarations and links of hovers that show where a name is used.
import * as vscode from 'vscode';
import type { Position } from 'vscode-languageclient';
import type { Place } from '../../protocol';

/** Shows places in the text itself; their arguments are those of docs/language-server.md. */
export async function showReferences(uri: string, position: Position, places: readonly Place[]): Promise<void> {
  const locations = places.map(({ uri: other, range }) => new vscode.Location(vscode.Uri.parse(other), new vscode.Range(range.start.line, range.start.character, range.end.line, range.end.character)));
  await vscode.commands.executeCommand('editor.action.showReferences', vscode.Uri.parse(uri), new vscode.Position(position.line, position.character), locations);
}

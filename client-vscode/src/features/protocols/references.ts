// The lines above declarations and links of hovers that show where a name is used.
import * as vscode from 'vscode';
import type { Position } from 'vscode-languageclient';
import type { Place } from '../../protocol';
import { locationOf } from '../places';

/** Shows places in the text itself; their arguments are those of docs/language-server.md. */
export async function showReferences(uri: string, position: Position, places: readonly Place[]): Promise<void> {
  await vscode.commands.executeCommand('editor.action.showReferences', vscode.Uri.parse(uri), new vscode.Position(position.line, position.character), places.map(locationOf));
}

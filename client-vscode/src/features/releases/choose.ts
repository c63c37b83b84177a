// Which of the releases on this computer codes are compared with.
import * as vscode from 'vscode';
import type { Server } from '../../server';
import { itemsOf } from './items';

/** The name in the settings; empty for the latest. */
export const chosen = (): string => vscode.workspace.getConfiguration('medopt').get('release', '');

export async function use(name: string): Promise<void> {
  await vscode.workspace.getConfiguration('medopt').update('release', name === '' ? undefined : name, vscode.ConfigurationTarget.Global);
}

export async function choose(server: Server): Promise<void> {
  const document = vscode.window.activeTextEditor?.document;
  const releases = await server.ask('medopt/releases', document?.languageId === 'medopt' ? { textDocument: { uri: document.uri.toString() } } : {});
  if (releases === undefined) return void vscode.window.showInformationMessage('The program that checks protocols is not running.');
  const title = releases.wanted === null ? 'Terminology Release' : `Terminology Release: this project names ${releases.wanted}, which goes before the choice`;
  const picked = await vscode.window.showQuickPick(itemsOf(releases, chosen()), { title, placeHolder: 'Compare codes with which release?' });
  if (picked?.name !== undefined) await use(picked.name);
  if (picked?.command !== undefined) await vscode.commands.executeCommand(picked.command);
}

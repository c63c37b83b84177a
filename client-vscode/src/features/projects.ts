// Which project a command is about.
import * as vscode from 'vscode';
import type { ProjectNode } from '../protocol';
import type { Server } from '../server';
import { lastOf } from './paths';

/** The projects that the server has open. */
export async function projects(server: Server): Promise<readonly ProjectNode[]> {
  return (await server.ask('medopt/projectTree', {}))?.projects ?? [];
}

/** The project of the document that is being written, the only one there is, or the one that is chosen from several; undefined where there is none, which is said, or none was chosen. */
export async function chooseProject(server: Server, title: string): Promise<ProjectNode | undefined> {
  const all = await projects(server);
  const active = vscode.window.activeTextEditor?.document;
  const own = active?.languageId === 'medopt' ? innermost(all, active.uri) : undefined;
  if (own !== undefined) return own;
  if (all.length <= 1) {
    if (all.length === 0) void sayNone();
    return all[0];
  }
  const items = all.map((project) => ({ label: project.name ?? nameOf(project), description: folderLabel(vscode.Uri.parse(project.folder)), project }));
  return (await vscode.window.showQuickPick(items, { title, placeHolder: 'Which project?' }))?.project;
}

/** The innermost of the projects that a file lies in. */
function innermost(all: readonly ProjectNode[], uri: vscode.Uri): ProjectNode | undefined {
  const around = all.filter(({ folder }) => `${uri.path}/`.startsWith(`${vscode.Uri.parse(folder).path.replace(/\/$/, '')}/`));
  return around.sort((one, other) => other.folder.length - one.folder.length)[0];
}

/** A folder as the Explorer calls it: by the name of the window's folder that it is or lies in. */
export function folderLabel(uri: vscode.Uri): string {
  const workspace = vscode.workspace.getWorkspaceFolder(uri);
  return workspace?.uri.path === uri.path.replace(/\/$/, '') ? workspace.name : vscode.workspace.asRelativePath(uri, true);
}

/** The last part of the folder's path, for a project without a name. */
const nameOf = (project: ProjectNode): string => lastOf(vscode.Uri.parse(project.folder).path);

async function sayNone(): Promise<void> {
  const chosen = await vscode.window.showInformationMessage('No protocols are open. Open a folder with a project, or make a new one.', 'New Project…', 'Open Folder…');
  if (chosen === 'New Project…') await vscode.commands.executeCommand('medopt.newProject');
  if (chosen === 'Open Folder…') await vscode.commands.executeCommand('vscode.openFolder');
}

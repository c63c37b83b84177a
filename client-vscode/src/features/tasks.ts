// medopt check, test and build as tasks of VS Code. What they find is among the problems already, from the server: taken from their output, too, it would be there twice.
// The problem matcher $medopt is for tasks that people write themselves.
import * as vscode from 'vscode';
import type { Extension } from '../extension';
import { currentProgram } from '../program/launch';
import { projects } from './projects';

const commands = ['check', 'test', 'build'] as const;

interface Definition extends vscode.TaskDefinition {
  readonly command: (typeof commands)[number];
  readonly project?: string;
  readonly arguments?: readonly string[];
}

export function activate(extension: Extension): void {
  const provider: vscode.TaskProvider = {
    async provideTasks() {
      const all = await projects(extension.server);
      const made = all.flatMap(({ folder }) => {
        const uri = vscode.Uri.parse(folder);
        const workspace = vscode.workspace.getWorkspaceFolder(uri);
        if (workspace === undefined) return [];
        const project = uri.path.slice(workspace.uri.path.length).replace(/^\//, '');
        return commands.map((command) => taskOf(extension, { type: 'medopt', command, ...(project === '' ? {} : { project }) }, workspace));
      });
      return (await Promise.all(made)).filter((task) => task !== undefined);
    },
    async resolveTask(task) {
      const workspace = typeof task.scope === 'object' ? task.scope : vscode.workspace.workspaceFolders?.[0];
      return workspace === undefined ? undefined : await taskOf(extension, task.definition as Definition, workspace, task.definition);
    },
  };
  extension.context.subscriptions.push(vscode.tasks.registerTaskProvider('medopt', provider));
}

async function taskOf({ context }: Extension, definition: Definition, workspace: vscode.WorkspaceFolder, as: vscode.TaskDefinition = definition): Promise<vscode.Task | undefined> {
  const program = await currentProgram(context);
  if ('missing' in program) return undefined;
  const cwd = definition.project === undefined ? workspace.uri : vscode.Uri.joinPath(workspace.uri, definition.project);
  const run = new vscode.ProcessExecution(program.command, [...program.before, definition.command, cwd.fsPath, ...(definition.arguments ?? [])], { cwd: cwd.fsPath });
  const task = new vscode.Task(as, workspace, definition.project === undefined ? definition.command : `${definition.command} ${definition.project}`, 'medopt', run, []);
  if (definition.command === 'build') task.group = vscode.TaskGroup.Build;
  if (definition.command === 'test') task.group = vscode.TaskGroup.Test;
  task.presentationOptions = { reveal: vscode.TaskRevealKind.Always, clear: true };
  return task;
}

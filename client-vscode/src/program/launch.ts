// Starts the program, and says in plain words why it could not be.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import * as vscode from 'vscode';
import { findDotnet, installTool } from './dotnet';
import { findProgram, type Missing, type Program } from './find';
import { type Refusal, refusalOf } from './refusal';

/** The program as it is set and installed now. */
export function currentProgram(context: vscode.ExtensionContext): Promise<Program | Missing> {
  return findProgram({
    setting: vscode.workspace.getConfiguration('medopt').get('path', ''),
    extension: context.extensionPath,
    platform: process.platform,
    dotnet: () => findDotnet(context.extension.id),
  });
}

/** Starts a program with its arguments; throws a `NodeJS.ErrnoException` when the system does not. */
export async function launch(program: Program, args: readonly string[], cwd?: string): Promise<ChildProcess> {
  const child = spawn(program.command, [...program.before, ...args], { ...(cwd === undefined ? {} : { cwd }), stdio: 'pipe', windowsHide: true });
  await once(child, 'spawn');
  return child;
}

/** Says that nothing can be started, with a button for what helps. */
export async function sayMissing({ missing, file }: Missing): Promise<void> {
  if (missing === 'dotnet') return sayNoDotnet();
  const message = missing === 'setting'
    ? `The setting “medopt.path” names ${file}, and no such file is there.`
    : 'This copy of the extension has no program in it that checks protocols. Install the one for your computer, or set “medopt.path” to the program that IT installed.';
  if ((await vscode.window.showErrorMessage(message, 'Open Settings')) !== undefined) await openPathSetting();
}

async function sayNoDotnet(): Promise<void> {
  const tool = 'Install the .NET Install Tool';
  const download = 'Download .NET 10';
  const chosen = await vscode.window.showErrorMessage(
    'This copy of the extension is the one for every kind of computer, and needs the .NET 10 runtime, which was not found. The copy for Windows or Linux needs nothing else.', tool, download, 'Open Settings');
  if (chosen === tool) await vscode.commands.executeCommand('workbench.extensions.installExtension', installTool);
  if (chosen === download) await vscode.env.openExternal(vscode.Uri.parse('https://dotnet.microsoft.com/download/dotnet/10.0'));
  if (chosen === 'Open Settings') await openPathSetting();
}

/** Says that the system did not start the program. */
export async function sayRefused(error: NodeJS.ErrnoException, program: Program): Promise<Refusal> {
  const refusal = refusalOf(error, program.file, process.platform);
  void offer(refusal);
  return refusal;
}

async function offer(refusal: Refusal): Promise<void> {
  const copy = 'Copy for IT';
  const chosen = await vscode.window.showErrorMessage(refusal.message, copy, 'Open Settings');
  if (chosen === copy) {
    await vscode.env.clipboard.writeText(refusal.forIt);
    void vscode.window.showInformationMessage('Copied. Paste it into a message to IT.');
  }
  if (chosen === 'Open Settings') await openPathSetting();
}

const openPathSetting = (): Thenable<unknown> => vscode.commands.executeCommand('workbench.action.openSettings', 'medopt.path');

// A dotnet that has the runtime of .NET 10: on the PATH, or from the .NET Install Tool. Only the extension without a platform needs one.
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import * as vscode from 'vscode';
import { hasRuntimeFor, version } from './runtimes';

/** Of the .NET Install Tool, as its documentation names it: https://github.com/dotnet/vscode-dotnet-runtime/blob/main/Documentation/commands.md */
export const installTool = 'ms-dotnettools.vscode-dotnet-runtime';

export async function findDotnet(extensionId: string): Promise<string | undefined> {
  return (await hasRuntime('dotnet')) ? 'dotnet' : await acquired(extensionId);
}

async function hasRuntime(dotnet: string): Promise<boolean> {
  try {
    const { stdout } = await promisify(execFile)(dotnet, ['--list-runtimes'], { windowsHide: true });
    return hasRuntimeFor(stdout);
  } catch {
    return false;
  }
}

async function acquired(extensionId: string): Promise<string | undefined> {
  if (vscode.extensions.getExtension(installTool) === undefined) return undefined;
  const request = { version, requestingExtensionId: extensionId, mode: 'runtime' };
  const found = await vscode.commands.executeCommand<{ dotnetPath?: string } | undefined>('dotnet.acquire', request);
  return found?.dotnetPath;
}

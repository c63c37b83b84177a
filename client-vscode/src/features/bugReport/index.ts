// Collects a report of a fault and shows it, before anything is saved or sent.
import os from 'node:os';
import * as vscode from 'vscode';
import type { Extension } from '../../extension';
import type { ProjectNode } from '../../protocol';
import { projects } from '../projects';
import { report } from './report';

export function activate(extension: Extension): void {
  extension.context.subscriptions.push(vscode.commands.registerCommand('medopt.collectBugReport', async () => {
    const content = report({
      versions: {
        extension: String((extension.context.extension.packageJSON as { readonly version?: unknown }).version),
        program: extension.server.version ?? 'does not run',
        'VS Code': `${vscode.version} (${vscode.env.appHost})`,
        system: `${os.type()} ${os.release()} ${os.arch()}`,
      },
      settings: changedSettings(),
      server: extension.server.state,
      projects: (await projects(extension.server)).map(countsOf),
      log: await logOf(extension),
    });
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ language: 'markdown', content }), { preview: false });
  }));
}

/** The settings of ours that someone has changed. */
function changedSettings(): Record<string, unknown> {
  const settings = vscode.workspace.getConfiguration('medopt');
  const names = ['path', 'today', 'release', 'examples.runOnSave', 'preview.followCursor', 'build.folder', 'browser', 'serverArguments', 'trace.server'];
  const changed = names.filter((name) => {
    const found = settings.inspect(name);
    return found !== undefined && JSON.stringify(settings.get(name)) !== JSON.stringify(found.defaultValue);
  });
  return Object.fromEntries(changed.map((name) => [`medopt.${name}`, settings.get<unknown>(name)]));
}

function countsOf({ packs, protocols, problems }: ProjectNode): Record<string, number> {
  const kinds = protocols.flatMap(({ declarations }) => declarations.map(({ kind }) => `${kind}s`));
  const counts: Record<string, number> = { files: protocols.length, packs: packs.length, errors: problems.errors, warnings: problems.warnings, notes: problems.notes };
  for (const kind of kinds.filter((one) => one !== 'packs')) counts[kind] = (counts[kind] ?? 0) + 1;
  return counts;
}

/** What the output “MedOpt” holds; its file is called after it. */
async function logOf({ context }: Extension): Promise<string> {
  try {
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(vscode.Uri.joinPath(context.logUri, 'MedOpt.log')));
  } catch {
    return '';
  }
}

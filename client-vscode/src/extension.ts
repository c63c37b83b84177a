// Starts the server, and what the editor shows of it. A feature is a file under features/.
import * as vscode from 'vscode';
import * as status from './features/status';
import * as examples from './features/examples';
import type { Examples } from './features/examples';
import type { CodeBox } from './features/codes/box';
import * as bugReport from './features/bugReport';
import * as chooseData from './features/chooseData';
import * as explainRule from './features/explainRule';
import * as importCodelist from './features/importCodelist';
import * as insertCode from './features/insertCode';
import * as lockHover from './features/lockHover';
import * as newProject from './features/starting/newProject';
import * as newProtocol from './features/starting/newProtocol';
import * as paste from './features/paste';
import * as packs from './features/packs';
import * as releases from './features/releases';
import type { ReleasesShown } from './features/releases';
import * as preview from './features/preview';
import type { Shown } from './features/preview/messages';
import * as protocols from './features/protocols';
import * as tasks from './features/tasks';
import type { TreeNode } from './features/protocols/nodes';
import { createServer, type Server } from './server';

/** What features are made with. */
export interface Extension {
  readonly context: vscode.ExtensionContext;
  readonly server: Server;
  readonly log: vscode.LogOutputChannel;
}

/** What tests can ask. */
export interface Exported {
  readonly server: Server;
  /** When the first start of the server has come to its end, good or bad. */
  readonly started: Promise<void>;
  readonly status: () => string;
  readonly examples: Examples;
  readonly paste: vscode.DocumentPasteEditProvider;
  /** The box in which a code is chosen, while it is open. */
  readonly codes: () => CodeBox | undefined;
  /** By which release codes are known, as the server said last. */
  readonly releases: ReleasesShown;
  /** What the preview shows, once nothing is left to be asked. */
  readonly preview: () => Promise<Shown | undefined>;
  /** What the Protocols view shows, once nothing is left to be asked. */
  readonly protocols: () => Promise<readonly TreeNode[]>;
}

let running: Server | undefined;

export function activate(context: vscode.ExtensionContext): Exported {
  const log = vscode.window.createOutputChannel('MedOpt', { log: true });
  const server = createServer(context, log);
  running = server;
  const extension: Extension = { context, server, log };
  context.subscriptions.push(
    log,
    vscode.commands.registerCommand('medopt.restartServer', () => server.restart()),
    vscode.commands.registerCommand('medopt.showLog', () => log.show()),
    vscode.commands.registerCommand('medopt.openWalkthrough', () => vscode.commands.executeCommand('workbench.action.openWalkthrough', `${context.extension.id}#first`)),
    vscode.workspace.onDidChangeConfiguration((change) => {
      if (['medopt.path', 'medopt.today', 'medopt.data', 'medopt.serverArguments'].some((key) => change.affectsConfiguration(key))) void server.restart();
    }),
  );
  const known = releases.activate(extension);
  const shown = status.activate(extension, known);
  tasks.activate(extension);
  packs.activate(extension);
  for (const feature of [newProject, newProtocol, importCodelist, explainRule, bugReport, lockHover, chooseData]) feature.activate(extension);
  return {
    server,
    status: shown,
    codes: insertCode.activate(extension),
    releases: known,
    protocols: protocols.activate(extension),
    examples: examples.activate(extension),
    preview: preview.activate(extension),
    paste: paste.activate(extension),
    started: server.start(),
  };
}

export async function deactivate(): Promise<void> {
  await running?.stop();
}

// The item in the status bar: whether the server runs, how many problems the projects have, and by what their codes are known.
import * as vscode from 'vscode';
import type { Extension } from '../extension';
import { isOurs } from '../findings';
import type { ServerState } from '../server';
import type { ReleasesShown } from './releases';
import { knownBy, saidOf } from './releases/words';

const words: Readonly<Record<Exclude<ServerState, 'running'> | 'looking' | 'nothing', string>> = {
  starting: '$(sync~spin) MedOpt: starting',
  looking: '$(sync~spin) MedOpt: looking at the protocols',
  nothing: '$(info) MedOpt: no protocols are open',
  waiting: '$(sync~spin) MedOpt: starting again',
  stopped: '$(circle-slash) MedOpt: stopped',
  failed: '$(error) MedOpt: not running',
};

/** What was found in protocols, without the notes, which are no problems. */
export function problems(): { readonly errors: number; readonly warnings: number } {
  const found = vscode.languages.getDiagnostics().flatMap(([, findings]) => findings).filter(isOurs);
  const count = (severity: vscode.DiagnosticSeverity): number => found.filter((finding) => finding.severity === severity).length;
  return { errors: count(vscode.DiagnosticSeverity.Error), warnings: count(vscode.DiagnosticSeverity.Warning) };
}

/** Shows the item; gives what it says. */
export function activate({ context, server }: Extension, releases: ReleasesShown): () => string {
  const item = vscode.window.createStatusBarItem('medopt.status', vscode.StatusBarAlignment.Left, 10);
  item.name = 'MedOpt';
  item.command = 'medopt.status';
  const show = (): void => {
    const { errors, warnings } = problems();
    const state = server.state !== 'running' ? server.state : server.files === undefined ? 'looking' : server.files === 0 ? 'nothing' : 'running';
    const known = releases.now();
    item.text = state === 'running' ? `${errors + warnings === 0 ? '$(check)' : '$(warning)'} MedOpt: ${said(errors, warnings)}${known === undefined ? '' : ` · ${knownBy(known)}`}` : words[state];
    item.tooltip = server.state === 'running' ? `Protocols are checked as you write. ${known === undefined ? '' : `${saidOf(known)} `}Click for more.` : 'Protocols are not checked at the moment. Click for more.';
    item.backgroundColor = server.state === 'failed' ? new vscode.ThemeColor('statusBarItem.errorBackground') : undefined;
  };
  context.subscriptions.push(item, server.onState(show), releases.onChange(show), vscode.languages.onDidChangeDiagnostics(show), vscode.commands.registerCommand('medopt.status', () => offer(item.text)));
  show();
  item.show();
  return () => item.text;
}

/** What was found, in words. */
function said(errors: number, warnings: number): string {
  if (errors + warnings === 0) return 'no problem';
  const count = (number: number, noun: string): string[] => (number === 0 ? [] : [`${number} ${noun}${number === 1 ? '' : 's'}`]);
  return [...count(errors, 'error'), ...count(warnings, 'warning')].join(', ');
}

async function offer(title: string): Promise<void> {
  const actions = [
    { label: '$(list-unordered) Show Problems', command: 'workbench.actions.view.problems' },
    { label: '$(project) Show Protocols', command: 'medopt.protocols.focus' },
    { label: '$(run-all) Run All Examples', command: 'medopt.runAllExamples' },
    { label: '$(library) Choose Terminology Release…', command: 'medopt.chooseRelease' },
    { label: '$(add) Load Terminology Release…', command: 'medopt.loadRelease' },
    { label: '$(debug-restart) Restart Server', command: 'medopt.restartServer' },
    { label: '$(output) Show Log', command: 'medopt.showLog' },
    { label: '$(bug) Collect a Bug Report', command: 'medopt.collectBugReport' },
  ];
  const chosen = await vscode.window.showQuickPick(actions, { title: title.replace(/\$\([^)]*\) ?/, '') });
  if (chosen !== undefined) await vscode.commands.executeCommand(chosen.command);
}

// The Protocols view: what the projects hold, and what is wrong where.
import * as vscode from 'vscode';
import type { Extension } from '../../extension';
import type { ServerState } from '../../server';
import { oneAtATime } from '../oneAtATime';
import { rangeOf } from '../places';
import { problems } from '../status';
import { nodesOf, pictureOf, spokenOf, type TreeNode } from './nodes';
import { showReferences } from './references';

/** Shows the view; gives its nodes, as they are once nothing is left to be asked. */
export function activate({ context, server }: Extension): () => Promise<readonly TreeNode[]> {
  const changed = new vscode.EventEmitter<void>();
  const parents = new Map<string, TreeNode>();
  let roots: readonly TreeNode[] | undefined;
  let shown = '';
  const refresh = oneAtATime(async () => {
    if (server.state !== 'running') return;
    const answer = await server.ask('medopt/projectTree', {});
    const now = JSON.stringify(answer);
    if (answer === undefined || now === shown) return;
    shown = now;
    roots = nodesOf(answer.projects);
    parents.clear();
    for (const root of roots) remember(root);
    await vscode.commands.executeCommand('setContext', 'medopt.projectsKnown', true);
    changed.fire();
    follow();
  });
  const remember = (node: TreeNode): void => {
    for (const child of node.children) {
      parents.set(child.id, node);
      remember(child);
    }
  };

  const provider: vscode.TreeDataProvider<TreeNode> = {
    onDidChangeTreeData: changed.event,
    async getChildren(node) {
      if (node !== undefined) return [...node.children];
      if (roots === undefined) await refresh();
      return [...(roots ?? [])];
    },
    getParent: (node) => parents.get(node.id),
    getTreeItem: itemOf,
  };
  const view = vscode.window.createTreeView('medopt.protocols', { treeDataProvider: provider, showCollapseAll: true });

  /** Marks the file that is being written, where the view is seen; nothing is unfolded for it but what holds it. */
  const follow = (): void => {
    const uri = vscode.window.activeTextEditor?.document.uri.toString();
    if (uri === undefined || !view.visible || view.selection.some((node) => vscode.Uri.parse(node.place?.uri ?? '').toString() === uri)) return;
    const node = fileOf(roots ?? [], uri);
    // What is shown may just be changing: then the next change marks it.
    if (node !== undefined) view.reveal(node, { select: true, focus: false }).then(undefined, () => undefined);
  };
  const wanted = (): void => {
    if (view.visible) void refresh();
  };
  const count = (): void => {
    const { errors, warnings } = problems();
    view.badge = errors + warnings === 0 ? undefined : { value: errors + warnings, tooltip: errors + warnings === 1 ? '1 problem in protocols' : `${errors + warnings} problems in protocols` };
  };
  const state = (): void => {
    view.message = messageOf(server.state, roots !== undefined);
    void vscode.commands.executeCommand('setContext', 'medopt.serverFailed', server.state === 'failed' || server.state === 'stopped');
    wanted();
  };
  context.subscriptions.push(
    changed, view,
    view.onDidChangeVisibility(() => void refresh().then(follow)),
    server.onTold(wanted),
    server.onState(state),
    vscode.languages.onDidChangeDiagnostics(() => {
      count();
      wanted();
    }),
    vscode.window.onDidChangeActiveTextEditor(follow),
    vscode.commands.registerCommand('medopt.refreshProtocols', () => refresh()),
    vscode.commands.registerCommand('medopt.showReferences', showReferences),
  );
  return async () => {
    await refresh();
    return roots ?? [];
  };
}

/** Nothing is shown as if it were fresh that is not. */
function messageOf(state: ServerState, isKnown: boolean): string {
  if (state === 'running') return '';
  if (isKnown) return 'Protocols are not checked at the moment: this is how they were.';
  return state === 'starting' ? 'Reading the protocols…' : '';
}

function fileOf(nodes: readonly TreeNode[], uri: string): TreeNode | undefined {
  for (const node of nodes) {
    if (node.id.startsWith('file ') && vscode.Uri.parse(node.place?.uri ?? '').toString() === uri) return node;
    const found = node.context === 'project' || node.context === 'group' ? fileOf(node.children, uri) : undefined;
    if (found !== undefined) return found;
  }
  return undefined;
}

function itemOf(node: TreeNode): vscode.TreeItem {
  const { None, Expanded, Collapsed } = vscode.TreeItemCollapsibleState;
  const item = new vscode.TreeItem(node.label, node.children.length === 0 ? None : node.isOpen ? Expanded : Collapsed);
  item.id = node.id;
  item.description = node.description;
  item.tooltip = new vscode.MarkdownString(node.tooltip === '' ? node.label : node.tooltip);
  item.iconPath = new vscode.ThemeIcon(pictureOf(node), colourOf(node));
  item.contextValue = node.context;
  item.accessibilityInformation = { label: spokenOf(node) };
  if (node.place !== undefined) {
    const { uri, range } = node.place;
    item.command = { title: 'Open', command: 'vscode.open', arguments: [vscode.Uri.parse(uri), ...(node.id.startsWith('file ') ? [] : [{ selection: rangeOf(range) }])] };
  }
  return item;
}

/** Besides the colour, the shape and the description say so. */
function colourOf({ problems: { errors, warnings }, isPastReview }: TreeNode): vscode.ThemeColor | undefined {
  if (errors > 0) return new vscode.ThemeColor('list.errorForeground');
  return warnings > 0 || isPastReview ? new vscode.ThemeColor('list.warningForeground') : undefined;
}

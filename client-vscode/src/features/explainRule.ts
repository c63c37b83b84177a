// The page of a rule, beside the text: from a finding, from its quick fixes, or from the list of all rules.
import * as vscode from 'vscode';
import type { Extension } from '../extension';
import { isOurs } from '../findings';
import { isFailure } from '../protocol';
import { pageOf, slugOf } from '../ruleLinks';

export function activate(extension: Extension): void {
  const pages: vscode.TextDocumentContentProvider = {
    async provideTextDocumentContent(uri) {
      const page = await extension.server.ask('medopt/rulePage', { slug: slugOf(uri) });
      return page === undefined || isFailure(page) ? page?.error ?? 'The program that knows the rules does not run at the moment.' : page.markdown;
    },
  };
  const actions: vscode.CodeActionProvider = {
    provideCodeActions: (_, __, { diagnostics }) => [...new Set(diagnostics.flatMap(ruleOf))].map((slug) => {
      const action = new vscode.CodeAction(`Explain the rule ${slug}`, vscode.CodeActionKind.QuickFix);
      action.command = { command: 'medopt.explainRule', title: action.title, arguments: [slug] };
      return action;
    }),
  };
  extension.context.subscriptions.push(
    vscode.workspace.registerTextDocumentContentProvider(pageOf('').scheme, pages),
    vscode.languages.registerCodeActionsProvider([{ language: 'medopt' }, { pattern: '**/medopt.json' }], actions, { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix] }),
    vscode.commands.registerCommand('medopt.explainRule', (slug?: unknown) => explain(extension, typeof slug === 'string' ? slug : undefined)),
  );
}

/** The rule of a finding of ours. */
export function ruleOf(finding: vscode.Diagnostic): string[] {
  const value = typeof finding.code === 'object' ? finding.code.value : finding.code;
  return isOurs(finding) && typeof value === 'string' ? [value] : [];
}

async function explain(extension: Extension, given: string | undefined): Promise<void> {
  const slug = given ?? (await choose(extension));
  if (slug !== undefined) await vscode.commands.executeCommand('markdown.showPreviewToSide', pageOf(slug));
}

/** The rules of the findings at the cursor come first, then those of the document, then all. */
async function choose({ server }: Extension): Promise<string | undefined> {
  const editor = vscode.window.activeTextEditor;
  const found = editor === undefined ? [] : vscode.languages.getDiagnostics(editor.document.uri);
  const here = new Set(found.filter(({ range }) => editor !== undefined && range.intersection(editor.selection) !== undefined).flatMap(ruleOf));
  const document = new Set(found.flatMap(ruleOf).filter((slug) => !here.has(slug)));
  const rules = (await server.ask('medopt/rules', {}))?.rules ?? [];
  const group = (label: string, holds: (slug: string) => boolean): vscode.QuickPickItem[] => {
    const items = rules.filter(({ slug, id }) => holds(slug) || holds(id)).map(({ slug, id, title, severity }) => ({ label: slug, description: `${id} · ${severity}`, detail: title }));
    return items.length === 0 ? [] : [{ label, kind: vscode.QuickPickItemKind.Separator }, ...items];
  };
  const items = [
    ...group('found at the cursor', (name) => here.has(name)),
    ...group('found in this file', (name) => document.has(name)),
    ...group('all rules', (name) => !here.has(name) && !document.has(name) && rules.some(({ slug }) => slug === name)),
  ];
  return (await vscode.window.showQuickPick(items, { title: 'Explain Rule', placeHolder: 'Which rule?', matchOnDescription: true, matchOnDetail: true }))?.label;
}

// The name of a rule beside a finding leads to its page.
import * as vscode from 'vscode';
import type { Middleware } from 'vscode-languageclient';

/** The page of a rule as a document, which package.json has shown as a page and not as its Markdown. */
export const pageOf = (slug: string): vscode.Uri => vscode.Uri.from({ scheme: 'medopt-rule', path: `/${slug}.medopt-rule.md` });

/** The rule that a page is of. */
export const slugOf = ({ path }: vscode.Uri): string => path.replace(/^\//, '').replace(/\.medopt-rule\.md$/, '');

const linked = (diagnostic: vscode.Diagnostic): vscode.Diagnostic => {
  if (typeof diagnostic.code === 'string') {
    diagnostic.code = { value: diagnostic.code, target: pageOf(diagnostic.code) };
  }
  return diagnostic;
};

/** Findings with links, asked for as the other middleware asks. */
export const linksToRules = (asking: Middleware): Middleware => ({
  ...asking,
  async provideDiagnostics(document, previousResultId, token, next) {
    const report = await next(document, previousResultId, token);
    if (report && 'items' in report) report.items.forEach(linked);
    return report;
  },
  provideWorkspaceDiagnostics(resultIds, token, resultReporter, next) {
    const report: typeof resultReporter = (chunk) => {
      for (const each of chunk?.items ?? []) if ('items' in each) each.items.forEach(linked);
      resultReporter(chunk);
    };
    return asking.provideWorkspaceDiagnostics?.(resultIds, token, report, next) ?? next(resultIds, token, report);
  },
});

// What an identifier in medopt.lock stands for. The file itself is written by the program and read-only here.
import * as vscode from 'vscode';
import type { Extension } from '../extension';
import { isFailure } from '../protocol';
import { plain } from './markdown';

export function activate({ context, server }: Extension): void {
  const provider: vscode.HoverProvider = {
    async provideHover(document, position, cancel) {
      const range = document.getWordRangeAtPosition(position, /\d{6,18}/);
      if (range === undefined) return undefined;
      const id = document.getText(range);
      const found = await server.ask('medopt/codes', { query: id, textDocument: { uri: document.uri.toString() } }, cancel)
        ?? undefined;
      const code = found === undefined || isFailure(found) ? undefined : found.codes.find((one) => one.id === id);
      if (code === undefined) return undefined;
      const sets = code.sets.map(({ name, title }) => plain(title ?? name)).join(', ');
      return new vscode.Hover(new vscode.MarkdownString(`${plain(id)} **${plain(code.term ?? '')}**\n\n${sets === '' ? 'In no code set.' : `Used by ${sets}.`}`), range);
    },
  };
  context.subscriptions.push(vscode.languages.registerHoverProvider({ pattern: '**/medopt.lock' }, provider));
}

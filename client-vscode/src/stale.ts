// Problems of files that have gone. The client library asks the server only about files of which it keeps an answer; it drops that when a file is closed,
// and where the file went with its editor (deleted, or its folder closed) nobody would ever take its problems away.
import * as vscode from 'vscode';
import type { Middleware } from 'vscode-languageclient/node';
import { isOurs } from './findings';

/** Asks about every file of which problems are shown: of one that is not there any more, the server says that it has none. */
export const asksOfAllShown: Middleware = {
  provideWorkspaceDiagnostics(answers, token, report, next) {
    const known = new Set(answers.map(({ uri }) => uri.toString()));
    const shown = vscode.languages.getDiagnostics().filter(([uri, findings]) => !known.has(uri.toString()) && findings.some(isOurs));
    return next([...answers, ...shown.map(([uri]) => ({ uri, value: '' }))], token, report);
  },
};

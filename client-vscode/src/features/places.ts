// Places of the server, as VS Code has them.
import * as vscode from 'vscode';
import type { Range } from 'vscode-languageclient';
import type { Place } from '../protocol';

export const rangeOf = ({ start, end }: Range): vscode.Range => new vscode.Range(start.line, start.character, end.line, end.character);

export const locationOf = ({ uri, range }: Place): vscode.Location => new vscode.Location(vscode.Uri.parse(uri), rangeOf(range));

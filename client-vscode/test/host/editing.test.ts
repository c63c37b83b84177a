import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { sample } from './sample';
import { extension, open, problems, rangeOf, replace, serious, withFolder } from './support';

describe('The editor', () => {
  before(() => extension());

  it('says what a name stands for when the mouse is over it', () => withFolder('hover', sample, async (folder) => {
    const { document } = await open(vscode.Uri.joinPath(folder, 'breathing.medopt'));
    const at = rangeOf(document, 'asthma recorded ever').start;
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', document.uri, at);
    const text = hovers.flatMap(({ contents }) => contents).map((one) => (typeof one === 'string' ? one : one.value)).join('\n');
    assert.match(text, /195967001/);
  }));

  it('completes a code by its term', () => withFolder('terms', sample, async (folder) => {
    const editor = await open(vscode.Uri.joinPath(folder, 'codes.medopt'));
    const { document } = editor;
    const end = document.positionAt(document.getText().length);
    await editor.edit((edit) => edit.insert(end, 'codes both "Both" snomed {\n  chronic obs\n}\n'));
    const at = rangeOf(document, 'chronic obs').end;
    const { items } = await vscode.commands.executeCommand<vscode.CompletionList>('vscode.executeCompletionItemProvider', document.uri, at);
    const inserted = items.map(({ insertText, label }) => String((insertText instanceof vscode.SnippetString ? insertText.value : insertText) ?? label));
    assert.ok(inserted.some((text) => text.includes('13645005 |Chronic obstructive pulmonary disease|')), inserted.join('\n'));
  }));

  it('renames a code set in every file', () => withFolder('names', sample, async (folder) => {
    const { document } = await open(vscode.Uri.joinPath(folder, 'codes.medopt'));
    const at = rangeOf(document, 'copd').start;
    const edit = await vscode.commands.executeCommand<vscode.WorkspaceEdit>('vscode.executeDocumentRenameProvider', document.uri, at, 'lung_disease');
    assert.equal(edit.entries().length, 2);
    assert.ok(await vscode.workspace.applyEdit(edit));
    const other = await vscode.workspace.openTextDocument(vscode.Uri.joinPath(folder, 'breathing.medopt'));
    assert.match(document.getText(), /codes lung_disease "COPD"/);
    assert.match(other.getText(), /"COPD": lung_disease recorded ever/);
    assert.deepEqual(serious(await problems(other.uri, (all) => serious(all).length === 0)), []);
  }));

  it('offers to write the name that was meant', () => withFolder('fixes', sample, async (folder) => {
    const editor = await open(vscode.Uri.joinPath(folder, 'breathing.medopt'));
    const { document } = editor;
    await replace(editor, 'copd recorded', 'copdd recorded');
    const [problem] = serious(await problems(document.uri, (all) => serious(all).length > 0));
    assert.ok(problem);
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>('vscode.executeCodeActionProvider', document.uri, problem.range, vscode.CodeActionKind.QuickFix.value, 10);
    const fix = actions.find(({ title }) => title.startsWith('Write copd'));
    assert.ok(fix?.edit, actions.map(({ title }) => title).join('\n'));
    assert.ok(await vscode.workspace.applyEdit(fix.edit));
    assert.match(document.getText(), /"COPD": copd recorded ever/);
    await problems(document.uri, (all) => serious(all).length === 0);
  }));
});

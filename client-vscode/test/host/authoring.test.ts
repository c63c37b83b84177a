import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import * as vscode from 'vscode';
import type { Exported } from '../../src/extension';
import type { NewProtocol } from '../../src/protocol';
import { sample } from './sample';
import { eventually, extension, open, problems, rangeOf, serious, until, withFolder } from './support';

const run = <T>(command: string, ...args: readonly unknown[]): Thenable<T> => vscode.commands.executeCommand<T>(command, ...args);

/** A code set with the cursor on an empty line of it. */
async function inCodeSet(folder: vscode.Uri): Promise<vscode.TextEditor> {
  const editor = await open(vscode.Uri.joinPath(folder, 'codes.medopt'));
  const { start } = rangeOf(editor.document, '  13645005');
  await editor.edit((edit) => edit.insert(start, '\n'));
  editor.selection = new vscode.Selection(start, start);
  return editor;
}

/** What is offered for a paste. */
async function pasted(document: vscode.TextDocument, range: vscode.Range | undefined, text: string): Promise<readonly vscode.DocumentPasteEdit[]> {
  assert.ok(range);
  const transfer = new vscode.DataTransfer();
  transfer.set('text/plain', new vscode.DataTransferItem(text));
  const { paste } = (await extension<Exported>()).exports;
  return (await paste.provideDocumentPasteEdits?.(document, [range], transfer, { only: undefined, triggerKind: vscode.DocumentPasteTriggerKind.Automatic }, new vscode.CancellationTokenSource().token)) ?? [];
}

describe('What an author brings in', () => {
  before(() => extension());

  it('a protocol of the starter pack stands alone in an empty project, with its examples', () => withFolder('brought', { 'medopt.json': '{}\n' }, async (folder) => {
    const brought = await run<NewProtocol>('medopt.newProtocol', { project: folder.toString(), protocol: 'hrd_lithium_monitoring', examples: true });
    assert.ok(brought.files.length > 5);
    assert.equal(vscode.window.activeTextEditor?.document.uri.toString(), vscode.Uri.parse(brought.open).toString());
    const { server } = (await extension<Exported>()).exports;
    const files = brought.files.filter(({ path: file }) => file.endsWith('.medopt'));
    const project = await eventually(
      async () => (await server.ask('medopt/projectTree', {}))?.projects.find((one) => vscode.Uri.parse(one.folder).path === folder.path),
      (found) => found?.protocols.length === files.length && found.problems.errors === 0,
    );
    assert.equal(project?.problems.warnings, 0);
    const more = await run<NewProtocol>('medopt.newProtocol', { project: folder.toString(), protocol: 'hrd_warfarin_monitoring', examples: false });
    assert.ok(more.files.some(({ at }) => at !== null), 'code sets are put behind those that are there');
    assert.ok(vscode.workspace.textDocuments.every(({ isDirty }) => !isDirty));
  }));

  it('a blank protocol is named after its title', () => withFolder('blank', { 'medopt.json': '{}\n' }, async (folder) => {
    const made = await run<NewProtocol>('medopt.newProtocol', { project: folder.toString(), protocol: null, title: 'Review of opioids' });
    assert.match(made.open, /\/review_of_opioids\.medopt$/);
    assert.match(vscode.window.activeTextEditor?.document.getText() ?? '', /^protocol review_of_opioids "Review of opioids" \{/);
  }));

  it('a project has the name that was asked for', async () => {
    const parent = mkdtempSync(path.join(os.tmpdir(), 'medopt-new-'));
    try {
      const folder = await run<string>('medopt.newProject', { name: 'Our own: protocols', organisation: 'Example PCN', parent });
      assert.equal(folder, path.join(parent, 'Our own protocols'));
      const settings = await vscode.workspace.fs.readFile(vscode.Uri.file(path.join(folder, 'medopt.json')));
      assert.deepEqual(JSON.parse(new TextDecoder().decode(settings)), { name: 'Our own: protocols', organisation: 'Example PCN' });
    } finally {
      rmSync(parent, { recursive: true });
    }
  });

  it('a code is inserted as an entry, once', () => withFolder('inserted', sample, async (folder) => {
    const { document } = await inCodeSet(folder);
    const asthma = { id: '195967001', term: 'Asthma' };
    await run('medopt.insertCode', asthma);
    await run('medopt.insertCode', asthma);
    assert.match(document.getText(), /snomed \{\n {2}195967001 \|Asthma\|\n {2}13645005 \|Chronic/);
  }));

  it('a code is inserted behind the sign that makes an entry of all below it', () => withFolder('below', sample, async (folder) => {
    const { document } = await inCodeSet(folder);
    await run('type', { text: '  << ' });
    await run('medopt.insertCode', { id: '195967001', term: 'Asthma' });
    assert.match(document.getText(), /snomed \{\n {2}<< 195967001 \|Asthma\|\n {2}13645005 \|Chronic/);
  }));

  it('a pasted list becomes entries, and a damaged row a comment', () => withFolder('pasted', sample, async (folder) => {
    const { document } = await inCodeSet(folder);
    const [edit] = await pasted(document, vscode.window.activeTextEditor?.selection, 'Code\tTerm\r\n195967001\tAsthma\r\n1.2395E+15\tReview\r\n');
    assert.equal(edit?.title, 'Insert as Codes');
    assert.ok(edit?.additionalEdit && (await vscode.workspace.applyEdit(edit.additionalEdit)));
    assert.match(document.getText(), /\n {2}195967001 \|Asthma\|\n {2}\/\/ not taken: 1\.2395E\+15, Review: '1\.2395E\+15' is what a spreadsheet shows.*\n {2}13645005/);
    assert.deepEqual(await pasted(document, vscode.window.activeTextEditor?.selection, 'Some words of a letter'), []);
    assert.deepEqual(await pasted(document, new vscode.Selection(0, 3, 0, 3), '195967001'), []);
  }));

  it('a published list becomes a code set at the end of a file', () => withFolder('imported', sample, async (folder) => {
    const list = vscode.Uri.joinPath(folder, 'copd-list.csv');
    writeFileSync(list.fsPath, 'code,term\n304527002,Acute asthma\n304527003,Damaged\n');
    const into = vscode.Uri.joinPath(folder, 'codes.medopt');
    const uri = await run<vscode.Uri>('medopt.importCodelist', { file: list.fsPath, system: 'snomed', title: 'Acute asthma', into });
    const document = await vscode.workspace.openTextDocument(uri);
    assert.match(document.getText(), /\}\n\ncodes copd_list "Acute asthma" snomed \{\n {2}304527002 \|Acute asthma\|\n\}\n$/);
  }));

  it('the page of a rule is shown from a finding, and from its quick fixes', () => withFolder('explained', sample, async (folder) => {
    const editor = await open(vscode.Uri.joinPath(folder, 'codes.medopt'));
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), 'codes unused "Unused" snomed {\n  304527002 |Acute asthma|\n}\n\n'));
    const [found] = serious(await problems(editor.document.uri, (all) => serious(all).length > 0));
    assert.ok(found);
    assert.deepEqual(typeof found.code === 'object' && [found.code.value, found.code.target.scheme], ['unused-code-set', 'medopt-rule']);
    const actions = await run<vscode.CodeAction[]>('vscode.executeCodeActionProvider', editor.document.uri, found.range, vscode.CodeActionKind.QuickFix.value);
    assert.ok(actions.some(({ title }) => title === 'Explain the rule unused-code-set'), actions.map(({ title }) => title).join('\n'));
    const page = await vscode.workspace.openTextDocument(vscode.Uri.parse('medopt-rule:/unused-code-set.medopt-rule.md'));
    assert.match(page.getText(), /^# unused-code-set/);
    await run('medopt.explainRule', 'unused-code-set');
    const shown = await until(vscode.window.tabGroups.onDidChangeTabs, () => vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs).find(({ label }) => label.includes('unused-code-set')));
    assert.ok(shown);
  }));

  it('a report of a fault is shown before it is saved, and names nobody', () => withFolder('reported', sample, async () => {
    await run('medopt.collectBugReport');
    const document = vscode.window.activeTextEditor?.document;
    assert.equal(document?.isUntitled, true);
    assert.match(document?.getText() ?? '', /# A fault in MedOpt[^]*- program: \d[^]*the program that checks protocols: running[^]*project 1: \d+ files[^]*--scramble/);
    assert.doesNotMatch(document?.getText() ?? '', /breathing|asthma|Example PCN/i);
    assert.ok(!(document?.getText() ?? '').includes(os.homedir() + path.sep));
  }));

  it('a code in medopt.lock is explained', () => withFolder('locked', { ...sample, 'medopt.lock': '{ "copd": ["13645005"] }\n' }, async (folder) => {
    const { document } = await open(vscode.Uri.joinPath(folder, 'medopt.lock'));
    const hovers = await run<vscode.Hover[]>('vscode.executeHoverProvider', document.uri, rangeOf(document, '13645005').start);
    const text = hovers.flatMap(({ contents }) => contents).map((one) => (typeof one === 'string' ? one : one.value)).join('\n');
    assert.match(text, /13645005 \*\*Chronic obstructive pulmonary disease\*\*\n\nUsed by COPD/);
  }));
});

import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { sample } from './sample';
import { extension, open, problems, replace, serious, tidy, withFolder } from './support';

describe('Problems', () => {
  before(() => extension());

  it('come once, where the fault is, and go when it is mended', () => withFolder('faults', sample, async (folder) => {
    const editor = await open(vscode.Uri.joinPath(folder, 'codes.medopt'));
    const { uri } = editor.document;
    await replace(editor, '195967001', '195967002');
    const found = await problems(uri, (all) => serious(all).length > 0);
    assert.deepEqual(serious(found).map(({ code, range, source }) => [ruleOf(code), editor.document.getText(range), source]), [['bad-check-digit', '195967002', 'medopt']]);
    await replace(editor, '195967002', '195967001');
    await problems(uri, (all) => serious(all).length === 0);
  }));

  it('are those of another file, too, and of a file that is not open', () => withFolder('across', sample, async (folder) => {
    const editor = await open(vscode.Uri.joinPath(folder, 'codes.medopt'));
    const other = vscode.Uri.joinPath(folder, 'breathing.medopt');
    await replace(editor, 'codes copd', 'codes copdd');
    const found = serious(await problems(other, (all) => serious(all).length > 0));
    assert.deepEqual(found.map(({ code }) => ruleOf(code)), ['unknown-name']);
    await replace(editor, 'codes copdd', 'codes copd');
    await problems(other, (all) => serious(all).length === 0);
  }));

  for (const [files, opens] of [['a file that nobody opened', false], ['an open file', true]] as const) {
    it(`of ${files} go with the folder that is closed`, async () => {
      let uri = vscode.Uri.file('/');
      await withFolder('closing', { ...sample, 'codes.medopt': 'codes asthma' }, async (folder) => {
        uri = vscode.Uri.joinPath(folder, 'codes.medopt');
        // Opened as a person does: a document that a test opens by itself is kept for minutes.
        if (opens) await vscode.commands.executeCommand('vscode.open', uri);
        await problems(uri, (all) => serious(all).length > 0);
      });
      await problems(uri, (all) => all.length === 0);
    });
  }

  it('go with the file that is deleted, when its editor is closed', () => withFolder('deleting', { ...sample, 'wrong.medopt': 'codes asthma' }, async (folder) => {
    const uri = vscode.Uri.joinPath(folder, 'wrong.medopt');
    await vscode.commands.executeCommand('vscode.open', uri);
    await problems(uri, (all) => serious(all).length > 0);
    await vscode.workspace.fs.delete(uri);
    await tidy();
    await problems(uri, (all) => all.length === 0);
  }));
});

function ruleOf(code: vscode.Diagnostic['code']): string {
  return String(typeof code === 'object' ? code.value : code);
}

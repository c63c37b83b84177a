import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Exported } from '../../../src/extension';
import { extension, open, problems, protocols, replace, serious } from '../support';

describe('In a folder that is not trusted', () => {
  it('protocols are checked', async () => {
    assert.equal(vscode.workspace.isTrusted, false);
    const { exports } = await extension<Exported>();
    await exports.started;
    const editor = await open(protocols('codes', 'conditions.medopt'));
    await replace(editor, 'codes ', 'codez ');
    const found = await problems(editor.document.uri, (all) => serious(all).length > 0);
    assert.equal(found[0]?.source, 'medopt');
  });

  it('packs are not built', async () => {
    await vscode.commands.executeCommand('medopt.buildPack');
    await assert.rejects(async () => vscode.workspace.fs.stat(protocols('dist')), 'nothing was built');
  });
});

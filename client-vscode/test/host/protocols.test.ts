import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Exported } from '../../src/extension';
import type { TreeNode } from '../../src/features/protocols/nodes';
import { sample } from './sample';
import { eventually, extension, open, replace, withFolder } from './support';

describe('The Protocols view', () => {
  let exported: Exported;
  before(async () => {
    exported = (await extension<Exported>()).exports;
    await exported.started;
    await vscode.commands.executeCommand('medopt.protocols.focus');
  });
  after(() => vscode.commands.executeCommand('workbench.view.explorer'));

  const project = async (folder: vscode.Uri, expected: (node: TreeNode) => boolean): Promise<TreeNode> => {
    const find = async (): Promise<TreeNode | undefined> => (await exported.protocols()).find((node) => node.project?.folder === folder.toString());
    const found = await eventually(find, (node) => node !== undefined && expected(node));
    assert.ok(found);
    return found;
  };

  it('shows packs and protocols with what is in them', () => withFolder('tree', sample, async (folder) => {
    const { children } = await project(folder, () => true);
    assert.deepEqual(children.map(({ label, description }) => [label, description]), [['Packs', ''], ['Breathing', '0.1 · draft'], ['codes.medopt', '2 code sets']]);
    const pack = children[0]?.children[0];
    assert.equal(pack?.context, 'pack');
    assert.equal(pack?.pack, 'breathing_pack');
    assert.deepEqual(pack?.children.map(({ label }) => label), ['Asthma or COPD']);
  }));

  it('says what is wrong where, up to the project, and when it is mended', () => withFolder('wrong', sample, async (folder) => {
    const editor = await open(vscode.Uri.joinPath(folder, 'breathing.medopt'));
    await replace(editor, 'copd recorded', 'copdd recorded');
    const wrong = await project(folder, ({ problems }) => problems.errors > 0);
    assert.match(wrong.description, /1 error/);
    assert.match(wrong.children.find(({ label }) => label === 'Breathing')?.description ?? '', /1 error/);
    assert.match(wrong.children[0]?.children[0]?.description ?? '', /1 error/);
    await replace(editor, 'copdd recorded', 'copd recorded');
    await project(folder, ({ problems }) => problems.errors === 0);
  }));

  it('shows where a name is used from the line above its declaration', () => withFolder('used', sample, async (folder) => {
    const { document } = await open(vscode.Uri.joinPath(folder, 'codes.medopt'));
    const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', document.uri, 20);
    const used = lenses.map(({ command }) => command).find((command) => command?.command === 'medopt.showReferences');
    assert.ok(used, lenses.map(({ command }) => command?.title).join('\n'));
    await vscode.commands.executeCommand(used.command, ...(used.arguments ?? []));
    await vscode.commands.executeCommand('closeReferenceSearch');
  }));
});

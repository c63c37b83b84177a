import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Exported } from '../../src/extension';
import type { Shown } from '../../src/features/preview/messages';
import { sample } from './sample';
import { eventually, extension, open, protocols, rangeOf, replace, withFolder } from './support';

describe('The preview', () => {
  let exported: Exported;
  before(async () => {
    exported = (await extension<Exported>()).exports;
    await exported.started;
  });

  const shown = async (expected: (now: Shown) => boolean): Promise<Shown> => {
    const now = await eventually(() => exported.preview(), (found) => found !== undefined && expected(found));
    assert.ok(now);
    return now;
  };

  function putCursor(editor: vscode.TextEditor, text: string): void {
    const { start } = rangeOf(editor.document, text);
    editor.selection = new vscode.Selection(start, start);
  }

  it('shows the declaration that the cursor is in, from the open text, and says when the project has errors', () => withFolder('preview', sample, async (folder) => {
    const editor = await open(vscode.Uri.joinPath(folder, 'breathing.medopt'));
    putCursor(editor, '"COPD": copd');
    await vscode.commands.executeCommand('medopt.openPreview');
    const first = await shown(({ title }) => title === 'Asthma or COPD');
    assert.deepEqual(first.kinds, ['page', 'rules', 'emis', 'systmone', 'flow']);
    assert.equal(first.bar, null);
    assert.equal(first.isOld, false);
    assert.match(first.html ?? '', /Asthma or COPD/);
    assert.equal(first.element, `breathing.medopt:${editor.document.offsetAt(editor.selection.active)}:${editor.document.offsetAt(rangeOf(editor.document, 'copd recorded ever').end)}`);

    await replace(editor, '"Asthma or COPD"', '"Short of breath"');
    await shown(({ title, html }) => title === 'Short of breath' && html?.includes('Short of breath') === true);
    putCursor(editor, 'pack breathing_pack');
    await shown(({ title, kinds }) => title === 'Breathing' && kinds.length === 1);

    await replace(editor, 'copd recorded', 'copdd recorded');
    const wrong = await shown(({ bar }) => bar !== null);
    assert.equal(wrong.bar?.button?.does, 'problem');
    await replace(editor, 'copdd recorded', 'copd recorded');
    await shown(({ bar }) => bar === null);
  }));

  it('stays at a declaration where it is not to follow, also when that moves', () => withFolder('pinned', sample, async (folder) => {
    const editor = await open(vscode.Uri.joinPath(folder, 'breathing.medopt'));
    const settings = vscode.workspace.getConfiguration('medopt');
    await settings.update('preview.followCursor', false, vscode.ConfigurationTarget.Workspace);
    try {
      const { start } = rangeOf(editor.document, 'breathless "Asthma');
      await vscode.commands.executeCommand('medopt.preview', editor.document.uri.toString(), { line: start.line, character: start.character }, [], 'breathless');
      await shown(({ title, pinned }) => title === 'Asthma or COPD' && pinned);
      putCursor(editor, 'pack breathing_pack');
      await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), '// A line more\n// and another\n'));
      await replace(editor, '"Asthma or COPD"', '"Short of breath"');
      const now = await shown(({ title }) => title !== 'Asthma or COPD');
      assert.equal(now.title, 'Short of breath');
    } finally {
      await settings.update('preview.followCursor', undefined, vscode.ConfigurationTarget.Workspace);
    }
    await shown(({ title, pinned }) => title === 'Breathing' && !pinned);
  }));

  it('says what it needs where no protocol is open', async () => {
    await open(protocols('medopt.json'));
    await vscode.commands.executeCommand('medopt.openPreview');
    const { nothing, html } = await shown(() => true);
    assert.match(nothing, /^Put the cursor into a protocol/);
    assert.equal(html, null);
  });

  it('says that it is old while no server runs, and is fresh again after', async () => {
    const editor = await open(protocols('hrd_monitoring', 'doac.medopt'));
    putCursor(editor, 'cohort doac_without_clearance');
    await vscode.commands.executeCommand('medopt.openPreview');
    await shown(({ isOld, title }) => !isOld && title.startsWith('DOAC'));
    await exported.server.client.stop();
    const old = await shown(({ isOld }) => isOld);
    assert.equal(old.bar?.button?.does, 'restart');
    await exported.server.start();
    await shown(({ isOld, bar }) => !isOld && bar === null);
  });
});

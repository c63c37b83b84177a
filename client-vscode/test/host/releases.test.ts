import assert from 'node:assert/strict';
import { readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';
import type { Exported } from '../../src/extension';
import type { CodeBox } from '../../src/features/codes/box';
import { knownBy } from '../../src/features/releases/words';
import type { Failure, ImportedRelease } from '../../src/protocol';
import { sample } from './sample';
import { eventually, extension, open, problems, rangeOf, serious, until, withFolder } from './support';

const releases = process.env.MEDOPT_TEST_RELEASES ?? '';
const stores = process.env.MEDOPT_TERMINOLOGY ?? '';
const [first, second] = ['SNOMED CT Example, 1 Mar 2026', 'SNOMED CT Other, 1 Mar 2026'];
/** A code set that only a release can expand, and an example with a code that is below its own. */
const below = (sample['codes.medopt'] ?? '').replace('195967001', '<< 195967001');
const acute = (sample['breathing.medopt'] ?? '').replace(/example[^]*$/, 'example "Acute" {\n  on 2026-11-20\n  patient { born 1944-03-02 code 304527002 |Acute asthma| recorded 2020-01-01 }\n  expect in breathless\n}\n');
const setting = (): vscode.WorkspaceConfiguration => vscode.workspace.getConfiguration('medopt');
const load = (...names: readonly string[]): Thenable<ImportedRelease | Failure> => vscode.commands.executeCommand('medopt.loadRelease', names.map((name) => path.join(releases, name)));

describe('Terminology releases', () => {
  let exported: Exported;

  /** Waits until codes are known by this, as the item in the status bar says it. */
  const known = (by: string): Promise<unknown> => until(exported.releases.onChange, () => {
    const now = exported.releases.now();
    return (now !== undefined && knownBy(now) === by) || undefined;
  });

  /** The box of codes, with what was found for these words. */
  const searched = async (words: string): Promise<{ readonly box: CodeBox; readonly inserted: Thenable<unknown> }> => {
    const inserted = vscode.commands.executeCommand('medopt.insertCode');
    const box = await eventually(async () => exported.codes(), (shown) => shown !== undefined);
    assert.ok(box);
    box.shown.value = words;
    await box.search(words);
    return { box, inserted };
  };

  /** Makes an item the active one, as the arrow keys do, and waits until the window says it is. */
  const activate = async (box: CodeBox, label: string): Promise<void> => {
    box.shown.activeItems = box.shown.items.filter((item) => item.label === label);
    await eventually(async () => box.shown.activeItems[0]?.label, (active) => active === label);
  };

  before(async () => {
    exported = (await extension<Exported>()).exports;
    await exported.started;
  });

  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
    rmSync(stores, { recursive: true, force: true });
    await setting().update('release', undefined, vscode.ConfigurationTarget.Global);
    await vscode.commands.executeCommand('medopt.restartServer');
    await known('no release');
  });

  it('are not there at first: the codes of the protocols are searched, and the box says what to do', () => withFolder('bare', sample, async (folder) => {
    await open(vscode.Uri.joinPath(folder, 'codes.medopt'));
    await known('no release');
    const { box } = await searched('asth');
    assert.match(box.shown.placeholder ?? '', /^Search your protocols by /);
    assert.deepEqual(box.shown.items.map(({ label, code, command }) => [label, code?.id ?? command]), [['Asthma', '195967001'], ['$(library) Load Terminology Release…', 'medopt.loadRelease']]);
    await box.around(box.shown.items[0]?.code);
    assert.equal(box.shown.title, 'There is no terminology release that could be asked.');
  }));

  it('are loaded from a folder, and used at once', () => withFolder('loaded', sample, async (folder) => {
    const { document } = await open(vscode.Uri.joinPath(folder, 'codes.medopt'));
    const loaded = await load('first');
    assert.deepEqual('error' in loaded ? loaded : [loaded.concepts, loaded.release.name], [8, 'SnomedCT_ExampleRF2_PRODUCTION_20260301T120000Z']);
    await known(first);
    assert.equal(setting().get('release'), '', 'it is the latest, and needs no setting');
    const found = await problems(document.uri, (all) => serious(all).length > 0);
    assert.deepEqual(serious(found).map(({ range }) => document.getText(range)), ['|Chronic obstructive pulmonary disease|']);
    assert.ok(exported.status().endsWith(` · ${first}`), exported.status());
  }));

  it('are what examples are tried with, and tried again', () => withFolder('tried', { ...sample, 'codes.medopt': below, 'breathing.medopt': acute }, async (folder) => {
    const id = `${vscode.Uri.joinPath(folder, 'breathing.medopt').toString()}#Acute`;
    const { examples } = exported;
    await open(vscode.Uri.joinPath(folder, 'breathing.medopt'));
    await eventually(async () => examples.saved().then(() => examples.outcomes.get(id)), (outcome) => outcome === 'failed');
    await load('first');
    await eventually(async () => examples.outcomes.get(id), (outcome) => outcome === 'passed');
  }));

  it('stay as they were when a zip is damaged', async () => {
    await load('first');
    await known(first);
    const before = readdirSync(stores);
    const damaged = await load('damaged.zip');
    assert.match('error' in damaged ? damaged.error : '', /^The release was not brought in, and nothing has changed: .*damaged\.zip/);
    assert.deepEqual(readdirSync(stores), before);
    assert.equal(exported.releases.now()?.release?.name, 'SnomedCT_ExampleRF2_PRODUCTION_20260301T120000Z');
  });

  it('stand side by side: the one that was loaded last is used, and another is chosen', async () => {
    await load('first');
    await load('second.zip');
    await known(second);
    assert.equal(setting().get('release'), 'SnomedCT_OtherRF2_PRODUCTION_20260301T120000Z', 'it is not the first of the list');
    await setting().update('release', 'SnomedCT_ExampleRF2_PRODUCTION_20260301T120000Z', vscode.ConfigurationTarget.Global);
    await known(first);
    await vscode.commands.executeCommand('medopt.restartServer');
    await setting().update('release', 'SnomedCT_OtherRF2_PRODUCTION_20260301T120000Z', vscode.ConfigurationTarget.Global);
    await known(second);
  });

  it('that a project names and this computer lacks are said, and no other is taken', () => withFolder('elsewhere', { ...sample, 'medopt.json': '{ "terminology": "SnomedCT_ElsewhereRF2_PRODUCTION_20250101T120000Z" }\n' }, async (folder) => {
    await load('first');
    await open(vscode.Uri.joinPath(folder, 'codes.medopt'));
    await known('SNOMED CT Elsewhere is not loaded');
    await vscode.workspace.fs.writeFile(vscode.Uri.joinPath(folder, 'medopt.json'), new TextEncoder().encode('{}\n'));
    await known(first);
  }));

  it('have terms that are inserted at the cursor', () => withFolder('terms', sample, async (folder) => {
    await load('first');
    await known(first);
    const editor = await open(vscode.Uri.joinPath(folder, 'codes.medopt'));
    const { start } = rangeOf(editor.document, '  195967001');
    await editor.edit((edit) => edit.insert(start, '\n'));
    editor.selection = new vscode.Selection(start, start);
    const { box, inserted } = await searched('lung chron');
    assert.match(box.shown.placeholder ?? '', /^Search SNOMED CT Example, 1 Mar 2026 by /);
    assert.deepEqual(box.shown.items.map(({ label, description, detail }) => [label, description, detail]), [['Chronic obstructive lung disease', '13645005 · disorder', 'in your code set COPD']]);
    // The window is told of the items a little later than they are set.
    await eventually(async () => vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem').then(() => exported.codes()), (shown) => shown === undefined);
    await inserted;
    assert.match(editor.document.getText(), /snomed \{\n {2}13645005 \|Chronic obstructive lung disease\|\n {2}195967001 \|Asthma\|\n\}/);
  }));

  it('show what is broader and narrower, and go back', () => withFolder('around', sample, async (folder) => {
    await load('first');
    await known(first);
    await open(vscode.Uri.joinPath(folder, 'codes.medopt'));
    const { box } = await searched('bronch');
    assert.deepEqual(box.shown.items.map(({ label, detail }) => [label, detail]), [['Asthma', 'also called Bronchial asthma · in your code set Asthma']]);
    await activate(box, 'Asthma');
    await vscode.commands.executeCommand('medopt.aroundCode');
    assert.match(box.shown.title ?? '', /^Around Asthma /);
    assert.deepEqual(box.shown.items.map(({ label, description }) => `${label}: ${description ?? ''}`), [
      'broader: ', '$(arrow-up) Disorder of respiratory system: 50043002 · disorder · 5 below', 'this code: ', '$(arrow-right) Asthma: 195967001 · disorder · 3 below',
      'narrower: ', '$(arrow-down) Acute asthma: 304527002 · disorder · nothing below', '$(arrow-down) Exercise-induced asthma: 31387002 · disorder · nothing below', '$(arrow-down) Mild asthma: 370218001 · disorder · nothing below',
    ]);
    await activate(box, '$(arrow-down) Mild asthma');
    await vscode.commands.executeCommand('medopt.aroundCode');
    assert.match(box.shown.title ?? '', /^Around Mild asthma /);
    assert.deepEqual(box.shown.items.map(({ label }) => label), ['broader', '$(arrow-up) Asthma', 'this code', '$(arrow-right) Mild asthma']);
    await vscode.commands.executeCommand('medopt.backFromCode');
    await eventually(async () => box.shown.activeItems[0]?.label, (active) => active === '$(arrow-down) Mild asthma');
    assert.match(box.shown.title ?? '', /^Around Asthma /);
    await vscode.commands.executeCommand('medopt.backFromCode');
    assert.match(box.shown.title ?? '', /^Insert Code /);
    assert.deepEqual([box.shown.value, box.shown.items.map(({ label }) => label)], ['bronch', ['Asthma']]);
  }));
});

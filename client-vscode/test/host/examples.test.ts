import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Exported } from '../../src/extension';
import { sample } from './sample';
import { eventually, extension, open, replace, withFolder } from './support';

describe('The examples', () => {
  let exported: Exported;
  before(async () => {
    exported = (await extension<Exported>()).exports;
    await exported.started;
  });

  /** The examples that are listed, by their ids. */
  async function listed(): Promise<ReadonlyMap<string, vscode.TestItem>> {
    await exported.examples.listed();
    const found = new Map<string, vscode.TestItem>();
    const look = (items: vscode.TestItemCollection): void => items.forEach((item) => {
      if (item.children.size === 0) found.set(item.id, item);
      else look(item.children);
    });
    look(exported.examples.controller.items);
    return found;
  }

  const until = (expected: (items: ReadonlyMap<string, vscode.TestItem>) => boolean): Promise<ReadonlyMap<string, vscode.TestItem>> => eventually(listed, expected);

  it('are listed as they are written, and come and go with the text', () => withFolder('listed', sample, async (folder) => {
    const uri = vscode.Uri.joinPath(folder, 'breathing.medopt');
    const id = `${uri.toString()}#Asthma`;
    const items = await until((all) => all.has(id));
    const editor = await open(uri);
    assert.equal(items.get(id)?.range?.start.line, editor.document.getText().split('\n').findIndex((line) => line.startsWith('example')));
    assert.ok(items.size > 160, 'those of the starter pack are there too');
    await replace(editor, 'example "Asthma"', 'example "Asthma of old"');
    const later = await until((all) => !all.has(id));
    assert.ok(later.has(`${uri.toString()}#Asthma of old`));
  }));

  it('show which criteria they decide', () => withFolder('covered', sample, async (folder) => {
    const uri = vscode.Uri.joinPath(folder, 'breathing.medopt').toString();
    await until((all) => all.has(`${uri}#Asthma`));
    await vscode.commands.executeCommand('testing.coverageAll');
    const files = await exported.examples.covered();
    const own = files?.find((file) => file.uri.toString() === uri);
    assert.ok(own !== undefined && own.statementCoverage.total > 0 && (own.branchCoverage?.covered ?? 0) > 0);
    assert.equal(own.details.length, own.statementCoverage.total);
  }));

  it('run, and again when a file is saved', () => withFolder('saved', sample, async (folder) => {
    const uri = vscode.Uri.joinPath(folder, 'breathing.medopt');
    const id = `${uri.toString()}#Asthma`;
    await until((all) => all.has(id));
    await vscode.commands.executeCommand('medopt.runAllExamples');
    const { outcomes } = exported.examples;
    assert.ok(outcomes.size > 160);
    assert.deepEqual([...new Set(outcomes.values())], ['passed']);

    const editor = await open(uri);
    await replace(editor, 'expect in breathless because "Asthma"', 'expect not in breathless');
    await editor.document.save();
    await exported.examples.saved();
    assert.equal(outcomes.get(id), 'failed');
    await replace(editor, 'expect not in breathless', 'expect not in nowhere');
    await editor.document.save();
    await exported.examples.saved();
    assert.equal(outcomes.get(id), 'invalid');
  }));

  it('of one declaration run from the line above it', () => withFolder('one', sample, async (folder) => {
    const uri = vscode.Uri.joinPath(folder, 'breathing.medopt');
    await open(uri);
    await until((all) => all.has(`${uri.toString()}#Asthma`));
    const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', uri, 20);
    const run = lenses.map(({ command }) => command).find((command) => command?.command === 'medopt.runExamples');
    assert.ok(run, lenses.map(({ command }) => command?.title).join('\n'));
    await vscode.commands.executeCommand(run.command, ...(run.arguments ?? []));
    assert.equal(exported.examples.outcomes.get(`${uri.toString()}#Asthma`), 'passed');
  }));
});

import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Exported } from '../../src/extension';
import type { ProjectNode } from '../../src/protocol';
import { extension, open, protocols, replace, withFolder } from './support';

describe('Packs', () => {
  let projects: () => Promise<readonly ProjectNode[]>;

  before(async () => {
    await open(protocols('codes', 'conditions.medopt'));
    const { exports } = await extension<Exported>();
    await exports.started;
    projects = async () => (await exports.server.ask('medopt/projectTree', {}))?.projects ?? [];
  });

  it('are built into the folder of the project, one alone where it is chosen', async () => {
    const project = (await projects()).find(({ folder }) => vscode.Uri.parse(folder).path === protocols().path);
    assert.ok(project);
    await vscode.commands.executeCommand('medopt.buildPack', { project, pack: 'smr_iif' });
    const built = await vscode.workspace.fs.readDirectory(protocols('dist', 'packs'));
    assert.deepEqual(built.map(([name]) => name).filter((name) => name.endsWith('.zip')), ['smr_iif-0.1.zip']);
  });

  it('are not built in a folder that has gone, and no program is blamed for it', async () => {
    const folder = vscode.Uri.joinPath(protocols(), '..', 'gone');
    const [project] = await projects();
    await vscode.commands.executeCommand('medopt.buildPack', { project: { ...project, folder: folder.toString() } });
    await assert.rejects(async () => vscode.workspace.fs.stat(folder), 'nothing was made');
  });

  it('are not built while there is an error, and what was built before stays', async () => {
    const files = { 'medopt.json': '{}', 'a.medopt': 'cohort old "Old" { include all { "Old": age >= 65 years } }\n\npack a "A" {\n  contains old\n}\n' };
    await withFolder('packs', files, async (folder) => {
      const project = (await projects()).find((one) => vscode.Uri.parse(one.folder).path === folder.path);
      await vscode.commands.executeCommand('medopt.buildPack', { project });
      const packs = vscode.Uri.joinPath(folder, 'dist', 'packs');
      const before = await vscode.workspace.fs.readDirectory(packs);
      assert.ok(before.length > 0);
      const editor = await open(vscode.Uri.joinPath(folder, 'a.medopt'));
      await replace(editor, '65 years', '65 yeers');
      await editor.document.save();
      await vscode.commands.executeCommand('medopt.buildPack', { project });
      assert.deepEqual(await vscode.workspace.fs.readDirectory(packs), before);
    });
  });
});

describe('Tasks', () => {
  it('are offered for each project', async () => {
    const tasks = await vscode.tasks.fetchTasks({ type: 'medopt' });
    assert.deepEqual(tasks.map(({ name }) => name).sort(), ['build', 'check', 'test']);
  });

  it('end with what the program found', async () => {
    const files = { 'medopt.json': '{}', 'a.medopt': 'cohort old "Old" { include all { "Old": age >= 65 yeers } }\n' };
    await withFolder('tasks', files, async (folder) => {
      const tasks = await vscode.tasks.fetchTasks({ type: 'medopt' });
      const check = tasks.find(({ name, scope }) => name === 'check' && typeof scope === 'object' && scope.uri.path === folder.path);
      assert.ok(check);
      const ended = new Promise<number | undefined>((resolve) => {
        const listening = vscode.tasks.onDidEndTaskProcess(({ execution, exitCode }) => {
          if (execution.task.name !== 'check') return;
          listening.dispose();
          resolve(exitCode);
        });
      });
      await vscode.tasks.executeTask(check);
      assert.equal(await ended, 1);
    });
  });
});

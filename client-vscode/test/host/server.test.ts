import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Exported } from '../../src/extension';
import type { Server, ServerState } from '../../src/server';
import { extension, open, protocols, until } from './support';

describe('The server', () => {
  let exported: Exported;

  before(async () => {
    await open(protocols('codes', 'conditions.medopt'));
    exported = (await extension<Exported>()).exports;
    await exported.started;
  });

  it('is another process after the restart command', async () => {
    const { server } = exported;
    const before = await running(server);
    await vscode.commands.executeCommand('medopt.restartServer');
    assert.notEqual(await running(server), before);
  });

  it('is started again when it dies', async () => {
    const { server } = exported;
    const before = await running(server);
    await die(server);
    assert.notEqual(await running(server), before);
  });

  it('does not wait when someone restarts it', async () => {
    const { server } = exported;
    await vscode.commands.executeCommand('medopt.restartServer');
    await die(server);
    await die(server);
    await state(server, 'waiting');
    await vscode.commands.executeCommand('medopt.restartServer');
    const one = await running(server);
    assert.notEqual(await server.ask('medopt/projectTree', {}), undefined);
    assert.equal(await running(server), one, 'there is one server, and not a second of another start');
  });

  it('is given up when it dies again and again, until someone restarts it', async () => {
    const { server, status } = exported;
    while (server.state !== 'failed') {
      await running(server);
      await die(server);
      await state(server, 'running', 'failed');
    }
    assert.equal(status(), '$(error) MedOpt: not running');
    await vscode.commands.executeCommand('medopt.restartServer');
    await running(server);
    assert.match(status(), /looking at the protocols/, 'nothing is called fine before it was looked at');
    await until(server.onState, () => (server.files ?? 0) > 0 || undefined);
    assert.match(status(), /no problem/);
  });
});

/** The number of the server's process, when it runs. */
async function running(server: Server): Promise<number> {
  await state(server, 'running');
  assert.ok(server.pid);
  return server.pid;
}

async function state(server: Server, ...wanted: readonly ServerState[]): Promise<ServerState> {
  return until(server.onState, () => wanted.find((one) => one === server.state));
}

/** Kills the server's process, and waits until the extension has noticed. */
async function die(server: Server): Promise<void> {
  process.kill(await running(server), 'SIGKILL');
  await until(server.onState, () => server.state !== 'running' || undefined);
}

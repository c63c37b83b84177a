// How the server comes, goes, and lives through what is not the protocol.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { test } from 'node:test';
import { none } from './capabilities.mjs';
import { start } from './client.mjs';
import { shipped } from './projects.mjs';
import { framed, initialize, RawServer } from './raw.mjs';

test('a session comes to its end with code 0, and standard output carries the protocol alone', async (t) => {
  const editor = await start({ folders: [shipped(t)] });
  assert.equal(editor.initialized.serverInfo.name, 'medopt');
  assert.equal(editor.capabilities.positionEncoding, 'utf-16');
  await editor.stop();
});

test('leaving without shutdown is code 1', async () => {
  const server = new RawServer();
  server.send(initialize());
  await server.next();
  server.send({ jsonrpc: '2.0', method: 'exit' });
  assert.equal(await server.ended, 1);
});

test('the end of the input ends the server', async () => {
  const server = new RawServer();
  server.send(initialize());
  await server.next();
  server.child.stdin.end();
  assert.equal(await server.ended, 1);
});

test('an editor that is killed leaves no server behind', async (t) => {
  const victim = spawn(process.execPath, ['-e', 'process.stdin.resume()'], { stdio: ['pipe', 'ignore', 'ignore'] });
  t.after(() => victim.kill());
  const server = new RawServer();
  server.send(initialize(victim.pid));
  await server.next();
  victim.kill('SIGKILL');
  assert.equal(await server.ended, 1);
});

test('an editor that is gone before the server starts leaves no server behind', async () => {
  const gone = spawn(process.execPath, ['-e', ''], { stdio: 'ignore' });
  await new Promise((resolve) => gone.on('close', resolve));
  const server = new RawServer();
  server.send(initialize(gone.pid));
  assert.equal(await server.ended, 1);
});

const damage = {
  'a length that is no number': 'Content-Length: abc\r\n\r\n{}',
  'a length that is too long': 'Content-Length: 100000\r\n\r\n{}',
  'a length that is too short': 'Content-Length: 3\r\n\r\n{"jsonrpc":"2.0"}',
  'an absurd length': 'Content-Length: 99999999999999999999\r\n\r\n',
  'no header': '{"jsonrpc":"2.0","id":7,"method":"shutdown"}',
  'no JSON': framed('{"jsonrpc":'),
  'bytes that are no text': 'Content-Length: 4\r\n\r\n\u0000\u0001\u0002\u0003',
};

for (const [what, bytes] of Object.entries(damage)) {
  test(`${what}: an error comes back, and the next message is read`, async () => {
    const server = new RawServer();
    server.send(initialize());
    await server.next();
    server.send(bytes, { jsonrpc: '2.0', id: 1, method: 'shutdown' });
    const error = await server.next();
    assert.deepEqual([error.id, error.error.code], [null, -32700]);
    assert.deepEqual(await server.next(), { jsonrpc: '2.0', id: 1, result: null });
    server.send({ jsonrpc: '2.0', method: 'exit' });
    assert.equal(await server.ended, 0);
  });
}

test('requests before initialize and after shutdown are refused', async () => {
  const server = new RawServer();
  const hover = { jsonrpc: '2.0', method: 'textDocument/hover', params: {} };
  server.send({ ...hover, id: 1 });
  assert.equal((await server.next()).error.code, -32002);
  server.send(initialize());
  await server.next();
  server.send({ jsonrpc: '2.0', id: 2, method: 'shutdown' });
  await server.next();
  server.send({ ...hover, id: 3 });
  assert.equal((await server.next()).error.code, -32600);
  server.send({ jsonrpc: '2.0', method: 'exit' });
  assert.equal(await server.ended, 0);
});

test('findings are sent to an editor that does not ask for them, and not to one that does', async (t) => {
  const folder = shipped(t);
  const silent = await start({ folders: [folder], capabilities: none });
  assert.equal(silent.capabilities.diagnosticProvider, undefined);
  await silent.first(({ method }) => method === 'textDocument/publishDiagnostics');
  await silent.stop();
  const asking = await start({ folders: [folder] });
  assert.ok(asking.capabilities.diagnosticProvider);
  await asking.request('workspace/diagnostic', { previousResultIds: [] });
  await asking.stop();
  assert.deepEqual(asking.notifications.filter(({ method }) => method === 'textDocument/publishDiagnostics'), []);
});

test('a trace is told once it is wanted', async () => {
  const server = new RawServer();
  server.send(initialize());
  await server.next();
  server.send({ jsonrpc: '2.0', method: '$/setTrace', params: { value: 'verbose' } }, { jsonrpc: '2.0', id: 1, method: 'workspace/diagnostic', params: { previousResultIds: [] } });
  assert.equal((await server.next()).id, 1);
  assert.match((await server.next()).params.message, /^workspace\/diagnostic \(1\) took /);
  server.child.stdin.end();
  assert.equal(await server.ended, 1);
});

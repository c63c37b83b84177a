// What the server says that it can do is what it does: by the protocol's own description of which capability stands for which method.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { none } from './capabilities.mjs';
import { root, start } from './client.mjs';

const model = JSON.parse(readFileSync(path.join(root, 'server', 'PcnMedOpt.Tool', 'Lsp', 'Protocol', 'metaModel.json'), 'utf8'));
const toServer = model.requests.filter((request) => request.messageDirection !== 'serverToClient' && !['initialize', 'shutdown'].includes(request.method));
const methodNotFound = -32601;

/** Capabilities under which a method is announced although the model does not name them, or names another. */
const elsewhere = {
  'typeHierarchy/supertypes': 'typeHierarchyProvider',
  'typeHierarchy/subtypes': 'typeHierarchyProvider',
  'textDocument/semanticTokens/full': 'semanticTokensProvider.full',
};

const at = (object, dotted) => dotted.split('.').reduce((value, name) => value?.[name], object);
const isAnnounced = ({ method, serverCapability }, capabilities) => Boolean(at(capabilities, elsewhere[method] ?? serverCapability));

async function isAnswered(editor, method) {
  try {
    await editor.request(method, {});
    return true;
  } catch (error) {
    return error.code !== methodNotFound;
  }
}

test('every request that is announced is answered, and every one answered is announced', async () => {
  const editor = await start();
  const wrong = [];
  for (const request of toServer) {
    const [announced, answered] = [isAnnounced(request, editor.capabilities), await isAnswered(editor, request.method)];
    if (announced !== answered) wrong.push(`${request.method} is ${announced ? '' : 'not '}announced and ${answered ? '' : 'not '}answered`);
  }
  assert.deepEqual(wrong, []);
  await editor.stop();
});

test('an editor that says nothing of itself is told of less, and all of it is answered', async () => {
  const editor = await start({ capabilities: none });
  for (const request of toServer.filter((one) => isAnnounced(one, editor.capabilities))) assert.ok(await isAnswered(editor, request.method), request.method);
  await editor.stop();
});

test('requests of its own are answered where they are announced', async () => {
  const editor = await start();
  for (const method of editor.capabilities.experimental?.requests ?? []) assert.ok(await isAnswered(editor, method), method);
  await editor.stop();
});

test('every notification that is announced is heard', async () => {
  const editor = await start();
  const { textDocumentSync, workspace } = editor.capabilities;
  assert.deepEqual([textDocumentSync.openClose, textDocumentSync.change, Boolean(textDocumentSync.save)], [true, 2, true]);
  assert.equal(workspace.workspaceFolders.supported, true);
  const uri = 'untitled:Untitled-1';
  await editor.notify('textDocument/didOpen', { textDocument: { uri, languageId: 'medopt', version: 1, text: '' } });
  await editor.notify('textDocument/didChange', { textDocument: { uri, version: 2 }, contentChanges: [{ text: 'cohort' }] });
  await editor.notify('textDocument/didSave', { textDocument: { uri } });
  await editor.notify('textDocument/didClose', { textDocument: { uri } });
  await editor.notify('workspace/didChangeWorkspaceFolders', { event: { added: [], removed: [] } });
  await editor.notify('workspace/didChangeWatchedFiles', { changes: [] });
  if (workspace.fileOperations?.didRename) await editor.notify('workspace/didRenameFiles', { files: [] });
  await editor.notify('$/setTrace', { value: 'off' });
  await editor.notify('$/cancelRequest', { id: 99 });
  await editor.stop();
  assert.equal(editor.complaints, '');
});

// Previews of the shipped protocols, as the language server makes them for the extension of the editor, written as files.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

/** One declaration of each kind. Printed documents are looked at where they are built; here their page carries the places of its source. */
const shown = [
  'smr_identified', 'smr_delivery_this_year', 'warfarin_monitoring', 'smr_consultation', 'hrd_recall', 'pincer_asthma', 'smr',
  'Amiodarone: blood tests every 6 months, overdue after two more weeks',
];

/** Writes every kind of preview of them into a folder; gives the paths. */
export async function previews(program, root, folder) {
  const { createProtocolConnection, StreamMessageReader, StreamMessageWriter } = await import('vscode-languageserver-protocol/node');
  const server = spawn('dotnet', [program, 'lsp', '--today', '2026-11-20'], { stdio: ['pipe', 'pipe', 'inherit'] });
  const ended = once(server, 'close');
  const connection = createProtocolConnection(new StreamMessageReader(server.stdout), new StreamMessageWriter(server.stdin));
  connection.listen();
  await connection.sendRequest('initialize', { processId: process.pid, rootUri: pathToFileURL(path.join(root, 'protocols')).href, capabilities: {} });
  await connection.sendNotification('initialized', {});
  const { projects: [tree] } = await connection.sendRequest('medopt/projectTree', {});
  const files = [];
  for (const { name, title, place: { uri, range } } of tree.protocols.flatMap(({ declarations }) => declarations)) {
    if (!shown.includes(name ?? title)) continue;
    const place = { textDocument: { uri }, position: range.start };
    for (const kind of (await connection.sendRequest('medopt/preview', place)).kinds) {
      const file = path.join(folder, `preview-${name ?? 'example'}-${kind}.html`);
      writeFileSync(file, (await connection.sendRequest('medopt/preview', { ...place, kind })).html);
      files.push(file);
    }
  }
  await connection.sendRequest('shutdown');
  await connection.sendNotification('exit');
  await ended;
  connection.dispose();
  if (files.length < shown.length) throw new Error(`Some of these are no longer declared: ${shown.join(', ')}`);
  return files;
}

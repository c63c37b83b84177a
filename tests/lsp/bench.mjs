// How quick the language server is, as an editor sees it. Figures: docs/performance.md.
//   node tests/lsp/bench.mjs PROGRAM PROJECT       PROGRAM: a published medopt; PROJECT: what "PcnMedOpt.Benchmarks write FOLDER" wrote
import { spawn } from 'node:child_process';
import { appendFileSync, cpSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Document, memory, now, say, shown, start, stop } from './benching.mjs';

const root = path.dirname(path.dirname(path.dirname(fileURLToPath(import.meta.url))));
const [program, generated] = process.argv.slice(2);

/** Types a number over, digit by digit, in criteria all over the document: after each keystroke the editor asks for the findings. */
async function keystrokes(document, pattern, count) {
  const times = [];
  for (let i = 0; i < count; i++) {
    const places = [...document.text.matchAll(pattern)];
    const place = places[i % places.length];
    const at = place.index + place[0].length;
    const begun = now();
    document.replace(at - 1, at, String(i % 9));
    await document.ask('textDocument/diagnostic');
    times.push(now() - begun);
  }
  return times;
}

async function completions(document, pattern, count) {
  const times = [];
  const places = [...document.text.matchAll(pattern)];
  for (let i = 0; i < count; i++) {
    const at = places[i % places.length].index + places[i % places.length][0].length;
    document.replace(at, at, 'a');
    const begun = now();
    await document.ask('textDocument/completion', { position: document.position(at + 1) });
    times.push(now() - begun);
    document.replace(at, at + 1, '');
  }
  return times;
}

const work = mkdtempSync(path.join(os.tmpdir(), 'medopt-bench-'));
try {
  const shipped = path.join(work, 'protocols');
  cpSync(path.join(root, 'protocols'), shipped, { recursive: true });

  const starts = [];
  for (let i = 0; i < 20; i++) {
    const server = await start(program, shipped);
    starts.push(server.initialized);
    await stop(server);
  }
  say('spawn to the answer of initialize', shown(starts));
  const empties = [];
  for (let i = 0; i < 20; i++) {
    const begun = now();
    await new Promise((resolve) => spawn(program, ['--version'], { stdio: 'ignore' }).on('close', resolve));
    empties.push(now() - begun);
  }
  say('beside it: medopt --version, from spawn to its end', shown(empties));

  const small = await start(program, shipped);
  await small.connection.sendNotification('initialized', {});
  const short = new Document(small, path.join(shipped, 'smr', 'six_monthly_list.medopt'));
  await short.open();
  await short.ask('textDocument/diagnostic');
  await small.judged;
  say(`keystroke to diagnostics, ${short.text.split('\n').length} lines of the shipped protocols, cold`, shown(await keystrokes(short, / in last \d/g, 50)));
  say('the same, warm', shown(await keystrokes(short, / in last \d/g, 300)));
  say('completion there', shown(await completions(short, / in last /g, 200)));
  say('memory, shipped protocols', memory(small.child.pid));
  await stop(small);

  const large = path.join(work, 'large');
  cpSync(generated, large, { recursive: true });
  for (const file of readdirSync(large).filter((f) => /^p\d+\.medopt$/.test(f)))
    appendFileSync(path.join(large, file), `\ncohort sharing_${file.slice(1, 4)} "Sharing ${file.slice(1, 4)}" {\n  include all {\n    "Shared": shared_set recorded in last 6 months\n  }\n}\n`);
  writeFileSync(path.join(large, 'shared.medopt'), 'codes shared_set "Shared" snomed {\n  195967001 |Asthma|\n}\n');
  const firsts = [];
  let server;
  for (let i = 0; i < 5; i++) {
    if (server) await stop(server);
    server = await start(program, large);
    const begun = now();
    await server.connection.sendNotification('initialized', {});
    const document = new Document(server, path.join(large, 'long.medopt'));
    await document.open();
    await document.ask('textDocument/diagnostic');
    firsts.push(now() - begun);
    server.document = document;
  }
  say('initialized to the first diagnostics, 500 protocols, 100,000 codes', shown(firsts));
  const begun = now();
  await server.judged;
  say('from there to the whole project looked at', `${(now() - begun).toFixed(0)} ms`);
  const long = server.document;
  say(`keystroke to diagnostics there, ${long.text.split('\n').length} lines, cold`, shown(await keystrokes(long, /age >= \d\d/g, 30)));
  say('the same, warm', shown(await keystrokes(long, /age >= \d\d/g, 300)));
  const shortThere = new Document(server, path.join(large, 'p250.medopt'));
  await shortThere.open();
  say(`keystroke to diagnostics there, ${shortThere.text.split('\n').length} lines, warm`, shown(await keystrokes(shortThere, /age >= \d\d/g, 200)));
  say('completion there, names', shown(await completions(long, /"65 or over with a record": /g, 200)));
  say('completion there, codes by term', shown(await completions(long, /codes set_\d+_\d "[^"]+" snomed \{\n {2}/g, 100)));
  const shared = new Document(server, path.join(large, 'shared.medopt'));
  await shared.open();
  const renames = [];
  for (let i = 0; i < 20; i++) {
    const at = now();
    const edit = await shared.ask('textDocument/rename', { position: { line: 0, character: 8 }, newName: `other_${i}` });
    renames.push(now() - at);
    if (edit.documentChanges.length !== 501) throw new Error(`a rename in ${edit.documentChanges.length} files`);
  }
  say('rename over 501 files', shown(renames));
  say('memory there', memory(server.child.pid));
  await stop(server);
} finally {
  rmSync(work, { recursive: true, force: true });
}

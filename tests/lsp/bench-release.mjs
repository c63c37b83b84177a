// How quick the language server is over a terminology release, as an editor sees it. Figures: docs/performance.md.
//   node tests/lsp/bench-release.mjs PROGRAM STORES       PROGRAM: a published medopt; STORES: a folder with the store of a generated release
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Document, memory, now, say, shown, start, stop } from './benching.mjs';

const [program, stores] = process.argv.slice(2);
const environment = { MEDOPT_TERMINOLOGY: path.resolve(stores) };
const Sets = 60;
const Entries = 40;
const Words = ['asthma', 'chronic', 'assessment', 'lung', 'procedure', 'acute', 'renal', 'tablet', 'fracture', 'heart'];

/** Concepts that the release finds by the words, a few hundred for each. */
function found() {
  const all = new Map();
  for (const word of Words) {
    try {
      const said = execFileSync(program, ['terminology', 'search', word, '--most', '600', '--format', 'json'], { env: { ...process.env, ...environment }, encoding: 'utf8', maxBuffer: 1 << 26 });
      for (const { id, term } of JSON.parse(said)) all.set(id, term);
    } catch (error) {
      if (error.status !== 1) throw error;
    }
  }
  return [...all].map(([id, term]) => ({ id, term }));
}

/** Code sets over the whole of the release: many codes each, with what is below some of them, and a cohort that uses them. */
function text(concepts) {
  const names = Array.from({ length: Sets }, (_, s) => `set_${s}`);
  const sets = names.map((name, s) => {
    const entries = Array.from({ length: Entries }, (_, e) => concepts[(s * Entries + e) % concepts.length]);
    return `codes ${name} "Set ${s}" snomed {\n${entries.map((c, e) => `  ${e % 4 === 0 ? '<< ' : ''}${c.id} |${c.term}|`).join('\n')}\n}\n`;
  });
  return [...sets, `cohort those "Those" {\n  include any {\n${names.map((n) => `    "${n}": ${n} recorded in last 6 months`).join('\n')}\n  }\n}\n`].join('\n');
}

/** Asks for completion after each letter of the words, as they are typed at the begin of an entry. */
async function typed(document, count) {
  const times = [];
  const heads = [...document.text.matchAll(/^codes set_\d+ "[^"]+" snomed \{\n/gm)].map((m) => m.index + m[0].length);
  for (let i = 0; times.length < count; i++) {
    const word = Words[i % Words.length];
    const at = heads[i % heads.length];
    document.replace(at, at, '  \n');
    for (let letters = 1; letters <= word.length; letters++) {
      document.replace(at + 1 + letters, at + 1 + letters, word[letters - 1]);
      const begun = now();
      await document.ask('textDocument/completion', { position: document.position(at + 2 + letters) });
      times.push(now() - begun);
    }
    document.replace(at, at + 3 + word.length, '');
  }
  return times;
}

async function asked(count, ask) {
  const times = [];
  for (let i = 0; i < count; i++) {
    const begun = now();
    await ask(i);
    times.push(now() - begun);
  }
  return times;
}

const work = mkdtempSync(path.join(os.tmpdir(), 'medopt-bench-'));
try {
  const concepts = found();
  say('concepts that the project is made of', concepts.length);
  const file = path.join(work, 'sets.medopt');
  writeFileSync(path.join(work, 'medopt.json'), '{}');
  writeFileSync(file, text(concepts));

  let server;
  const [initials, firsts, wholes] = [[], [], []];
  for (let i = 0; i < 5; i++) {
    if (server) await stop(server);
    server = await start(program, work, environment);
    initials.push(server.initialized);
    const begun = now();
    await server.connection.sendNotification('initialized', {});
    server.document = new Document(server, file);
    await server.document.open();
    await server.document.ask('textDocument/diagnostic');
    firsts.push(now() - begun);
    await server.judged;
    wholes.push(now() - begun);
  }
  const { document } = server;
  say('spawn to the answer of initialize', shown(initials));
  say(`initialized to the first diagnostics, ${document.text.split('\n').length} lines`, shown(firsts));
  say('initialized to everything looked at', shown(wholes));
  const terms = [...document.text.matchAll(/(\d{6,18}) \|/g)];
  const place = (i) => document.position(terms[(i * 37) % terms.length].index + 2);
  await typed(document, 60);
  say('completion after each letter of a word, in a code set', shown(await typed(document, 600)));
  say('hover of a code', shown(await asked(200, (i) => document.ask('textDocument/hover', { position: place(i) }))));
  say('inlay hints of 80 lines', shown(await asked(100, (i) => document.ask('textDocument/inlayHint', { range: { start: { line: i * 20, character: 0 }, end: { line: i * 20 + 80, character: 0 } } }))));
  say('search of Insert Code, a word', shown(await asked(200, (i) => server.connection.sendRequest('medopt/codes', { query: Words[i % Words.length], limit: 100 }))));
  say('the same, two letters', shown(await asked(200, (i) => server.connection.sendRequest('medopt/codes', { query: Words[i % Words.length].slice(0, 2), limit: 100 }))));
  say('broader and narrower', shown(await asked(200, (i) => server.connection.sendRequest('medopt/hierarchy', { id: concepts[(i * 31) % concepts.length].id }))));
  const keys = await asked(200, async (i) => {
    const at = document.text.indexOf('in last ', document.text.indexOf(`"set_${i % Sets}"`)) + 8;
    document.replace(at, at + 1, String((i % 8) + 1));
    await document.ask('textDocument/diagnostic');
  });
  say('keystroke to diagnostics, an age in the cohort', shown(keys));
  const codes = await asked(200, async (i) => {
    const at = document.text.indexOf('|', terms[(i * 37) % terms.length].index) + 1;
    document.replace(at, at + 1, i % 2 ? 'X' : 'Y');
    await document.ask('textDocument/diagnostic');
  });
  say('keystroke to diagnostics, in the term of a code', shown(codes));
  say('memory', memory(server.child.pid));
  await stop(server);
} finally {
  rmSync(work, { recursive: true, force: true });
}

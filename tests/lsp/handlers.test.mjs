// Every request that the server answers, end to end, on a copy of the shipped protocols.
import assert from 'node:assert/strict';
import { cpSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { after, test } from 'node:test';
import { root, start, uriOf } from './client.mjs';
import { openFile, project, shipped } from './projects.mjs';
import { offsetIn } from './random.mjs';

const name = (uri) => path.basename(fileURLToPath(uri));
const plain = (markup) => (typeof markup === 'string' ? markup : (markup?.value ?? ''));
const everything = { start: { line: 0, character: 0 }, end: { line: 100_000, character: 0 } };
const format = { tabSize: 2, insertSpaces: true };

/** The text with edits that do not overlap. */
function applied(text, edits) {
  const stretches = edits.map(({ range, newText }) => ({ from: offsetIn(text, range.start), to: offsetIn(text, range.end), newText })).sort((a, b) => b.from - a.from);
  return stretches.reduce((all, { from, to, newText }) => all.slice(0, from) + newText + all.slice(to), text);
}

/** The text that a place covers. */
const covered = (document, { start: from, end }) => document.text.slice(offsetIn(document.text, from), offsetIn(document.text, end));

/** Takes a text apart by its semantic tokens: the covered text, and the type. */
function coloured(document, data, { tokenTypes }) {
  let [line, character] = [0, 0];
  return Array.from({ length: data.length / 5 }, (_, i) => {
    const [lines, characters, length, type] = data.slice(i * 5);
    [line, character] = lines > 0 ? [line + lines, characters] : [line, character + characters];
    return [covered(document, { start: { line, character }, end: { line, character: character + length } }), tokenTypes[type]];
  });
}

/** Each check is given the editor and two documents: the list of people to review, and the code sets of reviews. */
const checks = {
  async 'textDocument/diagnostic'({ list }) {
    const { kind, items, resultId } = await list.ask('textDocument/diagnostic');
    assert.equal(kind, 'full');
    assert.ok(items.every((item) => item.source === 'medopt' && item.severity > 1 && covered(list, item.range).length > 0));
    assert.equal((await list.ask('textDocument/diagnostic', { previousResultId: resultId })).kind, 'unchanged');
    await list.replace(0, 0, 'x');
    assert.ok((await list.ask('textDocument/diagnostic')).items.some((item) => item.severity === 1));
  },

  async 'workspace/diagnostic'({ editor }) {
    const { items } = await editor.request('workspace/diagnostic', { previousResultIds: [] });
    assert.ok(items.length > 100 && items.every((item) => item.kind === 'full'));
    const again = await editor.request('workspace/diagnostic', { previousResultIds: items.map(({ uri, resultId }) => ({ uri, value: resultId })) });
    assert.ok(again.items.every((item) => item.kind === 'unchanged'));
  },

  async 'textDocument/hover'({ editor, list }) {
    const { contents, range } = await editor.request('textDocument/hover', list.place('structured_medication_re$0view recorded in last'));
    assert.match(plain(contents), /Structured medication review/);
    assert.equal(covered(list, range), 'structured_medication_review');
    assert.equal(await editor.request('textDocument/hover', { ...list.id, position: { line: 100_000, character: 0 } }), null);
  },

  async 'textDocument/completion'({ editor, list }) {
    const items = await completions(editor, list, 'from smr_$0identified');
    assert.ok(items.some((item) => item.label === 'smr_identified' && item.kind > 0));
    assert.ok((await completions(editor, list, '  $0include any')).some((item) => item.label.startsWith('exclude')));
  },

  async 'textDocument/completion, while the next letter is typed'({ editor, list }) {
    const asked = completions(editor, list, 'from smr_$0identified');
    await list.replace(0, 0, ' ');
    assert.ok((await asked).length > 0);
  },

  async 'completionItem/resolve'({ editor, list }) {
    const item = (await completions(editor, list, 'from smr_$0identified')).find(({ label }) => label === 'smr_identified');
    const whole = await editor.request('completionItem/resolve', item);
    assert.equal(whole.label, item.label);
    assert.ok(plain(whole.documentation).length > 0 || whole.detail);
  },

  async 'textDocument/signatureHelp'({ editor, list }) {
    const help = await editor.request('textDocument/signatureHelp', list.place('recorded in last $0smr_interval'));
    assert.ok(help.signatures.length > 0 && help.signatures.every(({ label }) => label.length > 0));
  },

  async 'textDocument/definition'({ editor, list }) {
    const found = await editor.request('textDocument/definition', list.place('structured_medication_re$0view recorded in last'));
    assert.deepEqual([found].flat().map((place) => name(place.targetUri ?? place.uri)), ['reviews.medopt']);
  },

  async 'textDocument/typeDefinition'({ editor, list }) {
    const found = await editor.request('textDocument/typeDefinition', list.place('structured_medication_re$0view recorded in last'));
    assert.deepEqual([found].flat().map((place) => name(place.targetUri ?? place.uri)), ['reviews.medopt']);
  },

  async 'textDocument/references'({ editor, reviews }) {
    const found = await editor.request('textDocument/references', { ...reviews.place('codes structured_medication_re$0view'), context: { includeDeclaration: true } });
    assert.ok(new Set(found.map(({ uri }) => uri)).size > 2 && found.some(({ uri }) => uri === reviews.uri));
    const uses = await editor.request('textDocument/references', { ...reviews.place('codes structured_medication_re$0view'), context: { includeDeclaration: false } });
    assert.equal(uses.length, found.length - 1);
  },

  async 'textDocument/documentHighlight'({ editor, list }) {
    const found = await editor.request('textDocument/documentHighlight', list.place('from smr_$0identified'));
    assert.ok(found.length > 2 && found.every(({ range }) => covered(list, range) === 'smr_identified'));
  },

  async 'textDocument/documentSymbol'({ list }) {
    const symbols = await list.ask('textDocument/documentSymbol');
    assert.ok(symbols.some((symbol) => symbol.name.includes('smr_identified') && symbol.children?.length > 0));
  },

  async 'workspace/symbol'({ editor }) {
    const found = await editor.request('workspace/symbol', { query: 'smr_identified' });
    assert.ok(found.some(({ location }) => name(location.uri) === 'six_monthly_list.medopt'));
    assert.ok((await editor.request('workspace/symbol', { query: '' })).length > 100);
  },

  async 'textDocument/foldingRange'({ list }) {
    const ranges = await list.ask('textDocument/foldingRange');
    assert.ok(ranges.length > 5 && ranges.every(({ startLine, endLine }) => startLine < endLine));
  },

  async 'textDocument/selectionRange'({ list }) {
    const [innermost] = await list.ask('textDocument/selectionRange', { positions: [list.place('from smr_$0identified').position] });
    const texts = [];
    for (let range = innermost; range; range = range.parent) texts.push(covered(list, range.range));
    assert.equal(texts[0], 'smr_identified');
    assert.ok(texts.length > 2 && texts.every((text, i) => i === 0 || text.includes(texts[i - 1])));
  },

  async 'textDocument/linkedEditingRange'({ list }) {
    const answer = await list.ask('textDocument/linkedEditingRange', { position: list.place('cohort smr_$0identified').position });
    for (const range of answer?.ranges ?? []) assert.equal(covered(list, range), 'smr_identified');
  },

  async 'textDocument/documentLink'({ list, reviews }) {
    const links = [...(await list.ask('textDocument/documentLink')), ...(await reviews.ask('textDocument/documentLink'))];
    assert.ok(links.some(({ target }) => target?.startsWith('https://github.com/opensafely/')));
    assert.ok(links.some(({ target }) => target?.endsWith('codelists/opensafely-structured-medication-review-nhs-england.csv')));
  },

  async 'documentLink/resolve'({ editor, list }) {
    const [link] = await list.ask('textDocument/documentLink');
    assert.ok((await editor.request('documentLink/resolve', link)).target);
  },

  async 'textDocument/semanticTokens/full'({ editor, list }) {
    const { data } = await list.ask('textDocument/semanticTokens/full');
    const all = coloured(list, data, editor.capabilities.semanticTokensProvider.legend);
    assert.ok(all.some(([text, type]) => text === 'cohort' && type === 'keyword'));
    assert.ok(all.every(([text]) => text.length > 0 && !text.includes('\n')));
  },

  async 'textDocument/semanticTokens/full/delta'({ list }) {
    const before = await list.ask('textDocument/semanticTokens/full');
    await list.replace(0, 0, '// first\n');
    const { edits } = await list.ask('textDocument/semanticTokens/full/delta', { previousResultId: before.resultId });
    const data = edits.toReversed().reduce((all, edit) => all.toSpliced(edit.start, edit.deleteCount, ...(edit.data ?? [])), before.data);
    assert.deepEqual(data, (await list.ask('textDocument/semanticTokens/full')).data);
    assert.ok(Array.isArray((await list.ask('textDocument/semanticTokens/full/delta', { previousResultId: 'never' })).data));
  },

  async 'textDocument/semanticTokens/range'({ editor, list }) {
    const { data } = await list.ask('textDocument/semanticTokens/range', { range: list.range(0, 200) });
    const whole = coloured(list, (await list.ask('textDocument/semanticTokens/full')).data, editor.capabilities.semanticTokensProvider.legend);
    const part = coloured(list, data, editor.capabilities.semanticTokensProvider.legend);
    assert.ok(part.length > 0 && part.length < whole.length);
    assert.deepEqual(part, whole.slice(0, part.length));
  },

  async 'textDocument/inlayHint'({ list, reviews }) {
    const hints = [...(await list.ask('textDocument/inlayHint', { range: everything })), ...(await reviews.ask('textDocument/inlayHint', { range: everything }))];
    assert.ok(hints.length > 0 && hints.every(({ label }) => label.length > 0));
  },

  async 'inlayHint/resolve'({ editor, reviews }) {
    const [hint] = await reviews.ask('textDocument/inlayHint', { range: everything });
    assert.deepEqual((await editor.request('inlayHint/resolve', hint)).position, hint.position);
  },

  async 'textDocument/codeLens'({ reviews }) {
    const lenses = await reviews.ask('textDocument/codeLens');
    assert.ok(lenses.length > 0);
  },

  async 'codeLens/resolve'({ editor, reviews }) {
    for (const lens of await reviews.ask('textDocument/codeLens')) assert.ok((await editor.request('codeLens/resolve', lens)).command.title.length > 0);
  },

  async 'textDocument/codeAction'({ editor, list }) {
    await list.replace(0, list.text.length, list.text.replaceAll('smr_draft_care_home', 'smr_draft_care_hom'));
    const { items } = await list.ask('textDocument/diagnostic');
    const unknown = items.find(({ code }) => code === 'unknown-name');
    const actions = await list.ask('textDocument/codeAction', { range: unknown.range, context: { diagnostics: [unknown], triggerKind: 1 } });
    const fix = actions.find(({ kind, title }) => kind === 'quickfix' && title.includes('smr_draft_care_home'));
    assert.ok(fix, actions.map(({ title }) => title).join(', '));
    const { edit } = fix.edit ? fix : await editor.request('codeAction/resolve', fix);
    const changed = edit.changes?.[list.uri] ?? edit.documentChanges.find((change) => change.textDocument.uri === list.uri).edits;
    assert.ok(applied(list.text, changed).includes('in smr_draft_care_home'));
    assert.ok(Array.isArray(await list.ask('textDocument/codeAction', { range: list.range(), context: { diagnostics: [], triggerKind: 2 } })));
  },

  async 'codeAction/resolve'({ editor, list }) {
    const actions = await list.ask('textDocument/codeAction', { range: list.range(), context: { diagnostics: [], triggerKind: 1 } });
    for (const action of actions ?? []) assert.equal((await editor.request('codeAction/resolve', action)).title, action.title);
  },

  async 'textDocument/formatting'({ list }) {
    const original = list.text;
    assert.deepEqual((await list.ask('textDocument/formatting', { options: format })) ?? [], []);
    await list.replaceAll(original.replace(/\n {4}"(?!"")/g, '\n         "').replaceAll('\n}\n', '\n  }\n').replace('{\n', '{   \n\n\n'));
    assert.equal(applied(list.text, await list.ask('textDocument/formatting', { options: format })), original);
  },

  async 'textDocument/rangeFormatting'({ list }) {
    const original = list.text;
    await list.replaceAll(original.replace('\n  status', '\n        status'));
    assert.equal(applied(list.text, await list.ask('textDocument/rangeFormatting', { range: list.range(0, 200), options: format })), original);
  },

  async 'textDocument/rangesFormatting'({ list }) {
    const original = list.text;
    await list.replaceAll(original.replace('\n  status', '\n        status'));
    assert.equal(applied(list.text, await list.ask('textDocument/rangesFormatting', { ranges: [list.range(0, 50), list.range(50, 300)], options: format })), original);
  },

  async 'textDocument/onTypeFormatting'({ editor, list }) {
    const at = list.text.indexOf('\n  status');
    await list.replace(at, at, '\n');
    const edits = await list.ask('textDocument/onTypeFormatting', { position: list.at(at + 1), ch: editor.capabilities.documentOnTypeFormattingProvider.firstTriggerCharacter, options: format });
    assert.ok(edits === null || applied(list.text, edits).replace(/\s+/g, '') === list.text.replace(/\s+/g, ''));
  },

  async 'textDocument/prepareRename'({ editor, list }) {
    const answer = await editor.request('textDocument/prepareRename', list.place('from smr_$0identified'));
    assert.equal(covered(list, answer.range ?? answer), 'smr_identified');
    await assert.rejects(Promise.resolve(editor.request('textDocument/prepareRename', list.place('exclude an$0y')).then((nothing) => assert.notEqual(nothing, null))));
  },

  async 'textDocument/rename'({ editor, list, folder }) {
    const before = await findings(editor);
    const { documentChanges } = await editor.request('textDocument/rename', { ...list.place('cohort smr_$0identified'), newName: 'people_to_review' });
    assert.ok(documentChanges.length > 1 && documentChanges.every(({ textDocument }) => fileURLToPath(textDocument.uri).startsWith(folder)));
    for (const { textDocument, edits } of documentChanges) {
      const document = editor.documents.get(textDocument.uri) ?? (await openFile(editor, fileURLToPath(textDocument.uri)));
      await document.replaceAll(applied(document.text, edits));
      assert.ok(document.text.includes('people_to_review'));
    }
    assert.equal(await findings(editor), before);
    await assert.rejects(editor.request('textDocument/rename', { ...list.place('cohort people_to_$0review'), newName: 'cohort' }), (error) => error.message.length > 10);
  },

  async 'textDocument/prepareCallHierarchy'({ editor, list }) {
    const [item] = await editor.request('textDocument/prepareCallHierarchy', list.place('cohort smr_$0identified'));
    assert.match(item.name, /smr_identified/);
  },

  async 'callHierarchy/incomingCalls'({ editor, list }) {
    const [item] = await editor.request('textDocument/prepareCallHierarchy', list.place('cohort smr_$0identified'));
    const calls = await editor.request('callHierarchy/incomingCalls', { item });
    assert.ok(calls.some(({ from }) => from.name.includes('smr_to_invite')), JSON.stringify(calls.map(({ from }) => from.name)));
  },

  async 'callHierarchy/outgoingCalls'({ editor, list }) {
    const [item] = await editor.request('textDocument/prepareCallHierarchy', list.place('cohort smr_$0identified'));
    const calls = await editor.request('callHierarchy/outgoingCalls', { item });
    assert.ok(calls.some(({ to }) => to.name.includes('smr_draft_care_home')), JSON.stringify(calls.map(({ to }) => to.name)));
  },

  async 'workspace/willRenameFiles'({ editor, folder }) {
    const [from, to] = ['opensafely-structured-medication-review-nhs-england.csv', 'reviews.csv'].map((file) => uriOf(path.join(folder, 'codelists', file)));
    const edit = await editor.request('workspace/willRenameFiles', { files: [{ oldUri: from, newUri: to }] });
    const changed = edit.documentChanges ?? Object.keys(edit.changes).map((uri) => ({ textDocument: { uri } }));
    assert.deepEqual(changed.map(({ textDocument }) => name(textDocument.uri)), ['reviews.medopt']);
  },

  async 'workspace/executeCommand'({ editor }) {
    assert.ok(editor.capabilities.executeCommandProvider.commands.length > 0);
    await assert.rejects(editor.request('workspace/executeCommand', { command: 'nobody knows this' }));
  },
};

/** The requests of its own, each with what it needs beside a place, and what its answer holds. */
const own = {
  'medopt/preview': [{}, ({ html }) => html.includes('Identified for a structured medication review')],
  'medopt/explain': [{}, ({ lines }) => lines.length > 2],
  'medopt/ruleList': [{}, (answer) => JSON.stringify(answer).includes('Lives in a care home')],
  'medopt/coverage': [{}, ({ statements }) => statements.length > 50 && statements.every(({ branches, place }) => branches.length > 1 && place !== null)],
  'medopt/examples': [{}, ({ examples }) => examples.length > 5 && examples.every(({ outcome }) => outcome === 'passed')],
  'medopt/rulePage': [{ slug: 'unused-code-set' }, ({ markdown }) => markdown.includes('unused-code-set')],
  'medopt/rules': [{}, ({ rules }) => rules.length > 100 && rules.every(({ slug, title }) => slug && title)],
  'medopt/projectTree': [{}, ({ projects }) => projects.length === 1 && projects[0].protocols.length > 60],
  'medopt/codes': [{ query: 'medication' }, ({ codes }) => codes.length > 0],
  'medopt/hierarchy': [{ id: '195967001' }, ({ error }) => error.startsWith('There is no terminology release')],
  'medopt/releases': [{}, ({ release, stores }) => release === null && stores.length === 0],
  'medopt/useRelease': [{}, ({ error }) => error.startsWith('There is no terminology release')],
  'medopt/importRelease': [{ paths: [] }, ({ error }) => error.startsWith('There is no folder or file')],
  'medopt/starterProtocols': [{ folder: uriOf(path.join(root, 'protocols')) }, ({ protocols }) => protocols.length > 30],
  'medopt/newProtocol': [{ get project() { return uriOf(folder); }, protocol: null, name: 'our_own', title: 'Our own' }, ({ files, open }) => files.length === 1 && open.endsWith('/our_own.medopt')],
  'medopt/pasteCodes': [{ text: '195967001' }, ({ text }) => text === null],
};

async function completions(editor, document, marked) {
  const answer = await editor.request('textDocument/completion', { ...document.place(marked), context: { triggerKind: 1 } });
  return Array.isArray(answer) ? answer : answer.items;
}

/** The errors of the project, counted by their rules. */
async function findings(editor) {
  const { items } = await editor.request('workspace/diagnostic', { previousResultIds: [] });
  return items.flatMap((item) => item.items.filter(({ severity }) => severity < 3).map(({ code }) => code)).sort().join(' ');
}

/** One server for all checks. Each opens the two documents anew and closes all, so that the next finds the texts of the disk. */
const folder = shipped({ after });
const editor = await start({ folders: [folder] });
const announced = methodsAnnounced(editor.capabilities);

for (const method of [...announced, 'textDocument/completion, while the next letter is typed'].filter((one) => one in checks || one in own)) {
  test(method, async () => {
    const list = await openFile(editor, path.join(folder, 'smr', 'six_monthly_list.medopt'));
    const reviews = await openFile(editor, path.join(folder, 'codes', 'reviews.medopt'));
    await editor.request('workspace/diagnostic', { previousResultIds: [] });
    if (method in checks) await checks[method]({ editor, list, reviews, folder });
    else await answersOwn(method, list);
    for (const document of [...editor.documents.values()]) await document.close();
  });
}

async function answersOwn(method, list) {
  const about = method === 'medopt/examples' ? (await openFile(editor, path.join(folder, 'smr', 'six_monthly_list_examples.medopt'))).id : list.place('cohort smr_$0identified');
  const [more, holds] = own[method];
  const answer = await editor.request(method, { ...about, ...more });
  assert.ok(holds(answer), JSON.stringify(answer).slice(0, 500));
}

test('nothing failed inside, and the session comes to its end', async () => {
  await editor.stop();
  assert.doesNotMatch(editor.complaints, /failed/);
});

test('every request that is announced is checked here', () => assert.deepEqual(announced.filter((method) => !(method in checks) && !(method in own)), []));

test('every request of the protocol that is announced is on the page of the language server', () => {
  const text = readFileSync(path.join(root, 'docs', 'language-server.md'), 'utf8');
  assert.deepEqual(announced.filter((method) => method in checks && !text.includes(`\`${method}\``)), []);
});

/** Every request, on texts that make no sense and at places that do not exist: an answer or a refusal comes, and nothing fails inside. */
test('broken texts and impossible places are answered', async (t) => {
  const made = project(t, { 'empty.medopt': '', 'half.medopt': 'cohort a "A" {\n  include any { "x": age >=', 'crlf.medopt': 'codes a "A" snomed {\r\n  195967001\r\n}\r\ncohort', 'noise.medopt': '}}{"""\u0000💊\ud83d\r/*' });
  cpSync(path.join(made, 'half.medopt'), path.join(made, 'other.medopt'));
  const editor = await start({ folders: [made] });
  const places = [{ line: 0, character: 0 }, { line: 1, character: 5 }, { line: 1, character: 4000 }, { line: 4000, character: 0 }];
  for (const file of ['empty', 'half', 'crlf', 'noise', 'other']) {
    const document = await openFile(editor, path.join(made, `${file}.medopt`));
    for (const position of places) {
      const params = {
        ...document.id, position, positions: [position], range: { start: position, end: position }, ranges: [{ start: position, end: position }], options: format, newName: 'b', ch: '\n', query: 'a',
        context: { diagnostics: [], includeDeclaration: true, triggerKind: 1 }, previousResultId: 'none', previousResultIds: [], files: [{ oldUri: document.uri, newUri: `${document.uri}x` }], command: 'none', arguments: [], slug: 'a', name: 'a',
      };
      for (const method of announced.filter((one) => !one.endsWith('/resolve') && !one.endsWith('Calls')))
        await editor.request(method, params).catch((error) => assert.ok([-32602, -32803].includes(error.code), `${method} in ${file}: ${error.code} ${error.message}`));
    }
  }
  await editor.stop();
  assert.doesNotMatch(editor.complaints, /failed/);
});

/** The requests that a server announces, by the protocol's own description, and its own. */
function methodsAnnounced(capabilities) {
  const model = JSON.parse(readFileSync(new URL('../../server/PcnMedOpt.Tool/Lsp/Protocol/metaModel.json', import.meta.url), 'utf8'));
  const at = (dotted) => dotted.split('.').reduce((value, member) => value?.[member], capabilities);
  const ofProtocol = model.requests.filter(({ messageDirection, serverCapability }) => messageDirection !== 'serverToClient' && serverCapability && at(serverCapability));
  return [...ofProtocol.map(({ method }) => method), ...(capabilities.experimental?.requests ?? [])];
}

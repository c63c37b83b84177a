// Every keyword of the language is coloured as one, wherever it stands; a name that holds one is not.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { test } from 'node:test';
import { generated, keywords } from '../syntaxes/generate.mjs';

const require = createRequire(import.meta.url);
const oniguruma = require('vscode-oniguruma');
const { INITIAL, Registry } = require('vscode-textmate');

await oniguruma.loadWASM(readFileSync(require.resolve('vscode-oniguruma/release/onig.wasm')).buffer);
const registry = new Registry({
  onigLib: Promise.resolve({ createOnigScanner: (patterns) => new oniguruma.OnigScanner(patterns), createOnigString: (text) => new oniguruma.OnigString(text) }),
  loadGrammar: async () => JSON.parse(readFileSync(new URL('../syntaxes/medopt.tmLanguage.json', import.meta.url), 'utf8')),
});
const grammar = await registry.loadGrammar('source.medopt');

const scopeOf = (line, word) => {
  const at = line.indexOf(word);
  return grammar.tokenizeLine(line, INITIAL).tokens.find(({ startIndex, endIndex }) => startIndex <= at && endIndex > at).scopes.at(-1);
};

test('the colours are what node syntaxes/generate.mjs writes', () =>
  assert.equal(readFileSync(new URL('../syntaxes/medopt.tmLanguage.json', import.meta.url), 'utf8'), generated));

test('every keyword of the grammar is coloured', () => {
  assert.ok(keywords().length > 200);
  assert.deepEqual(keywords().filter((word) => !/^(keyword|constant\.language)/.test(scopeOf(`  ${word} `, word))), []);
});

test('a name that holds a keyword is a name', () =>
  assert.deepEqual(keywords().filter((word) => scopeOf(`  x_${word}_y `, word) !== 'variable.other.medopt' || scopeOf(`  ${word}s_of `, word) !== 'variable.other.medopt'), []));

test('nothing in the shipped protocols is coloured as a mistake', () => {
  const folder = new URL('../../protocols/', import.meta.url);
  const wrong = [];
  const outside = grammar.tokenizeLine('', INITIAL).ruleStack.depth;
  for (const file of readdirSync(folder, { recursive: true }).filter((path) => path.endsWith('.medopt'))) {
    let state = INITIAL;
    for (const line of readFileSync(new URL(file, folder), 'utf8').split('\n')) {
      const { tokens, ruleStack } = grammar.tokenizeLine(line, state);
      state = ruleStack;
      if (tokens.some(({ scopes }) => scopes.some((scope) => scope.startsWith('invalid')))) wrong.push(`${file}: ${line}`);
    }
    assert.equal(state.depth, outside, `${file} ends inside something`);
  }
  assert.deepEqual(wrong, []);
});

// Writes medopt.tmLanguage.json, the colours of the language before its server answers: node syntaxes/generate.mjs
// The keywords are those of docs/grammar.ebnf, so that none is forgotten; what follows says which of them are of another colour than the rest.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const here = (path) => new URL(path, import.meta.url);
const declared = ['protocol', 'parameter', 'codes', 'cohort', 'measure', 'template', 'sop', 'letter', 'workflow', 'register', 'checklist', 'pack', 'example'];
const logic = ['and', 'or', 'not', 'no', 'none', 'any', 'all', 'in', 'is', 'include', 'exclude', 'except', 'when', 'then', 'expect', 'because'];
const constants = ['draft', 'active', 'withdrawn', 'red', 'amber', 'green', 'female', 'male', 'indeterminate', 'registered', 'everyone', 'snomed', 'dmd', 'emis', 'systmone', 'unmarked', 'unknown'];
const times = ['day', 'days', 'week', 'weeks', 'month', 'months', 'year', 'years', 'minute', 'minutes', 'hour', 'hours', 'working', 'monthly', 'quarterly', 'yearly', 'quarter'];

/** Words that the language keeps for itself, though no form of the grammar holds one: they are never names. */
const reserved = ['highest', 'lowest'];

/** The keywords of the grammar, without those that its comments quote, and the reserved words. */
export function keywords() {
  const grammar = readFileSync(here('../../docs/grammar.ebnf'), 'utf8').replace(/\(\*[^]*?\*\)|\(:[^]*?:\)/g, '');
  return [...new Set([...grammar.matchAll(/"([a-z]+)"/g)].map(([, word]) => word).concat(reserved))].sort();
}

/** A word by itself: no part of a name, of a cohort of a procedure (`lithium_monitoring.overdue`), or of a unit. */
const words = (list) => `(?<![\\w.])(?:${list.join('|')})(?![\\w])`;
const known = (list) => list.filter((word) => keywords().includes(word));
const others = keywords().filter((word) => ![...logic, ...constants, ...times].includes(word));

const name = '[a-z][a-z0-9_]*';
const grammar = {
  $schema: 'https://raw.githubusercontent.com/martinring/tmlanguage/master/tmlanguage.json',
  name: 'MedOpt',
  scopeName: 'source.medopt',
  patterns: [{ include: '#declaration' }, { include: '#all' }],
  repository: {
    all: { patterns: ['comment', 'text', 'string', 'term', 'unit', 'number', 'keyword', 'operator', 'punctuation', 'name'].map((part) => ({ include: `#${part}` })) },
    declaration: {
      patterns: [
        {
          match: `^(${declared.filter((word) => word !== 'example').join('|')})[ \\t]+(${name})(?![\\w])`,
          captures: { 1: { name: 'keyword.declaration.medopt' }, 2: { name: 'entity.name.type.medopt' } },
        },
        { match: '^(example)(?![\\w])', captures: { 1: { name: 'keyword.declaration.medopt' } } },
      ],
    },
    comment: {
      patterns: [
        { name: 'comment.line.documentation.medopt', begin: '^[ \\t]*(///)', beginCaptures: { 1: { name: 'punctuation.definition.comment.medopt' } }, end: '$', patterns: [{ match: '(\\*\\*)[^*]+\\1', name: 'markup.bold.medopt' }] },
        {
          match: '(//)[ \\t]*(allow)[ \\t]+([a-z][a-z-]*)(?:[ \\t]+(until)[ \\t]+(\\d{4}-\\d{2}-\\d{2}))?(:.*)?$',
          name: 'comment.line.double-slash.medopt',
          captures: {
            1: { name: 'punctuation.definition.comment.medopt' }, 2: { name: 'keyword.other.medopt' }, 3: { name: 'entity.name.tag.rule.medopt' }, 4: { name: 'keyword.other.medopt' }, 5: { name: 'constant.numeric.date.medopt' },
          },
        },
        { name: 'comment.line.double-slash.medopt', begin: '//', beginCaptures: { 0: { name: 'punctuation.definition.comment.medopt' } }, end: '$' },
        { name: 'comment.block.medopt', begin: '/\\*', end: '\\*/' },
      ],
    },
    text: {
      name: 'string.quoted.triple.medopt',
      begin: '"""',
      end: '"""',
      patterns: [{ include: '#placeholder' }, { match: '(\\*\\*)[^*\\n]+\\1', name: 'markup.bold.medopt' }, { match: 'https?://[^\\s)>]+', name: 'markup.underline.link.medopt' }],
    },
    string: {
      name: 'string.quoted.double.medopt',
      begin: '"',
      end: '"|$',
      patterns: [{ match: '\\\\["\\\\n]', name: 'constant.character.escape.medopt' }, { match: '\\\\.', name: 'invalid.illegal.escape.medopt' }, { include: '#placeholder' }],
    },
    placeholder: { match: `\\{${name}(?:[. ]${name})*\\}`, name: 'variable.parameter.placeholder.medopt' },
    term: { match: '(\\|)([^|\\n]*)(\\||$)', name: 'string.other.term.medopt' },
    number: {
      patterns: [
        { match: '(?<![\\w.])\\d{4}-\\d{2}-\\d{2}(?!\\d)', name: 'constant.numeric.date.medopt' },
        { match: '(?<![\\w.])\\d(?:\\.\\d*)?[Ee]\\+?\\d+', name: 'invalid.illegal.code.medopt' },
        { match: '(?<![\\w.])\\d{6,18}(?![\\d.])', name: 'constant.numeric.code.medopt' },
        { match: '(?<![\\w.])\\d+(?:\\.\\d+)*', name: 'constant.numeric.medopt' },
      ],
    },
    unit: {
      patterns: [
        { match: '(?<=\\d[ \\t])(?:10[*^]-?\\d+|[A-Za-z]+(?:\\[[^\\]\\s]*\\])?|\\[[^\\]\\s]*\\])(?:\\{[^}\\s]*\\})?(?:/(?:[\\w*^]+|\\[[^\\]\\s]*\\])?(?:\\[[^\\]\\s]*\\])?(?:\\{[^}\\s]*\\})?)+', name: 'constant.other.unit.medopt' },
        { match: '(?<![\\w.])[A-Za-z]+(?:/(?:[\\w*^]+|\\[[^\\]\\s]*\\])?(?:\\{[^}\\s]*\\})?)+', name: 'constant.other.unit.medopt' },
        { match: '(?<=\\d)[ \\t]*%', name: 'constant.other.unit.medopt' },
      ],
    },
    keyword: {
      patterns: [
        { match: words(logic.filter((word) => keywords().includes(word))), name: 'keyword.control.medopt' },
        { match: words(known(constants)), name: 'constant.language.medopt' },
        { match: words(known(times)), name: 'keyword.other.time.medopt' },
        { match: words(others), name: 'keyword.other.medopt' },
      ],
    },
    operator: { match: '<<|>=|<=|->|[<>=^%-]', name: 'keyword.operator.medopt' },
    punctuation: { match: '[{}()\\[\\],:./]', name: 'punctuation.medopt' },
    name: { match: `(?<![\\w.])${name}(?:\\.${name})*`, name: 'variable.other.medopt' },
  },
};

/** The text of medopt.tmLanguage.json. */
export const generated = `${JSON.stringify(grammar, null, 2)}\n`;

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(here('medopt.tmLanguage.json'), generated);

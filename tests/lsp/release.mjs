// A small terminology release in RF2, made of the concepts that a test needs: one above another, one retired, a synonym.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const date = '20260301';
const core = '900000000000207008';
const [isA, fullName, synonym, preferred, british] = ['116680003', '900000000000003001', '900000000000013009', '900000000000548007', '900000000000508004'];
const sameAs = '900000000000527005';

/** id, fully specified name, what it is below, and more: `same` names the concept that a retired one is the same as. */
const concepts = [
  ['138875005', 'SNOMED CT Concept (SNOMED RT+CTV3)'],
  ['50043002', 'Disorder of respiratory system (disorder)', '138875005'],
  ['195967001', 'Asthma (disorder)', '50043002', { synonyms: ['Bronchial asthma'] }],
  ['304527002', 'Acute asthma (disorder)', '195967001'],
  ['370218001', 'Mild asthma (disorder)', '195967001'],
  ['31387002', 'Exercise-induced asthma (disorder)', '195967001'],
  ['13645005', 'Chronic obstructive lung disease (disorder)', '50043002'],
  ['55570000', 'Asthma without status asthmaticus (disorder)', undefined, { same: '195967001' }],
];

const multiply = (a, b) => (a < 5 ? (b < 5 ? (a + b) % 5 : ((a + b - 5) % 5) + 5) : b < 5 ? ((a - b + 5) % 5) + 5 : (a - b + 5) % 5);
const permutation = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9].map((digit) => [1, 5, 7, 6, 2, 8, 3, 0, 9, 4][digit]);

/** An identifier with its check digit (Verhoeff). */
function identifier(number, partition) {
  const digits = [...`${number}${partition}`].map(Number).reverse();
  const moved = (digit, times) => Array.from({ length: times }).reduce((moving) => permutation[moving], digit);
  const sum = digits.reduce((held, digit, index) => multiply(held, moved(digit, (index + 1) % 8)), 0);
  return `${number}${partition}${[0, 4, 3, 2, 1, 5, 6, 7, 8, 9][sum]}`;
}

/** Writes the release below a folder; gives the folder of its package. `held` are the concepts, as above. */
export function writeRelease(folder, name = 'SnomedCT_Example_PRODUCTION_20260301T120000Z', held = concepts) {
  const made = path.join(folder, name);
  const rows = { concept: [], description: [], relationship: [], language: [], association: [] };
  let number = 100000;
  for (const [id, full, above, { synonyms = [], same } = {}] of held) {
    rows.concept.push([id, date, same ? 0 : 1, core, '900000000000074008']);
    for (const [type, term] of [[fullName, full], ...[full.replace(/ \([^(]*\)$/, ''), ...synonyms].map((each) => [synonym, each])]) {
      const description = identifier(number++, '01');
      rows.description.push([description, date, 1, core, id, 'en', type, term, '900000000000448009']);
      const taken = synonyms.includes(term) ? '900000000000549004' : preferred;
      rows.language.push([uuid(number), date, 1, core, british, description, taken]);
    }
    if (above) rows.relationship.push([identifier(number++, '02'), date, 1, core, id, above, 0, isA, '900000000000011006', '900000000000451002']);
    if (same) rows.association.push([uuid(number++), date, 1, core, sameAs, id, same]);
  }
  const files = {
    'Terminology/sct2_Concept_Snapshot_INT': ['id effectiveTime active moduleId definitionStatusId', rows.concept],
    'Terminology/sct2_Description_Snapshot-en_INT': ['id effectiveTime active moduleId conceptId languageCode typeId term caseSignificanceId', rows.description],
    'Terminology/sct2_Relationship_Snapshot_INT': ['id effectiveTime active moduleId sourceId destinationId relationshipGroup typeId characteristicTypeId modifierId', rows.relationship],
    'Refset/Language/der2_cRefset_LanguageSnapshot-en_INT': ['id effectiveTime active moduleId refsetId referencedComponentId acceptabilityId', rows.language],
    'Refset/Content/der2_cRefset_AssociationSnapshot_INT': ['id effectiveTime active moduleId refsetId referencedComponentId targetComponentId', rows.association],
  };
  for (const [file, [head, lines]] of Object.entries(files)) {
    const full = path.join(made, 'Snapshot', `${file}_${date}.txt`);
    mkdirSync(path.dirname(full), { recursive: true });
    writeFileSync(full, [head.split(' '), ...lines].map((line) => `${line.join('\t')}\r\n`).join(''));
  }
  return made;
}

const uuid = (number) => `00000000-0000-5000-8000-${String(number).padStart(12, '0')}`;

// A small terminology release for the journey: kinds of asthma from a published list, below one another as their terms say.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { writeRelease } from '../../../tests/lsp/release.mjs';

const [root, respiratory, asthma, exacerbation] = ['138875005', '50043002', '195967001', '281239006'];

/** What the list holds beside kinds of asthma: situations, and what complicates something else. */
const other = /history|admission|complicating|confirmed|causes|night|mother|pregnancy|obstruct|hay fever|without status/i;

/** Writes the release below a folder; `list` is the published list. */
export function asthmaRelease(folder, list) {
  const rows = readFileSync(list, 'utf8').trim().split(/\r?\n/).slice(1).map((row) => [row.slice(0, row.indexOf(',')), row.slice(row.indexOf(',') + 1)]);
  const kinds = rows.filter(([id, term]) => id !== asthma && id !== exacerbation && /asthma/i.test(term) && !other.test(term));
  return writeRelease(folder, 'SnomedCT_ExampleRF2_PRODUCTION_20260301T120000Z', [
    [root, 'SNOMED CT Concept (SNOMED RT+CTV3)'],
    [respiratory, 'Disorder of respiratory system (disorder)', root],
    [asthma, 'Asthma (disorder)', respiratory, { synonyms: ['Bronchial asthma'] }],
    [exacerbation, 'Exacerbation of asthma (disorder)', asthma],
    ...kinds.map(([id, term]) => [id, `${term} (disorder)`, /exacerbation of/i.test(term) ? exacerbation : asthma]),
    ['55570000', 'Asthma without status asthmaticus (disorder)', undefined, { same: asthma }],
  ]);
}

/** A small project whose codes the release holds. */
export function asthmaProject(folder) {
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, 'medopt.json'), '{ "name": "Asthma reviews", "organisation": "Example PCN" }\n');
  writeFileSync(path.join(folder, 'asthma.medopt'), text);
}

const text = `protocol asthma_reviews "Asthma reviews" {
  version 0.1
  status draft
  owner "Lead pharmacist"
}

codes asthma "Asthma" snomed {
  << 195967001 |Asthma|
}

codes asthma_at_work "Asthma from work" snomed {
  57607007 |Occupational asthma|
}

cohort asthma_from_work "Asthma from work" {
  from registered
  include all {
    "Asthma": asthma recorded ever
    "From work": asthma_at_work recorded ever
  }
}

pack asthma_pack "Asthma" { contains asthma_from_work }

example "Asthma from work" {
  on 2026-11-20
  patient { born 1964-03-02 asthma_at_work recorded 2020-01-01 }
  expect in asthma_from_work
}
`;

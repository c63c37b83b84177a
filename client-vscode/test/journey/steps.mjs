// The journey: a pharmacist opens the starter pack, mends and writes in it, looks at what a practice will get, tries it on patients, and builds the pack.
import { build } from './steps/build.mjs';
import { complete } from './steps/complete.mjs';
import { examples } from './steps/examples.mjs';
import { mend } from './steps/mend.mjs';
import { open } from './steps/open.mjs';
import { paste } from './steps/paste.mjs';
import { preview } from './steps/preview.mjs';
import { rename } from './steps/rename.mjs';
import { terminology } from './steps/terminology.mjs';

export const steps = [
  ['opens the starter pack: colours, and no problem', open],
  ['mistypes a code: the squiggle, what it means, and the remedy', mend],
  ['writes a code by its term', complete],
  ['pastes rows of a spreadsheet', paste],
  ['renames a code set in every file', rename],
  ['looks at what a practice will get', preview],
  ['tries it on patients', examples],
  ['builds the pack and opens it', build],
  ['loads a terminology release and takes codes of it', terminology],
];

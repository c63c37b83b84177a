// Projects for the tests: copies of the shipped protocols, and small ones made of texts.
import { cpSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { root, uriOf } from './client.mjs';

/** A folder that is removed when the test ends. */
export function folder(test) {
  const made = realpathSync(mkdtempSync(path.join(os.tmpdir(), 'medopt-lsp-')));
  test.after(() => rmSync(made, { recursive: true, force: true }));
  return made;
}

/** A copy of the shipped protocols. */
export function shipped(test) {
  const made = path.join(folder(test), 'protocols');
  cpSync(path.join(root, 'protocols'), made, { recursive: true });
  return made;
}

/** A project of texts by path; a medopt.json is added where none is given. */
export function project(test, files) {
  const made = folder(test);
  for (const [name, text] of Object.entries({ 'medopt.json': '{}', ...files })) {
    if (text === null) continue;
    mkdirSync(path.dirname(path.join(made, name)), { recursive: true });
    writeFileSync(path.join(made, name), text);
  }
  return made;
}

/** Opens a file of the disk in an editor. */
export const openFile = (editor, file) => editor.open(uriOf(file), readFileSync(file, 'utf8'));

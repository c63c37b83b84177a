// Places of the preview: what elements say, where a pinned declaration is after edits, and the frame around the page.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { moved, sourcePlace } from '../../src/features/preview/places';
import { shell } from '../../src/features/preview/shell';

test('an element says a path and two offsets, and the path may have colons', () => {
  assert.deepEqual(sourcePlace('smr/a:b.medopt:12:340'), { path: 'smr/a:b.medopt', start: 12, end: 340 });
  for (const wrong of ['', 'a.medopt', 'a.medopt:1', ':1:2', 'a.medopt:1:x']) assert.equal(sourcePlace(wrong), undefined);
});

const at = (line: number, character: number): { line: number; character: number } => ({ line, character });
const change = (start: ReturnType<typeof at>, end: ReturnType<typeof at>, text: string) => ({ range: { start, end }, text });

test('a place stays at its text while text before it changes', () => {
  const place = at(5, 7);
  assert.deepEqual(moved(place, [change(at(9, 0), at(9, 4), 'after\n')]), place);
  assert.deepEqual(moved(place, [change(at(2, 3), at(2, 3), 'one\ntwo\n')]), at(7, 7), 'lines above are added');
  assert.deepEqual(moved(place, [change(at(2, 3), at(4, 1), '')]), at(3, 7), 'lines above go');
  assert.deepEqual(moved(place, [change(at(5, 0), at(5, 3), 'longer')]), at(5, 10), 'the same line grows before it');
  assert.deepEqual(moved(place, [change(at(4, 2), at(5, 3), 'a')]), at(4, 7), 'its line is joined to the one above');
  assert.deepEqual(moved(place, [change(at(5, 2), at(5, 3), 'a\nbc')]), at(6, 6), 'its line is cut');
  assert.deepEqual(moved(place, [change(at(5, 2), at(6, 0), '')]), at(5, 2), 'it is itself gone');
  assert.deepEqual(moved(place, [change(at(5, 0), at(5, 0), 'xx'), change(at(1, 0), at(1, 0), '\n')]), at(6, 9), 'several changes at once');
});

test('the frame runs one script and loads nothing else', () => {
  const html = shell({ script: 'https://x/preview.js', style: 'https://x/preview.css', origin: 'https://x', nonce: 'n0nce' });
  assert.match(html, /content="default-src 'none'; script-src 'nonce-n0nce'; style-src https:\/\/x 'unsafe-inline'; base-uri 'none'; form-action 'none'"/);
  assert.equal(html.match(/<script/g)?.length, 1);
  assert.match(html, /<script nonce="n0nce" src="https:\/\/x\/preview.js"><\/script>/);
  assert.match(html, /<iframe [^>]*sandbox="allow-same-origin"/);
});

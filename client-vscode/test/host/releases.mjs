// Small terminology releases for the tests to bring in: a folder, a zip, and a zip that is cut off.
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { crc32 } from 'node:zlib';
import { writeRelease } from '../../../tests/lsp/release.mjs';

/** Writes them below a folder, and gives the folder that they are in: `first`, `second.zip` and `damaged.zip`. */
export function releasesIn(folder) {
  const releases = path.join(folder, 'releases');
  writeRelease(path.join(releases, 'first'), 'SnomedCT_ExampleRF2_PRODUCTION_20260301T120000Z');
  const zipped = zip(writeRelease(path.join(folder, 'unzipped'), 'SnomedCT_OtherRF2_PRODUCTION_20260301T120000Z'));
  writeFileSync(path.join(releases, 'second.zip'), zipped);
  writeFileSync(path.join(releases, 'damaged.zip'), zipped.subarray(0, zipped.length >> 1));
  return releases;
}

/** A zip of a folder, nothing compressed: https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT, 4.3. */
function zip(folder) {
  const [files, directory] = [[], []];
  let at = 0;
  for (const file of readdirSync(folder, { recursive: true }).filter((one) => statSync(path.join(folder, one)).isFile()).sort()) {
    const name = Buffer.from(path.posix.join(path.basename(folder), ...file.split(path.sep)));
    const bytes = readFileSync(path.join(folder, file));
    // Version 2.0, no flags, stored, a time of midnight on 1 January 1980, the checksum, both lengths.
    const about = [[20, 2], [0, 2], [0, 2], [0, 2], [33, 2], [crc32(bytes), 4], [bytes.length, 4], [bytes.length, 4], [name.length, 2], [0, 2]];
    const local = Buffer.concat([numbers([[0x04034b50, 4], ...about]), name, bytes]);
    directory.push(numbers([[0x02014b50, 4], [20, 2], ...about, [0, 2], [0, 2], [0, 2], [0, 4], [at, 4]]), name);
    files.push(local);
    at += local.length;
  }
  const entries = Buffer.concat(directory);
  return Buffer.concat([...files, entries, numbers([[0x06054b50, 4], [0, 2], [0, 2], [files.length, 2], [files.length, 2], [entries.length, 4], [at, 4], [0, 2]])]);
}

/** Numbers with their sizes in bytes, the smallest byte first. */
function numbers(each) {
  return Buffer.concat(each.map(([value, size]) => {
    const bytes = Buffer.alloc(size);
    bytes.writeUIntLE(value, 0, size);
    return bytes;
  }));
}

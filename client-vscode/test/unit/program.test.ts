// Which program is started, what is said when it cannot be, and when it is started again.
import assert from 'node:assert/strict';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { afterEnding, none } from '../../src/program/backOff';
import { findProgram } from '../../src/program/find';
import { refusalOf } from '../../src/program/refusal';
import { hasRuntimeFor } from '../../src/program/runtimes';

const folder = mkdtempSync(path.join(os.tmpdir(), 'medopt-program-'));
test.after(() => rmSync(folder, { recursive: true }));

/** An installed extension with these files in its server folder. */
function installed(...files: string[]): string {
  const extension = mkdtempSync(path.join(folder, 'extension-'));
  mkdirSync(path.join(extension, 'server'));
  for (const file of files) writeFileSync(path.join(extension, 'server', file), 'a program');
  return extension;
}

const no = async (): Promise<undefined> => undefined;
const dotnet = async (): Promise<string> => 'dotnet';
const unasked = (): never => assert.fail('dotnet is not needed');

test('the program that came along is started by itself', async () => {
  const extension = installed('medopt', 'medopt.dll');
  const file = path.join(extension, 'server', 'medopt');
  chmodSync(file, 0o644);
  assert.deepEqual(await findProgram({ setting: '', extension, platform: 'linux', dotnet: unasked }), { command: file, before: [], file, origin: 'bundled' });
  assert.equal(statSync(file).mode & 0o111, 0o111, 'it is made a program where unpacking did not');
});

test('on Windows it is medopt.exe', async () => {
  const extension = installed('medopt.exe');
  const file = path.join(extension, 'server', 'medopt.exe');
  assert.deepEqual(await findProgram({ setting: '', extension, platform: 'win32', dotnet: unasked }), { command: file, before: [], file, origin: 'bundled' });
});

test('the copy without a platform is started by dotnet, or says that there is none', async () => {
  const extension = installed('medopt.dll');
  const file = path.join(extension, 'server', 'medopt.dll');
  assert.deepEqual(await findProgram({ setting: '', extension, platform: 'linux', dotnet }), { command: 'dotnet', before: [file], file, origin: 'bundled' });
  assert.deepEqual(await findProgram({ setting: '', extension, platform: 'linux', dotnet: no }), { missing: 'dotnet', file });
});

test('the setting goes before what came along, and is not passed over when it is wrong', async () => {
  const extension = installed('medopt');
  const own = path.join(installed('medopt.dll'), 'server', 'medopt.dll');
  assert.deepEqual(await findProgram({ setting: own, extension, platform: 'linux', dotnet }), { command: 'dotnet', before: [own], file: own, origin: 'setting' });
  const gone = path.join(extension, 'nowhere', 'medopt');
  assert.deepEqual(await findProgram({ setting: gone, extension, platform: 'linux', dotnet }), { missing: 'setting', file: gone });
});

test('an extension without a program says so', async () => {
  const extension = installed();
  assert.deepEqual(await findProgram({ setting: '', extension, platform: 'linux', dotnet: unasked }), { missing: 'program', file: path.join(extension, 'server', 'medopt.dll') });
});

test('what dotnet lists is read on every system', () => {
  assert.equal(hasRuntimeFor('Microsoft.AspNetCore.App 10.0.1 [/a]\nMicrosoft.NETCore.App 8.0.4 [/b]\n'), false);
  assert.equal(hasRuntimeFor('Microsoft.NETCore.App 8.0.4 [C:\\b]\r\nMicrosoft.NETCore.App 10.0.12 [C:\\b]\r\n'), true);
  assert.equal(hasRuntimeFor('Microsoft.NETCore.App 100.0.1 [/b]\n'), false);
});

for (const code of ['UNKNOWN', 'EACCES', 'EPERM']) {
  test(`a program that Windows refuses (${code}) has a sentence for IT, with its path and hash`, () => {
    const file = path.join(installed('medopt.exe'), 'server', 'medopt.exe');
    const refusal = refusalOf(Object.assign(new Error(`spawn ${code}`), { code }), file, 'win32');
    assert.equal(refusal.kind, 'policy');
    for (const part of [file, 'SHA-256', 'medopt.path', 'AppLocker']) assert.ok(refusal.forIt.includes(part));
    assert.match(refusal.forIt, /SHA-256 {2}[0-9a-f]{64}\n/);
  });
}

test('elsewhere a refusal is told as it came, and a file that is gone as that', () => {
  const file = path.join(installed('medopt'), 'server', 'medopt');
  assert.equal(refusalOf(Object.assign(new Error('spawn EACCES'), { code: 'EACCES' }), file, 'linux').kind, 'other');
  assert.equal(refusalOf(Object.assign(new Error('spawn ENOENT'), { code: 'ENOENT' }), `${file}.not`, 'win32').kind, 'gone');
});

test('a server that ends is started again at once, then later, then not', () => {
  let endings = none;
  const waits: (number | undefined)[] = [];
  for (let now = 0; waits.length < 6; now += 20_000) {
    const next = afterEnding(endings, now);
    endings = next.endings;
    waits.push(next.wait);
  }
  assert.deepEqual(waits, [0, 1_000, 3_000, 10_000, undefined, undefined]);
  assert.equal(afterEnding(endings, endings.last + 3 * 60_000 + 1).wait, 0, 'after three minutes it is a healthy server that ended once');
});

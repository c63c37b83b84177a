// Formatting, analyzers, and the shipped protocols: what a change must satisfy beside its tests.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const medopt = path.join('server', 'PcnMedOpt.Tool', 'bin', 'Release', 'net10.0', 'medopt.dll');
const steps = [
  ['the solution builds without a warning', 'dotnet', ['build', 'PcnMedOpt.sln', '--configuration', 'Release', '--nologo', '--verbosity', 'quiet']],
  ['the C# is formatted', 'dotnet', ['format', 'PcnMedOpt.sln', '--verify-no-changes', '--severity', 'warn', '--no-restore']],
  ['the types of the editor protocol are what the generator writes', 'node', [path.join('server', 'PcnMedOpt.Tool', 'Lsp', 'Protocol', 'generate.mjs'), '--check']],
  ['the protocols are in canonical form', 'dotnet', [medopt, 'format', 'protocols', '--check']],
  ['the protocols have no finding', 'dotnet', [medopt, 'check', 'protocols', '--fail-on', 'warning', '--today', '2026-11-20']],
];
let failed = 0;
for (const [what, command, args] of steps) {
  const done = spawnSync(command, args, { cwd: root, encoding: 'utf8' });
  console.log(`${done.status === 0 ? 'ok    ' : 'FAILED'} ${what}`);
  if (done.status !== 0) {
    failed++;
    console.log((done.stdout ?? '') + (done.stderr ?? ''));
  }
}
process.exit(failed === 0 ? 0 : 1);

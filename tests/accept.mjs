// Rewrites every expected file from what comes out now. Read the difference before you commit it.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const build = spawnSync('dotnet', ['build', 'PcnMedOpt.sln', '--configuration', 'Release', '--nologo', '--verbosity', 'quiet'], { cwd: root, stdio: 'inherit' });
if (build.status !== 0) process.exit(1);
const tests = path.join('tests', 'PcnMedOpt.Tests', 'bin', 'Release', 'net10.0', 'PcnMedOpt.Tests.dll');
const done = spawnSync('dotnet', [tests, '-noColor', '-noLogo'], { cwd: root, stdio: 'inherit', env: { ...process.env, MEDOPT_ACCEPT: '1' } });
console.log('Now: git diff tests docs');
process.exit(done.status ?? 1);

// Cohorts and measures as SQL on a real PostgreSQL, which each test class starts in a folder of its own and stops.
import path from 'node:path';
import { builds, postgres, run, summaryOf } from './support.mjs';

export async function database({ root }) {
  const programs = postgres();
  if (!programs) return { passed: 0, failed: 0, skipped: ['cohorts were not counted in a database: no PostgreSQL is there, and it could not be installed'] };
  if (!(await builds(root, 'tests/PcnMedOpt.Tests', 'The tests do'))) return { passed: 0, failed: 1, skipped: [] };
  const tests = path.join('tests', 'PcnMedOpt.Tests', 'bin', 'Release', 'net10.0', 'PcnMedOpt.Tests.dll');
  const done = await run('dotnet', [tests, '-noColor', '-noLogo', '-explicit', 'only', '-namespace', 'PcnMedOpt.Tests.Databases'], { cwd: root, env: { ...process.env, MEDOPT_POSTGRES: programs } });
  return summaryOf(done, 'tests in PostgreSQL');
}

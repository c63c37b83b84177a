// The tests of the language, the emitters and the program.
import path from 'node:path';
import { builds, run, solution, summaryOf } from './support.mjs';

export async function dotnet({ root, full }) {
  const project = path.join('tests', 'PcnMedOpt.Tests');
  if (!(await builds(root, solution, 'The solution does'))) return { passed: 0, failed: 1, skipped: [] };
  const tests = await run('dotnet', [path.join(project, 'bin', 'Release', 'net10.0', 'PcnMedOpt.Tests.dll'), '-noColor', '-noLogo'], {
    cwd: root,
    env: { ...process.env, MEDOPT_FULL: full ? '1' : '' },
  });
  return summaryOf(tests, 'tests of PcnMedOpt.Tests');
}

// The tests of the language, the emitters and the program.
import path from 'node:path';
import { run, say } from './support.mjs';

export async function dotnet({ root, full }) {
  const project = path.join('tests', 'PcnMedOpt.Tests');
  const built = await run('dotnet', ['build', 'PcnMedOpt.sln', '--configuration', 'Release', '--nologo', '--verbosity', 'quiet'], { cwd: root });
  if (built.code !== 0) {
    say('The solution does not build.');
    return { passed: 0, failed: 1, skipped: [] };
  }
  const tests = await run('dotnet', [path.join(project, 'bin', 'Release', 'net10.0', 'PcnMedOpt.Tests.dll'), '-noColor', '-noLogo'], {
    cwd: root,
    env: { ...process.env, MEDOPT_FULL: full ? '1' : '' },
  });
  const summary = /Total: (\d+), Errors: (\d+), Failed: (\d+), Skipped: (\d+)/.exec(tests.output);
  if (!summary) {
    say('The tests did not come to their end.');
    return { passed: 0, failed: 1, skipped: [] };
  }
  const [total, errors, failures, skips] = summary.slice(1).map(Number);
  const failed = errors + failures || (tests.code === 0 ? 0 : 1);
  return { passed: total - failures - skips, failed, skipped: skips > 0 ? [`${skips} tests of PcnMedOpt.Tests`] : [] };
}

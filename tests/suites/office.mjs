// The workbooks and documents, opened and worked out again in LibreOffice.
import path from 'node:path';
import { builds, libreOffice, run, summaryOf } from './support.mjs';

export async function office({ root }) {
  const program = libreOffice();
  if (!program) return { passed: 0, failed: 0, skipped: ['the workbooks and documents were not opened: no LibreOffice is there, and it could not be installed'] };
  if (!(await builds(root, 'tests/PcnMedOpt.Tests', 'The tests do'))) return { passed: 0, failed: 1, skipped: [] };
  const tests = path.join('tests', 'PcnMedOpt.Tests', 'bin', 'Release', 'net10.0', 'PcnMedOpt.Tests.dll');
  const done = await run('dotnet', [tests, '-noColor', '-noLogo', '-explicit', 'only', '-class', '*LibreOfficeTests'], { cwd: root, env: { ...process.env, MEDOPT_SOFFICE: program } });
  return summaryOf(done, 'tests in LibreOffice');
}

// What went wrong when a program could not be started, in words for its reader: a pharmacist, or the IT service that she asks.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

/** Why a start failed. `policy`: Windows did not allow it; `gone`: the file is not there; `other`: the message says. */
export interface Refusal {
  readonly kind: 'policy' | 'gone' | 'other';
  /** What is shown to who writes protocols. */
  readonly message: string;
  /** What is copied for IT. */
  readonly forIt: string;
}

/**
 * The codes with which Node reports that Windows refused to create a process. Group policy, AppLocker and App Control give the errors 5 (access denied: EACCES or EPERM), and 1260 and 4551,
 * for which Node has no name of its own (UNKNOWN): https://learn.microsoft.com/windows/win32/debug/system-error-codes
 */
const refused = ['UNKNOWN', 'EACCES', 'EPERM'];

export function refusalOf(error: NodeJS.ErrnoException, file: string, platform: NodeJS.Platform): Refusal {
  if (error.code === 'ENOENT') return { kind: 'gone', message: `The program that checks protocols is not where it should be: ${file}.`, forIt: `The file ${file} cannot be found.` };
  const hash = sha256(file);
  if (platform === 'win32' && refused.includes(error.code ?? '')) {
    return {
      kind: 'policy',
      message: 'Windows did not let MedOpt start the program that checks protocols. IT can allow it: “Copy for IT” has what they need.',
      forIt: [
        'The VS Code extension “MedOpt protocols” starts this program, which Windows refused to run (AppLocker, App Control or another policy for programs without a signature):',
        `    file     ${file}`,
        `    SHA-256  ${hash}`,
        `    error    ${error.message}`,
        'Either allow this file by its hash, or install medopt.exe in a folder from which programs may run and set “medopt.path” in VS Code to it.',
        'It runs with the rights of the user, reads and writes the files of the folder that is open, and opens no network connection.',
      ].join('\n'),
    };
  }
  return { kind: 'other', message: `The program that checks protocols could not be started: ${error.message}.`, forIt: `${file} (SHA-256 ${hash}) could not be started: ${error.message}.` };
}

function sha256(file: string): string {
  try {
    return createHash('sha256').update(readFileSync(file)).digest('hex');
  } catch {
    return 'unknown: the file cannot be read';
  }
}

// Which program answers for the language: the one that IT installed, the one that came with the extension, or one that dotnet starts.
import { accessSync, chmodSync, constants, existsSync } from 'node:fs';
import path from 'node:path';

/** How the program is started. */
export interface Program {
  /** What is started: medopt itself, or dotnet. */
  readonly command: string;
  /** What stands before medopt's own arguments: the path of medopt.dll where dotnet starts it. */
  readonly before: readonly string[];
  /** The file that is medopt, for messages to people. */
  readonly file: string;
  readonly origin: 'setting' | 'bundled';
}

/** Nothing can be started: why, in a sentence. */
export interface Missing {
  readonly missing: 'setting' | 'dotnet' | 'program';
  readonly file: string;
}

export interface Surroundings {
  /** The setting medopt.path, empty where there is none. */
  readonly setting: string;
  /** The folder that the extension is installed in. */
  readonly extension: string;
  readonly platform: NodeJS.Platform;
  /** A dotnet that can start a medopt.dll of .NET 10, or undefined. It is asked for only where one is needed. */
  readonly dotnet: () => Promise<string | undefined>;
}

export async function findProgram(surroundings: Surroundings): Promise<Program | Missing> {
  const { setting, extension, platform } = surroundings;
  if (setting !== '') return existsSync(setting) ? await started(setting, 'setting', surroundings) : { missing: 'setting', file: setting };
  const own = path.join(extension, 'server', platform === 'win32' ? 'medopt.exe' : 'medopt');
  if (existsSync(own)) return await started(own, 'bundled', surroundings);
  const library = path.join(extension, 'server', 'medopt.dll');
  return existsSync(library) ? await started(library, 'bundled', surroundings) : { missing: 'program', file: library };
}

async function started(file: string, origin: Program['origin'], { platform, dotnet }: Surroundings): Promise<Program | Missing> {
  if (path.extname(file).toLowerCase() === '.dll') {
    const command = await dotnet();
    return command === undefined ? { missing: 'dotnet', file } : { command, before: [file], file, origin };
  }
  if (platform !== 'win32' && origin === 'bundled') makeRunnable(file);
  return { command: file, before: [], file, origin };
}

/** What unpacked the extension may have dropped the mark that a file is a program. */
function makeRunnable(file: string): void {
  try {
    accessSync(file, constants.X_OK);
  } catch {
    chmodSync(file, 0o755);
  }
}

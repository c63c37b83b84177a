// Runs the program for one command, such as medopt build, and gives what it wrote.
import { existsSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import * as vscode from 'vscode';
import { currentProgram, launch, sayMissing, sayRefused } from './launch';

/** What the program wrote. The exit code is 0: fine, 1: problems were found, 2: it was asked wrongly, 3: a fault of its own; null: it was stopped. */
export interface Run {
  readonly code: number | null;
  /** What it was asked for. */
  readonly output: string;
  /** What it said beside: progress, counts, complaints. */
  readonly talk: string;
}

export interface Asked {
  readonly context: vscode.ExtensionContext;
  readonly log: vscode.LogOutputChannel;
  readonly args: readonly string[];
  /** The folder that it runs in. */
  readonly cwd?: string;
  readonly cancel?: vscode.CancellationToken;
}

/** Runs medopt; undefined where it could not be started, which has been said then. */
export async function runProgram({ context, log, args, cwd, cancel }: Asked): Promise<Run | undefined> {
  const program = await currentProgram(context);
  if ('missing' in program) {
    void sayMissing(program);
    return undefined;
  }
  if (cwd !== undefined && !existsSync(cwd)) {
    void vscode.window.showErrorMessage(`The folder ${cwd} is not there any more.`);
    return undefined;
  }
  log.info(`running medopt ${args.join(' ')}`);
  try {
    const child = await launch(program, [...args, '--no-color'], cwd);
    child.stdin?.end();
    const stopped = cancel?.onCancellationRequested(() => child.kill());
    const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
    const [output, talk, code] = await Promise.all([child.stdout ? text(child.stdout) : '', child.stderr ? text(child.stderr) : '', ended]);
    stopped?.dispose();
    log.info(`medopt ended with ${code}\n${talk}${output}`.trimEnd());
    return { code, output, talk };
  } catch (error) {
    await sayRefused(error as NodeJS.ErrnoException, program);
    return undefined;
  }
}

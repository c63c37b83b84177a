// The language server: started, restarted with waits between, stopped, and asked.
import type { ChildProcess } from 'node:child_process';
import * as vscode from 'vscode';
import { CloseAction, ErrorAction, LanguageClient, type LanguageClientOptions, RevealOutputChannelOn, State } from 'vscode-languageclient/node';
import { afterEnding, type Endings, none } from './program/backOff';
import { currentProgram, launch, sayMissing, sayRefused } from './program/launch';
import type { Answers, Questions } from './protocol';
import { linksToRules } from './ruleLinks';
import { asksOfAllShown } from './stale';
import { tracing } from './tracing';

/** What people are told of the server. `failed`: it is not started again until someone asks. */
export type ServerState = 'starting' | 'running' | 'waiting' | 'stopped' | 'failed';

export interface Server {
  readonly state: ServerState;
  /** How many files the server that runs has looked at; undefined before it has looked at all of them once, when nothing found means nothing. */
  readonly files: number | undefined;
  /** Told when `state` or `files` changes. */
  readonly onState: vscode.Event<ServerState>;
  /** The server has been told of texts or files that changed, or uses another release: what is asked from now on is answered from them. */
  readonly onTold: vscode.Event<void>;
  /** The server uses another terminology release, or none. */
  readonly onRelease: vscode.Event<void>;
  /** The server's number among processes while it runs. */
  readonly pid: number | undefined;
  /** The version that it said it is. */
  readonly version: string | undefined;
  /** Asks one of the requests of docs/language-server.md; undefined while no server runs, and where it was too late. */
  ask<K extends keyof Questions>(method: K, question: Questions[K], cancel?: vscode.CancellationToken): Promise<Answers[K] | undefined>;
  readonly client: LanguageClient;
  start(): Promise<void>;
  restart(): Promise<void>;
  stop(): Promise<void>;
}

/** Tells people of its faults in its log alone: what they need to know is said by who starts it, once. */
class QuietClient extends LanguageClient {
  override error(message: string, data?: unknown): void {
    super.error(message, data, false);
  }
}

const tellsOfTexts: ReadonlySet<string> = new Set(['textDocument/didOpen', 'textDocument/didChange', 'textDocument/didClose', 'workspace/didChangeWatchedFiles', 'workspace/didChangeWorkspaceFolders']);

export function createServer(context: vscode.ExtensionContext, log: vscode.LogOutputChannel): Server {
  const changed = new vscode.EventEmitter<ServerState>();
  const told = new vscode.EventEmitter<void>();
  const release = new vscode.EventEmitter<void>();
  context.subscriptions.push(changed, told, release);
  let state: ServerState = 'stopped';
  let files: number | undefined;
  let endings: Endings = none;
  let child: ChildProcess | undefined;
  /** Ends the wait before the next start. */
  let wake: (() => void) | undefined;
  const is = (next: ServerState): void => {
    state = next;
    if (next !== 'running') files = undefined;
    changed.fire(next);
  };

  const spawned = async (): Promise<ChildProcess> => {
    const program = await currentProgram(context);
    if ('missing' in program) {
      void sayMissing(program);
      throw new Error(`there is no program to start (${program.file})`);
    }
    const settings = vscode.workspace.getConfiguration('medopt');
    const today = settings.get('today', '');
    const data = settings.get('data', '');
    const args = ['lsp', ...(today === '' ? [] : ['--today', today]), ...(data === '' ? [] : ['--data', data]), ...settings.get<string[]>('serverArguments', [])];
    log.info(`starting ${[program.command, ...program.before, ...args].join(' ')}`);
    try {
      child = await launch(program, args);
    } catch (error) {
      const refusal = await sayRefused(error as NodeJS.ErrnoException, program);
      throw new Error(refusal.forIt);
    }
    child.stderr?.on('data', (data: Buffer) => log.warn(data.toString().trimEnd()));
    return child;
  };

  const closed = async (): Promise<{ action: CloseAction; handled: true }> => {
    const next = afterEnding(endings, Date.now());
    endings = next.endings;
    log.error(`the server ended (${endings.count})`);
    if (next.wait === undefined) {
      // The client tidies up after this has returned: whoever restarted it before would meet one that is still stopping.
      setImmediate(() => {
        is('failed');
        void sayEnded();
      });
      return { action: CloseAction.DoNotRestart, handled: true };
    }
    is('waiting');
    await new Promise<void>((resolve) => {
      wake = resolve;
      setTimeout(resolve, next.wait);
    });
    wake = undefined;
    return { action: CloseAction.Restart, handled: true };
  };

  const asking = linksToRules(asksOfAllShown);
  const options: LanguageClientOptions = {
    documentSelector: [{ scheme: 'file', language: 'medopt' }, { scheme: 'untitled', language: 'medopt' }, { scheme: 'file', pattern: '**/medopt.json' }],
    outputChannel: log,
    traceOutputChannel: tracing(log, context.subscriptions),
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    initializationFailedHandler: (error) => {
      log.error(`the server did not answer as it should: ${String(error)}`);
      return false;
    },
    middleware: {
      ...asking,
      async sendNotification(type, next, params) {
        await next(type, params);
        if (tellsOfTexts.has(typeof type === 'string' ? type : type.method)) told.fire();
      },
      async provideWorkspaceDiagnostics(ids, cancel, report, next) {
        let looked: number | undefined;
        const counted: typeof report = (chunk) => {
          looked = (looked ?? 0) + (chunk?.items.length ?? 0);
          report(chunk);
        };
        const answer = await asking.provideWorkspaceDiagnostics?.(ids, cancel, counted, next);
        if (looked !== undefined && looked !== files && state === 'running' && !cancel.isCancellationRequested) {
          files = looked;
          changed.fire(state);
        }
        return answer;
      },
    },
    errorHandler: { error: () => ({ action: ErrorAction.Continue, handled: true }), closed },
    markdown: { isTrusted: { enabledCommands: ['medopt.showReferences', 'medopt.preview', 'medopt.runExamples'] } },
  };
  const client = new QuietClient('medopt', 'MedOpt', spawned, options);
  context.subscriptions.push(client.onDidChangeState(({ newState }) => {
    if (newState === State.Starting) is('starting');
    if (newState === State.Running) is('running');
    if (newState === State.Stopped && state !== 'waiting' && state !== 'failed') is('stopped');
  }));

  context.subscriptions.push(client.onNotification('medopt/releaseChanged', () => {
    release.fire();
    told.fire();
  }));

  return {
    client,
    get state() { return state; },
    get files() { return files; },
    get pid() { return state === 'running' ? child?.pid : undefined; },
    get version() { return client.initializeResult?.serverInfo?.version; },
    onState: changed.event,
    onTold: told.event,
    onRelease: release.event,
    async ask(method, question, cancel) {
      if (!client.isRunning()) return undefined;
      try {
        // A parameter that is undefined would count as a second one, and both would be sent as a list.
        return await (cancel === undefined ? client.sendRequest(method, question) : client.sendRequest(method, question, cancel));
      } catch (error) {
        log.debug(`${method}: ${String(error)}`);
        return undefined;
      }
    },
    async start() {
      try {
        await client.start();
      } catch (error) {
        log.error(String(error));
        if (state !== 'waiting') is('failed');
      }
    },
    async restart() {
      endings = none;
      if (wake !== undefined) wake();
      else if (client.isRunning()) await client.restart();
      else await this.start();
    },
    async stop() {
      await client.dispose();
    },
  };
}

async function sayEnded(): Promise<void> {
  const chosen = await vscode.window.showErrorMessage(
    'The program that checks protocols ended several times, and is not started again by itself. Your texts are as you left them; nothing is checked until it runs.', 'Restart', 'Show Log', 'Collect a Bug Report');
  if (chosen === 'Restart') await vscode.commands.executeCommand('medopt.restartServer');
  if (chosen === 'Show Log') await vscode.commands.executeCommand('medopt.showLog');
  if (chosen === 'Collect a Bug Report') await vscode.commands.executeCommand('medopt.collectBugReport');
}

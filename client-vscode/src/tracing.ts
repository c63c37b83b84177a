import * as vscode from 'vscode';

/**
 * The log as the client writes its trace into it. The client traces only where the log's level is Trace, which people would have to set by a command beside the setting medopt.trace.server:
 * this one is always at that level, and what is traced stands in the log as information.
 */
export function tracing(log: vscode.LogOutputChannel): vscode.LogOutputChannel {
  return {
    name: log.name,
    logLevel: vscode.LogLevel.Trace,
    onDidChangeLogLevel: () => new vscode.Disposable(() => undefined),
    trace: (message, ...more) => log.info(message, ...more),
    debug: (message, ...more) => log.debug(message, ...more),
    info: (message, ...more) => log.info(message, ...more),
    warn: (message, ...more) => log.warn(message, ...more),
    error: (message, ...more) => log.error(message, ...more),
    append: (value) => log.append(value),
    appendLine: (value) => log.appendLine(value),
    replace: (value) => log.replace(value),
    clear: () => log.clear(),
    show: () => log.show(),
    hide: () => log.hide(),
    dispose: () => undefined,
  };
}

import * as vscode from 'vscode';

const setting = 'medopt.trace.server';

/**
 * The log as the client writes its trace into it. The client traces only where the log's level is Trace, which people would have to set by a command beside the setting medopt.trace.server,
 * and then traces whatever the setting says: here the setting alone decides, and what is traced stands in the log as information.
 */
export function tracing(log: vscode.LogOutputChannel, subscriptions: vscode.Disposable[]): vscode.LogOutputChannel {
  const level = (): vscode.LogLevel => (vscode.workspace.getConfiguration().get(setting, 'off') === 'off' ? vscode.LogLevel.Info : vscode.LogLevel.Trace);
  const changed = new vscode.EventEmitter<vscode.LogLevel>();
  subscriptions.push(changed, vscode.workspace.onDidChangeConfiguration((change) => {
    if (change.affectsConfiguration(setting)) changed.fire(level());
  }));
  return {
    name: log.name,
    get logLevel() { return level(); },
    onDidChangeLogLevel: changed.event,
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

// What the tests in VS Code share: documents, problems, folders, and the extension itself.
import * as vscode from 'vscode';

/** The folder of the starter pack: a copy of `protocols/`, fresh for each run. */
export function protocols(...path: readonly string[]): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  if (!folder) throw new Error('No folder is open.');
  return vscode.Uri.joinPath(folder.uri, ...path);
}

/** The extension, started; what it gives to tests is in `exports`. */
export async function extension<T>(): Promise<vscode.Extension<T>> {
  const found = vscode.extensions.getExtension<T>('pcnmedopt.medopt');
  if (!found) throw new Error('The extension is not there.');
  await found.activate();
  return found;
}

/** Opens a document in an editor. */
export async function open(uri: vscode.Uri): Promise<vscode.TextEditor> {
  return vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri), { preview: false });
}

/** Replaces the first place where `old` stands in the open text; it must be there. The file is not saved. */
export async function replace(editor: vscode.TextEditor, old: string, by: string): Promise<void> {
  const range = rangeOf(editor.document, old);
  if (!(await editor.edit((edit) => edit.replace(range, by)))) throw new Error(`The edit of ${editor.document.uri.toString()} was refused.`);
}

/** Where `text` stands first in a document. */
export function rangeOf(document: vscode.TextDocument, text: string): vscode.Range {
  const start = document.getText().indexOf(text);
  if (start < 0) throw new Error(`'${text}' does not stand in ${document.uri.toString()}.`);
  return new vscode.Range(document.positionAt(start), document.positionAt(start + text.length));
}

/** Waits until the problems of a document are as `expected` says, and gives them. */
export function problems(uri: vscode.Uri, expected: (found: readonly vscode.Diagnostic[]) => boolean): Promise<readonly vscode.Diagnostic[]> {
  return until(vscode.languages.onDidChangeDiagnostics, () => {
    const found = vscode.languages.getDiagnostics(uri);
    return expected(found) ? found : undefined;
  });
}

/** Waits until `look` gives something, looking now and after each `event`. mocha's time limit ends a wait for what never comes. */
export function until<T>(event: vscode.Event<unknown>, look: () => T | undefined): Promise<T> {
  return new Promise((resolve, reject) => {
    const answer = (): boolean => {
      try {
        const found = look();
        if (found === undefined) return false;
        resolve(found);
      } catch (error) {
        reject(error);
      }
      return true;
    };
    if (answer()) return;
    const listening = event(() => {
      if (answer()) listening.dispose();
    });
  });
}

/** Asks until the answer is as expected, and gives it. mocha's time limit ends a wait for what never comes. */
export async function eventually<T>(ask: () => Promise<T>, expected: (answer: T) => boolean): Promise<T> {
  for (;;) {
    const answer = await ask();
    if (expected(answer)) return answer;
    // What is waited for needs its turn.
    await new Promise(setImmediate);
  }
}

/** Opens a folder with these files beside the starter pack while `look` runs: path below it, and text. */
export async function withFolder<T>(name: string, files: Readonly<Record<string, string>>, look: (folder: vscode.Uri) => Promise<T>): Promise<T> {
  const folder = vscode.Uri.joinPath(protocols(), '..', name);
  for (const [path, text] of Object.entries(files)) {
    await vscode.workspace.fs.writeFile(vscode.Uri.joinPath(folder, path), new TextEncoder().encode(text));
  }
  const count = vscode.workspace.workspaceFolders?.length ?? 0;
  await changeFolders(() => vscode.workspace.updateWorkspaceFolders(count, 0, { uri: folder, name }));
  try {
    return await look(folder);
  } finally {
    await tidy();
    const index = vscode.workspace.getWorkspaceFolder(folder)?.index ?? -1;
    await changeFolders(() => vscode.workspace.updateWorkspaceFolders(index, 1));
    await vscode.workspace.fs.delete(folder, { recursive: true });
  }
}

/** Waits until VS Code says that the folders have changed: `workspaceFolders` has them at once, before it is so. */
async function changeFolders(change: () => boolean): Promise<void> {
  const changed = new Promise<void>((resolve) => {
    const listening = vscode.workspace.onDidChangeWorkspaceFolders(() => {
      listening.dispose();
      resolve();
    });
  });
  if (!change()) throw new Error('The folders of the window could not be changed.');
  await changed;
}

/** Takes every unsaved change back and closes every editor: it runs after each test. */
export async function tidy(): Promise<void> {
  for (const document of vscode.workspace.textDocuments.filter((one) => one.isDirty)) {
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('workbench.action.files.revert');
  }
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
}

/** What must be mended or looked at, without the notes. */
export function serious(found: readonly vscode.Diagnostic[]): readonly vscode.Diagnostic[] {
  return found.filter(({ severity }) => severity <= vscode.DiagnosticSeverity.Warning);
}

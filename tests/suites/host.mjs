// The editor extension inside a real VS Code, through the interface that VS Code gives to extensions.
import { runHost } from '../../client-vscode/test/host/run.mjs';

export async function host() {
  return await runHost();
}

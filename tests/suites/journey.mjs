// A pharmacist's journey through a real window of VS Code, with the packaged extension.
import { runJourney } from '../../client-vscode/test/journey/run.mjs';

export async function journey({ full }) {
  return await runJourney({ measure: full });
}

// What VS Code's client says that it can do: the message of tests/lsp/messages.
import { readFileSync } from 'node:fs';

export const { capabilities } = JSON.parse(readFileSync(new URL('./messages/initialize.json', import.meta.url), 'utf8'));

/** An editor that says nothing of itself: it does not ask for diagnostics, so that they are sent to it. */
export const none = {};

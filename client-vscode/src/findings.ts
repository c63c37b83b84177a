import type { Diagnostic } from 'vscode';

/** Whether a finding is one of the server's: VS Code gives those of every extension together. */
export const isOurs = ({ source }: Diagnostic): boolean => source === 'medopt';

// Places of the source that elements of a page stand for, and places that stay where they are while text before them changes.
import type { Position } from 'vscode-languageclient';

export interface SourcePlace {
  readonly path: string;
  /** In UTF-16 units of the file. */
  readonly start: number;
  readonly end: number;
}

/** What an attribute `data-source` says; undefined for anything else. */
export function sourcePlace(source: string): SourcePlace | undefined {
  const [, path, start, end] = /^(.+):(\d+):(\d+)$/.exec(source) ?? [];
  return path === undefined ? undefined : { path, start: Number(start), end: Number(end) };
}

export interface Change {
  readonly range: { readonly start: Position; readonly end: Position };
  readonly text: string;
}

/** Where a place is after changes of the text; they come as the editor tells them, the last in the text first. */
export const moved = (position: Position, changes: readonly Change[]): Position => changes.reduce(movedBy, position);

function movedBy(position: Position, { range: { start, end }, text }: Change): Position {
  if (isBefore(position, end)) return isBefore(position, start) ? position : { line: start.line, character: start.character };
  const lines = text.split('\n');
  const last = lines.at(-1)?.length ?? 0;
  const line = position.line + lines.length - 1 - (end.line - start.line);
  if (position.line > end.line) return { line, character: position.character };
  return { line, character: position.character - end.character + last + (lines.length === 1 ? start.character : 0) };
}

const isBefore = (one: Position, other: Position): boolean => one.line < other.line || (one.line === other.line && one.character < other.character);

export const isSame = (one: Position, other: Position): boolean => one.line === other.line && one.character === other.character;

// What the preview and its page say to each other.
import type { PreviewKind } from '../../protocol';

/** A sentence above the page, and what its button does. */
export interface Bar {
  readonly text: string;
  readonly button: { readonly label: string; readonly does: 'problem' | 'restart' } | null;
}

/** What the page shows from now on. */
export interface Shown {
  readonly kinds: readonly PreviewKind[];
  readonly kind: PreviewKind;
  readonly title: string;
  /** Stays the same while the text of one declaration changes. */
  readonly subject: string;
  readonly pinned: boolean;
  readonly bar: Bar | null;
  /** What is shown is of an earlier text: it is dimmed. */
  readonly isOld: boolean;
  /** A whole document; null where there is none to show, and `nothing` says why. */
  readonly html: string | null;
  readonly nothing: string;
  /** The `data-source` of what the cursor is in. */
  readonly element: string | null;
  readonly remembered: Remembered;
}

/** What brings the preview back after the window was loaded again. */
export interface Remembered {
  readonly uri: string;
  readonly line: number;
  readonly character: number;
  readonly kind: PreviewKind;
  readonly pinned: boolean;
}

/** To the page: what is shown, or only another mark in what it shows. */
export type ToPage = { readonly show: Shown } | { readonly mark: string | null; readonly remembered: Remembered };

/** From the page. */
export type FromPage =
  | { readonly type: 'ready' }
  | { readonly type: 'kind'; readonly kind: PreviewKind }
  | { readonly type: 'pin'; readonly pinned: boolean }
  /** The place of an element; `focus` where the text is to be written in next. */
  | { readonly type: 'source'; readonly source: string; readonly focus: boolean }
  | { readonly type: 'link'; readonly href: string }
  | { readonly type: 'does'; readonly does: 'problem' | 'restart' };

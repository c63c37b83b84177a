// The requests of docs/language-server.md that the protocol for editors does not have, as the server answers them. A test holds these types against the examples there.
import type { Position, Range } from 'vscode-languageclient';

/** A place in a document, as the editor protocol counts. */
export interface Place {
  readonly uri: string;
  readonly range: Range;
}

/** A place that is asked about; without a position it is the start. */
export interface Asked {
  readonly textDocument: { readonly uri: string };
  readonly position?: Position;
}

/** What could not be answered, in a sentence. */
export interface Failure {
  readonly error: string;
}

export type PreviewKind = 'page' | 'rules' | 'emis' | 'systmone' | 'flow' | 'count';

export interface Preview {
  readonly title: string;
  readonly name: string | null;
  readonly declaration: string | null;
  readonly place: Place | null;
  readonly kind: PreviewKind;
  readonly kinds: readonly PreviewKind[];
  /** `erroneous`: the project has errors, and nothing is built. `nothing`: the page says why there is nothing to show. */
  readonly state: 'sound' | 'erroneous' | 'nothing';
  /** The `data-source` of the element that belongs to the position that was asked about. */
  readonly element: string | null;
  /** Where the paths of `data-source` are: a URI for each. */
  readonly files: Readonly<Record<string, string>>;
  readonly html: string;
}

export interface Why {
  readonly depth: number;
  readonly holds: boolean | null;
  readonly text: string;
}

export interface Criterion {
  readonly label: string;
  readonly group: string;
  readonly holds: boolean | null;
  /** Whether it is this criterion that put the patient in, or kept the patient out. */
  readonly decided: boolean;
  readonly place: Place;
  readonly why: readonly Why[];
}

export interface Expectation {
  readonly patient: string | null;
  readonly cohort: string | null;
  readonly expected: string;
  readonly found: string | null;
  readonly met: boolean;
  readonly message: string;
  /** Why the patient is not among those whom the cohort starts from. */
  readonly outside: string | null;
  readonly place: Place;
  readonly criteria: readonly Criterion[];
}

export interface Example {
  readonly name: string;
  /** Its title. */
  readonly place: Place;
  /** The folder of its project; of a document in no project null. */
  readonly project: string | null;
  /** Null, as the message, of an example that is listed and was not run. */
  readonly outcome: 'passed' | 'failed' | 'invalid' | null;
  readonly message: string | null;
  readonly shownAt: Place;
  readonly expectations: readonly Expectation[];
}

/** A criterion, or a test within it, or a procedure: where it is written, and what the examples are to show of it. */
export interface Statement {
  readonly place: Place;
  readonly cohort: string;
  readonly text: string;
  readonly branches: readonly { readonly text: string; readonly shown: boolean }[];
}

export interface Explanation {
  readonly name: string;
  readonly title: string;
  readonly declaration: string;
  readonly protocol: string | null;
  readonly place: Place;
  readonly lines: readonly { readonly depth: number; readonly text: string; readonly place: Place | null }[];
}

export interface Rule {
  readonly slug: string;
  readonly id: string;
  readonly severity: string;
  readonly title: string;
}

export interface RulePage extends Rule {
  readonly markdown: string;
}

export interface Problems {
  readonly errors: number;
  readonly warnings: number;
  readonly notes: number;
}

export interface Declared {
  readonly kind: string;
  readonly name: string | null;
  readonly title: string | null;
  readonly place: Place;
  readonly problems: Problems;
}

export interface PackNode extends Declared {
  readonly members: readonly string[];
}

export interface ProtocolNode {
  readonly uri: string;
  readonly path: string;
  readonly name: string | null;
  readonly title: string | null;
  readonly version: string | null;
  readonly status: string | null;
  readonly reviewBy: string | null;
  readonly isPastReview: boolean;
  readonly problems: Problems;
  readonly declarations: readonly Declared[];
}

export interface ProjectNode {
  readonly name: string | null;
  readonly organisation: string | null;
  readonly folder: string;
  readonly settings: string | null;
  readonly problems: Problems;
  readonly packs: readonly PackNode[];
  readonly protocols: readonly ProtocolNode[];
}

export interface Code {
  readonly id: string;
  readonly term: string | null;
  readonly system: 'snomed' | 'dmd';
  /** The term that has the words which were asked for, where it is not the preferred one. */
  readonly matched: string | null;
  readonly tag: string | null;
  readonly level: 'vtm' | 'vmp' | 'amp' | 'vmpp' | 'ampp' | null;
  /** What the release says of it; null where there is none. */
  readonly status: 'active' | 'retired' | 'unknown' | 'notHeld' | null;
  readonly sets: readonly { readonly name: string; readonly title: string | null; readonly place: Place }[];
}

export interface Around {
  readonly code: Code & { readonly below: number };
  readonly broader: readonly (Code & { readonly below: number })[];
  readonly narrower: readonly (Code & { readonly below: number })[];
  readonly leftOut: number;
  readonly instead: readonly { readonly id: string; readonly term: string; readonly how: string }[];
}

export interface ReleaseInUse {
  readonly name: string;
  readonly date: string | null;
  readonly sources: readonly string[];
}

export interface Releases {
  readonly release: ReleaseInUse | null;
  readonly lock: { readonly release: string; readonly locked: string } | null;
  /** What the project's settings name. */
  readonly wanted: string | null;
  readonly chosen: string | null;
  /** What its settings name and this computer does not have. */
  readonly missing: string | null;
  readonly stores: readonly (ReleaseInUse & { readonly fault: string | null })[];
}

export interface ImportedRelease {
  readonly release: ReleaseInUse;
  readonly concepts: number;
  readonly notes: readonly string[];
  readonly faults: readonly { readonly file: string; readonly fault: string; readonly rows: number }[];
  readonly badRows: readonly string[];
}

export interface PastedCodes {
  /** What is to be inserted; null where an ordinary paste is meant, or where a column has to be chosen first. */
  readonly text: string | null;
  readonly count: number;
  readonly already: readonly string[];
  readonly twice: number;
  /** The rows that are no entries; each is a comment on a line, from 0, of the inserted text. */
  readonly notTaken: readonly { readonly row: string; readonly why: string; readonly line: number }[];
  readonly columns: readonly { readonly column: number; readonly title: string }[];
  readonly message: string;
}

export interface StarterProtocol {
  readonly name: string;
  readonly title: string;
  readonly description: string | null;
  readonly path: string;
  readonly version: string | null;
  readonly status: string;
  readonly holds: readonly string[];
  readonly needs: readonly string[];
  readonly examples: number;
  readonly inProject: 'none' | 'partly' | 'whole';
}

export interface NewProtocol {
  /** A file to make, or text for one that is there, with the position at which it is put in. */
  readonly files: readonly { readonly uri: string; readonly path: string; readonly text: string; readonly at: Position | null }[];
  readonly open: string;
  readonly notes: readonly string[];
}

export interface Questions {
  'medopt/rules': { readonly query?: string };
  'medopt/pasteCodes': Asked & { readonly end?: Position; readonly text: string; readonly column?: number };
  'medopt/starterProtocols': { readonly folder: string; readonly project?: string };
  'medopt/newProtocol': { readonly project: string; readonly folder?: string; readonly protocol: string | null; readonly examples?: boolean; readonly name?: string; readonly title?: string };
  'medopt/preview': Asked & { readonly kind?: PreviewKind };
  'medopt/examples': { readonly textDocument?: { readonly uri: string }; readonly name?: string; readonly run?: boolean };
  'medopt/coverage': Record<string, never>;
  'medopt/explain': Asked;
  'medopt/rulePage': { readonly slug: string };
  'medopt/projectTree': Record<string, never>;
  'medopt/hierarchy': { readonly id: string; readonly textDocument?: { readonly uri: string } };
  'medopt/releases': { readonly textDocument?: { readonly uri: string } };
  'medopt/useRelease': { readonly name: string | null; readonly textDocument?: { readonly uri: string } };
  'medopt/importRelease': { readonly paths: readonly string[]; readonly workDoneToken?: string };
  'medopt/codes': { readonly query: string; readonly limit?: number; readonly system?: 'snomed' | 'dmd'; readonly textDocument?: { readonly uri: string }; readonly position?: Position };
}

export interface Answers {
  'medopt/rules': { readonly rules: readonly Rule[] };
  'medopt/pasteCodes': PastedCodes | Failure;
  'medopt/starterProtocols': { readonly protocols: readonly StarterProtocol[] } | Failure;
  'medopt/newProtocol': NewProtocol | Failure;
  'medopt/preview': Preview | Failure;
  'medopt/examples': { readonly examples: readonly Example[] } | Failure;
  'medopt/coverage': { readonly statements: readonly Statement[] };
  'medopt/explain': Explanation | Failure;
  'medopt/rulePage': RulePage | Failure;
  'medopt/projectTree': { readonly projects: readonly ProjectNode[] };
  'medopt/hierarchy': Around | Failure;
  'medopt/releases': Releases;
  'medopt/useRelease': Releases | Failure;
  'medopt/importRelease': ImportedRelease | Failure;
  'medopt/codes': { readonly codes: readonly Code[]; readonly more: boolean } | Failure;
}

export const isFailure = (answer: object): answer is Failure => 'error' in answer;

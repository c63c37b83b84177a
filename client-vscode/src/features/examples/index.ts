// Examples in the Test Explorer: listed as they are written, run when asked and when something is saved.
import * as vscode from 'vscode';
import type { Position } from 'vscode-languageclient';
import type { Extension } from '../../extension';
import { isFailure, type Example, type Place } from '../../protocol';
import { grouped } from '../grouped';
import { oneAtATime } from '../oneAtATime';
import { lastOf } from '../paths';
import { locationOf, rangeOf } from '../places';
import { folderLabel } from '../projects';
import { coverageOf, CriteriaCoverage } from './coverage';
import { messagesOf } from './messages';
import { byId, type Planned, planOf } from './plan';

export interface Examples {
  readonly controller: vscode.TestController;
  /** The list, once nothing is left to be asked. */
  readonly listed: () => Promise<void>;
  /** Runs what has been saved, as saving does. */
  readonly saved: () => Promise<void>;
  /** How each example that was run came out last, by the id of its item. */
  readonly outcomes: ReadonlyMap<string, string>;
  /** What the examples decide, file by file; undefined where it could not be asked. */
  readonly covered: () => Promise<readonly CriteriaCoverage[] | undefined>;
}

export function activate({ context, server }: Extension): Examples {
  const controller = vscode.tests.createTestController('medopt', 'MedOpt examples');
  /** What is shown of each example, so that a save shows only what came out otherwise. */
  const shown = new Map<string, string>();
  const outcomes = new Map<string, string>();

  const listed = oneAtATime(async () => {
    const answer = await server.ask('medopt/examples', { run: false });
    if (answer === undefined || isFailure(answer)) return;
    put(controller, controller.items, planOf(answer.examples, names));
  });

  const finish = (run: vscode.TestRun, item: vscode.TestItem, example: Example | undefined): void => {
    if (example === undefined) return run.skipped(item);
    shown.set(item.id, JSON.stringify(example));
    outcomes.set(item.id, example.outcome ?? '');
    if (example.outcome === 'passed') return run.passed(item);
    const messages = messagesOf(example).map(testMessage);
    if (example.outcome === 'failed') run.failed(item, messages);
    else run.errored(item, messages);
  };

  const show = (run: vscode.TestRun, items: readonly vscode.TestItem[], results: ReadonlyMap<string, Example>): void => {
    for (const item of items) finish(run, item, results.get(item.id));
  };

  /** Runs the items, each file whole where all of it is wanted. */
  const run = async (items: readonly vscode.TestItem[], request: vscode.TestRunRequest, cancel?: vscode.CancellationToken, beforeEnd?: (run: vscode.TestRun) => Promise<void>): Promise<void> => {
    const made = controller.createTestRun(request);
    const stop = cancel ?? made.token;
    for (const item of items) made.started(item);
    const all = leavesOf(controller.items);
    try {
      for (const { question, of } of questionsFor(items, all)) {
        if (stop.isCancellationRequested) break;
        const answer = await server.ask('medopt/examples', question, stop);
        if (stop.isCancellationRequested) break;
        const unanswered = answer === undefined ? 'The program that checks protocols is not running, or the text has changed meanwhile.' : isFailure(answer) ? answer.error : undefined;
        if (unanswered !== undefined) for (const item of of) made.errored(item, new vscode.TestMessage(unanswered));
        else if (answer !== undefined && !isFailure(answer)) show(made, of, byId(answer.examples));
      }
      made.appendOutput(summary(items.map(({ id }) => outcomes.get(id))));
      await beforeEnd?.(made);
    } finally {
      made.end();
    }
  };

  const chosen = (request: vscode.TestRunRequest): readonly vscode.TestItem[] => {
    const excluded = new Set(leavesOf(request.exclude ?? []).map(({ id }) => id));
    return leavesOf(request.include ?? controller.items).filter(({ id }) => !excluded.has(id));
  };

  const profile = controller.createRunProfile('Run Examples', vscode.TestRunProfileKind.Run, async (request, cancel) => {
    await listed();
    await run(chosen(request), request, cancel);
  }, true);

  /** Coverage is that of all examples, whichever are run: a criterion that another file's example shows is shown. */
  const covered = async (stop?: vscode.CancellationToken): Promise<readonly CriteriaCoverage[] | undefined> => {
    const answer = await server.ask('medopt/coverage', {}, stop);
    return answer === undefined ? undefined : coverageOf(answer.statements);
  };
  const cover = async (made: vscode.TestRun): Promise<void> => {
    const files = await covered(made.token);
    if (files === undefined) made.appendOutput('What the examples decide was not worked out: the program that checks protocols is not running, or the text has changed meanwhile.\r\n');
    for (const file of files ?? []) made.addCoverage(file);
  };

  const coverage = controller.createRunProfile('Show What the Examples Decide', vscode.TestRunProfileKind.Coverage, async (request, cancel) => {
    await listed();
    await run(chosen(request), request, cancel, cover);
  }, true);
  coverage.loadDetailedCoverage = (_run, file) => Promise.resolve(file instanceof CriteriaCoverage ? [...file.details] : []);

  /** After saving, and with another release: what came out otherwise than it is shown becomes one quiet run. The history holds no run in which nothing changed. */
  const saved = oneAtATime(async () => {
    await listed();
    const answer = await server.ask('medopt/examples', {});
    if (answer === undefined || isFailure(answer)) return;
    const results = byId(answer.examples);
    const others = leavesOf(controller.items).filter(({ id }) => results.has(id) && shown.get(id) !== JSON.stringify(results.get(id)));
    if (others.length === 0) return;
    const made = controller.createTestRun(new vscode.TestRunRequest(others, undefined, profile, false, true), 'After saving', false);
    show(made, others, results);
    made.end();
  });

  controller.resolveHandler = async (item) => {
    if (item === undefined) await listed();
  };
  controller.refreshHandler = () => listed();
  context.subscriptions.push(
    controller,
    server.onTold(() => void listed()),
    server.onState((state) => {
      if (state === 'running') void listed();
    }),
    vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (document.languageId !== 'medopt' || contentChanges.length === 0 || shown.size === 0 || runsOnSave()) return;
      // Nothing runs by itself: what is shown is of an older text from now on.
      controller.invalidateTestResults();
      shown.clear();
    }),
    server.onRelease(() => {
      if (shown.size > 0) void saved();
    }),
    vscode.workspace.onDidSaveTextDocument(({ languageId }) => {
      if (languageId === 'medopt' && runsOnSave()) void saved();
    }),
    vscode.commands.registerCommand('medopt.runAllExamples', async () => {
      await listed();
      if (controller.items.size === 0) return sayNone();
      await vscode.commands.executeCommand('workbench.view.testing.focus');
      await run(leavesOf(controller.items), new vscode.TestRunRequest(undefined, undefined, profile));
    }),
    vscode.commands.registerCommand('medopt.runExamples', async (_uri: string, _position: Position, places: readonly Place[]) => {
      await listed();
      const wanted = leavesOf(controller.items).filter((item) => places.some((place) => isAt(item, place)));
      if (wanted.length > 0) await run(wanted, new vscode.TestRunRequest(wanted, undefined, profile));
    }),
  );
  return { controller, listed, saved, outcomes, covered };
}

/** What stands in the output of a run. */
function summary(outcomes: readonly (string | undefined)[]): string {
  const count = (outcome: string): number => outcomes.filter((each) => each === outcome).length;
  const others = [[count('failed'), 'failed'], [count('invalid'), 'could not be run']].filter(([number]) => number !== 0).map(([number, what]) => `, ${number} ${what}`);
  return `${count('passed')} of ${outcomes.length} examples passed${others.join('')}.\r\n`;
}

const runsOnSave = (): boolean => vscode.workspace.getConfiguration('medopt').get('examples.runOnSave', true);

const names = {
  file: (uri: string, project: string | null): string => {
    const { path } = vscode.Uri.parse(uri);
    const folder = project === null ? '' : `${vscode.Uri.parse(project).path.replace(/\/$/, '')}/`;
    return project !== null && path.startsWith(folder) ? path.slice(folder.length) : lastOf(path);
  },
  project: (folder: string): string => folderLabel(vscode.Uri.parse(folder)),
};

/** Makes the items those that are planned; what stays keeps its results. */
function put(controller: vscode.TestController, items: vscode.TestItemCollection, plan: readonly Planned[]): void {
  const wanted = new Set(plan.map(({ id }) => id));
  items.forEach((item) => {
    if (!wanted.has(item.id)) items.delete(item.id);
  });
  for (const [index, { id, label, description, uri, range, children }] of plan.entries()) {
    const item = items.get(id) ?? controller.createTestItem(id, label, vscode.Uri.parse(uri));
    if (item.label !== label) item.label = label;
    if ((item.description ?? '') !== description) item.description = description;
    item.sortText = String(index).padStart(6, '0');
    const now = range === undefined ? undefined : rangeOf(range);
    if (now !== undefined && item.range?.isEqual(now) !== true) item.range = now;
    put(controller, item.children, children);
    if (items.get(id) === undefined) items.add(item);
  }
}

type Several = Iterable<readonly [string, vscode.TestItem]> | readonly vscode.TestItem[];

/** The examples below some items, or they themselves. */
function leavesOf(items: Several): readonly vscode.TestItem[] {
  return [...items].flatMap((entry) => {
    const item: vscode.TestItem = Array.isArray(entry) ? entry[1] : entry;
    return item.children.size === 0 ? [item] : leavesOf(item.children);
  });
}

interface Part {
  readonly question: { readonly textDocument?: { readonly uri: string }; readonly name?: string };
  readonly of: readonly vscode.TestItem[];
}

/** All at once, or a file at once, or one by one: the fewest questions that run no more than was asked for. */
function questionsFor(items: readonly vscode.TestItem[], all: readonly vscode.TestItem[]): readonly Part[] {
  if (items.length === all.length) return [{ question: {}, of: items }];
  const inFile = (of: readonly vscode.TestItem[]): ReadonlyMap<string, readonly vscode.TestItem[]> => grouped(of, (item) => item.uri?.toString() ?? '');
  const whole = inFile(all);
  return [...inFile(items)].flatMap(([uri, of]): readonly Part[] =>
    of.length === whole.get(uri)?.length ? [{ question: { textDocument: { uri } }, of }] : of.map((item) => ({ question: { textDocument: { uri }, name: item.label }, of: [item] })));
}

function testMessage({ text, place }: { readonly text: string; readonly place: Place }): vscode.TestMessage {
  const message = new vscode.TestMessage(new vscode.MarkdownString(text));
  message.location = locationOf(place);
  return message;
}

const isAt = (item: vscode.TestItem, { uri, range }: Place): boolean => item.uri?.toString() === vscode.Uri.parse(uri).toString() && item.range?.start.line === range.start.line;

async function sayNone(): Promise<void> {
  await vscode.window.showInformationMessage('There are no examples yet. One is written below a cohort: example "A patient who belongs" { … }.');
}

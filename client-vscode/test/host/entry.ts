// Runs in the extension host of VS Code: the tests, in mocha, with a line of JSON for whatever happens to them.
import { appendFileSync } from 'node:fs';
import { tidy } from './support';

/** What each line of the results says. */
export interface Result {
  readonly event: 'start' | 'pass' | 'fail' | 'skip' | 'end';
  readonly title?: string;
  readonly milliseconds?: number;
  readonly error?: string;
}

export async function runTests(files: Readonly<Record<string, () => unknown>>): Promise<void> {
  process.setSourceMapsEnabled(true);
  const results = process.env.MEDOPT_TEST_RESULTS ?? '';
  const say = (result: Result): void => appendFileSync(results, `${JSON.stringify(result)}\n`);
  try {
    await runMocha(files, say);
  } catch (error) {
    say({ event: 'fail', title: 'the tests are loaded', error: reason(error) });
  } finally {
    say({ event: 'end' });
  }
}

async function runMocha(files: Readonly<Record<string, () => unknown>>, say: (result: Result) => void): Promise<void> {
  const { default: Mocha } = await import('mocha');
  const grep = process.env.MEDOPT_TEST_GREP;
  // The time limit is there for what never comes: nothing is measured.
  const mocha = new Mocha({ ui: 'bdd', timeout: 60_000, reporter: 'base', ...(grep ? { grep: new RegExp(grep, 'i') } : {}) });
  mocha.rootHooks({ afterEach: tidy });
  for (const [file, load] of Object.entries(files)) {
    mocha.suite.emit('pre-require', globalThis, file, mocha);
    mocha.suite.emit('require', load(), file, mocha);
    mocha.suite.emit('post-require', globalThis, file, mocha);
  }
  await new Promise<void>((resolve) => {
    const runner = mocha.run(() => resolve());
    runner.on('test', (test) => say({ event: 'start', title: test.fullTitle() }));
    runner.on('pass', (test) => say({ event: 'pass', title: test.fullTitle(), milliseconds: test.duration ?? 0 }));
    runner.on('fail', (test, error) => say({ event: 'fail', title: test.fullTitle(), error: reason(error) }));
    runner.on('pending', (test) => say({ event: 'skip', title: test.fullTitle() }));
  });
}

function reason(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

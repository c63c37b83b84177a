// Follows the results that the tests in VS Code write, line by line, and says them.
import { readFileSync, watch } from 'node:fs';
import { say } from '../../../tests/suites/support.mjs';

/** How long no test may start or end before the run counts as hanging: more than mocha gives one test. */
const patience = 300_000;

/**
 * Counts what passed, failed and was skipped, until the results end, or `over` (a promise of a sentence) says that VS Code did, or nothing is heard for too long.
 * `failed` is called with each failure as it comes.
 */
export async function follow(file, { over, failed }) {
  const counted = { passed: 0, failed: 0, skipped: [] };
  let during = 'the start of VS Code';
  const fail = (what) => {
    counted.failed++;
    say(`  ✖ ${what}`);
    failed();
  };
  const hear = (result) => {
    if (result.event === 'start') during = result.title;
    if (result.event === 'skip') counted.skipped.push(`a test in VS Code: ${result.title}`);
    if (result.event === 'fail') fail(`${result.title}\n    ${result.error}`);
    if (result.event !== 'pass') return;
    counted.passed++;
    say(`  ✔ ${result.title} (${result.milliseconds} ms)`);
  };
  const ended = await Promise.race([over, lines(file, hear)]);
  if (ended) fail(`${ended} during: ${during}`);
  return counted;
}

/** Hears each line that is written to a file, until one says that it was the last; gives why when it never came. */
function lines(file, hear) {
  return new Promise((resolve) => {
    let read = 0;
    let silence;
    const end = (why) => {
      clearTimeout(silence);
      watching.close();
      resolve(why);
    };
    const look = () => {
      clearTimeout(silence);
      silence = setTimeout(() => end('nothing was heard any more'), patience);
      const all = readFileSync(file, 'utf8').split('\n').slice(0, -1).map((line) => JSON.parse(line));
      all.slice(read).forEach(hear);
      read = all.length;
      if (all.at(-1)?.event === 'end') end(null);
    };
    const watching = watch(file, look);
    look();
  });
}

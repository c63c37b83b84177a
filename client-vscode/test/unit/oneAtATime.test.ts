// Work that is asked for often runs once at a time, and once more after the last asking.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { oneAtATime } from '../../src/features/oneAtATime';

test('what is asked for while it runs is done once more, and the first run learns that it is out of date', async () => {
  const signals: AbortSignal[] = [];
  const ends: (() => void)[] = [];
  const work = oneAtATime((outdated) => {
    signals.push(outdated);
    return new Promise((resolve) => ends.push(resolve));
  });
  const done = work();
  assert.equal(signals[0]?.aborted, false);
  assert.equal(work(), done);
  void work();
  assert.equal(signals[0]?.aborted, true);
  assert.equal(signals.length, 1);
  ends[0]?.();
  await Promise.resolve();
  assert.equal(signals.length, 2);
  assert.equal(signals[1]?.aborted, false);
  ends[1]?.();
  await done;
  assert.equal(signals.length, 2);
  const later = work();
  assert.notEqual(later, done);
  ends[2]?.();
  await later;
});

test('a run that fails does not stop the next', async () => {
  let fails = true;
  const work = oneAtATime(async () => {
    if (fails) throw new Error('once');
  });
  await assert.rejects(work(), /once/);
  fails = false;
  await work();
});

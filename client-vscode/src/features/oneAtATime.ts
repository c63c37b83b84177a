// Work that follows what someone types: never twice at once, and always once more after the last change.

/**
 * Makes one of a piece of work that is asked for often. Asked while it runs, it runs once more at its end, however often it was asked; the signal tells the run that what it does is out of date.
 * The promise is kept when nothing is left to do.
 */
export function oneAtATime(work: (outdated: AbortSignal) => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined;
  let current = new AbortController();
  let again = false;
  const run = async (): Promise<void> => {
    try {
      do {
        again = false;
        current = new AbortController();
        await work(current.signal);
      } while (again);
    } finally {
      running = undefined;
    }
  };
  return () => {
    if (running === undefined) {
      running = run();
    } else {
      again = true;
      current.abort();
    }
    return running;
  };
}

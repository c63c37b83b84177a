// How long to wait before a server that ended is started again, and when to stop trying.

const waits = [0, 1_000, 3_000, 10_000] as const;

/** A server that has run this long is taken for a healthy one: what happened before is forgotten. */
const healthy = 3 * 60_000;

/** The endings of one server, in milliseconds of a clock. */
export interface Endings {
  readonly count: number;
  readonly last: number;
}

export const none: Endings = { count: 0, last: Number.NEGATIVE_INFINITY };

/** What to do after an ending at `now`: the milliseconds to wait for the next start, or undefined for none. */
export function afterEnding(before: Endings, now: number): { readonly endings: Endings; readonly wait: number | undefined } {
  const count = now - before.last > healthy ? 1 : before.count + 1;
  return { endings: { count, last: now }, wait: waits[count - 1] };
}

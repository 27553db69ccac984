/** The pause before a process that ended is started again, in milliseconds; it doubles each time. */
const FIRST_PAUSE_MS = 1_000;
/** A process that ends whenever it has connected is started 288 times a day so; Discord allows a bot 1,000 sessions a day. */
const LONGEST_PAUSE_MS = 300_000;

/**
 * How long to wait, in milliseconds, before a process is started again that ran for `ran` milliseconds and waited for
 * `before` before that, 0 where it was the first time. One that ran for longer than the longest pause starts anew, and
 * one that is `refused` by Discord, until somebody has done something about it, waits for the longest at once.
 */
export function nextPause(before: number, ran: number, refused = false): number {
  if (refused) return LONGEST_PAUSE_MS;
  if (before === 0 || ran >= LONGEST_PAUSE_MS) return FIRST_PAUSE_MS;
  return Math.min(before * 2, LONGEST_PAUSE_MS);
}

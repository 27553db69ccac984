/** How long to wait between attempts, in milliseconds. */
export interface Pauses {
  /** The longest pause after the first failure. */
  readonly first: number;
  /** The longest pause of all. */
  readonly longest: number;
}

/**
 * Five seconds, since Discord takes no two identifications within them; ten minutes, since an attempt that is not let
 * in identifies up to four times, so that a day stays below the 1,000 that Discord allows.
 */
export const PAUSES: Pauses = { first: 5_000, longest: 600_000 };

/**
 * How many milliseconds to wait after so many failures in a row, from 1: doubled by each until `longest`, and by chance
 * up to half of it less, so that processes that failed together do not come back together.
 * After M. Brooker, “Exponential Backoff And Jitter” (“equal jitter”), AWS Architecture Blog, 2015.
 */
export function pauseAfter(failures: number, { first, longest }: Pauses, random = Math.random): number {
  const most = Math.min(longest, first * 2 ** (failures - 1));
  return most / 2 + (random() * most) / 2;
}

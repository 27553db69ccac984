import { HYPHENS, inClass } from './characters.js';
import type { Span } from './span.js';
import type { AlignedWord } from './word-differences.js';

const HYPHEN = new RegExp(`^[${inClass(HYPHENS)}]$`);

/** True if what stands between two words joins them to a compound: one hyphen and nothing else. */
export function isJoint(gap: string): boolean {
  return HYPHEN.test(gap);
}

/** Whether the word of a list with a number is joined to the one before. */
type IsJoined = (at: number) => boolean;

/**
 * The stretches of steps that hold a compound of either list, in order and apart, `end` exclusive: “long-term” set
 * against “short-term” or “term” is one, and so are compounds that share a word.
 */
export function compoundsIn(steps: readonly AlignedWord[], a: IsJoined, b: IsJoined): Span[] {
  const found: { start: number; end: number }[] = [];
  const before: { a: number | undefined; b: number | undefined } = { a: undefined, b: undefined };
  for (const [at, step] of steps.entries()) {
    const starts = [
      ...(step.a !== null && a(step.a) ? [before.a ?? at] : []),
      ...(step.b !== null && b(step.b) ? [before.b ?? at] : []),
    ];
    if (step.a !== null) before.a = at;
    if (step.b !== null) before.b = at;
    if (starts.length === 0) continue;
    let start = Math.min(...starts);
    for (let last = found.at(-1); last && last.end > start; last = found.at(-1)) {
      start = Math.min(start, last.start);
      found.pop();
    }
    found.push({ start, end: at + 1 });
  }
  return found.filter(({ start, end }) => end - start > 1);
}

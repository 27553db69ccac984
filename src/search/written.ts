/** A form as it is written, and how often it stands. */
export type Written = readonly [surface: string, count: number];

/** A key is a name's where more than this share of its words is written with a capital. */
const NAME_SHARE = 0.7;
const CAPITAL = /^\p{Lu}/u;

/** True if most words of some forms are written with a capital: they are of a name, or part of one. */
export function isWrittenAsName(forms: Iterable<Written>): boolean {
  let [all, capitals] = [0, 0];
  for (const [surface, count] of forms) {
    all += count;
    if (CAPITAL.test(surface)) capitals += count;
  }
  return capitals > all * NAME_SHARE;
}

/** How a word with some forms is mostly written, whatever the language; empty where there are none. */
export function mostFrequentForm(forms: Iterable<Written>): string {
  const counts = new Map<string, number>();
  let [most, written] = [0, ''];
  for (const [surface, times] of forms) {
    const count = (counts.get(surface) ?? 0) + times;
    counts.set(surface, count);
    if (count > most || (count === most && surface < written)) [most, written] = [count, surface];
  }
  return written;
}

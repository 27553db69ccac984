const WORD = String.raw`[\p{L}\p{N}\p{M}_]`;
const HYPHEN = '[-‐‑]';
const APOSTROPHE = "['’‘ʼ＇]";
const INVISIBLE = String.raw`[\u00AD\u200B-\u200F\u2060\uFEFF]*`;

// What goes on before the place: letters; the first half of a compound (non-violent) or contraction; the whole
// part or the sign of a number.
const GOES_ON_BEFORE = new RegExp(
  String.raw`(?:${WORD}|${WORD}${HYPHEN}|${WORD}${APOSTROPHE}|\p{N}[.,])${INVISIBLE}$`,
  'u',
);
const SIGN_BEFORE = /(?:^|[\s(“"‘'])[-−–]$/;
// What goes on after it: letters; the other half of a compound or contraction; decimals; a percent sign.
const GOES_ON_AFTER = new RegExp(`^${INVISIBLE}(?:${WORD}|${HYPHEN}${WORD}|${APOSTROPHE}${WORD})`, 'u');
const NUMBER_GOES_ON = /^(?:[.,]\p{N}|%)/u;

/**
 * Whether `[start, end)` of `text` is made of whole words and numbers. A part of one says something else: "able"
 * of "unable", "violent" of "non-violent", "5" of "2.5" or "-5".
 */
export function isWhole(text: string, start: number, end: number): boolean {
  const [before, after] = [text.slice(Math.max(0, start - 4), start), text.slice(end, end + 4)];
  const [first, last] = [text.slice(start, start + 2), text.slice(Math.max(start, end - 2), end)];
  const startsNumber = /^\p{N}/u.test(first);
  if (/^[\p{L}\p{N}]/u.test(first) && GOES_ON_BEFORE.test(before)) return false;
  if (startsNumber && SIGN_BEFORE.test(before)) return false;
  if (/[\p{L}\p{N}\p{M}]$/u.test(last) && GOES_ON_AFTER.test(after)) return false;
  return !(/\p{N}$/u.test(last) && NUMBER_GOES_ON.test(after));
}

/** What the bytes 0x80 to 0x9F are in Windows-1252; those that it lacks are controls, which no text may have. */
const HIGH = '€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ';
/** A byte that goes on with a character of UTF-8, as Windows-1252 reads it. */
const NEXT = `[${HIGH}\u00A0-\u00BF]`;

/**
 * Characters of UTF-8 that were read as Windows-1252: Latin letters and signs in two, punctuation in three after "â€",
 * emoji in four; and other scripts where two characters stand side by side, since one alone may be what was meant, as
 * a French closing quotation mark after "é" and a hard blank.
 */
const GARBLED = new RegExp(
  `[ÂÃÄÅ]${NEXT}|â€${NEXT}?|â${NEXT}{2}|ðŸ${NEXT}{0,2}|(?:[\u00CE-\u00D9]${NEXT}){2,}|(?:[ã-ï]${NEXT}{2}){2,}`,
  'gu',
);
/** What may stand behind a capital letter that is meant: a mark that closes, a dash, a hard blank. */
const MARK = /^[ÂÃÄÅ][„“”‘’‚‹›«»…–—\u00A0]$/u;

/** Stretches of a text that were read in the wrong encoding, with their places in UTF-16 code units. */
export function* garbledIn(text: string): Generator<{ readonly at: number; readonly text: string }> {
  for (const { index, 0: found } of text.matchAll(GARBLED)) {
    // “Ä” may be quoted as a letter, or end a word in capitals.
    const isMeant =
      MARK.test(found) &&
      !/\p{Ll}/u.test(text.charAt(index - 1)) &&
      !/\p{L}/u.test(text.charAt(index + found.length));
    if (!isMeant) yield { at: index, text: found };
  }
}

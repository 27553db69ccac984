/**
 * A text of at most `limit` UTF-16 code units, cut between characters as readers count them, with an ellipsis for
 * what is left out. For our own words and what members typed, and never for words of a document.
 */
export function shorten(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const room = limit - 1;
  // Only the characters around the end matter, and no character is longer than this.
  const from = Math.max(0, room - LONGEST_CHARACTER);
  const around = text.slice(from, room + LONGEST_CHARACTER);
  let end = from;
  for (const { index } of CHARACTERS.segment(around)) if (from + index <= room) end = from + index;
  return `${text.slice(0, end)}…`;
}

const CHARACTERS = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
/** The longest that readers count as one, in UTF-16 code units: families of emoji have about 30. */
const LONGEST_CHARACTER = 200;

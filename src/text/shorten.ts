/**
 * A text of at most `limit` UTF-16 code units, cut between characters as readers count them, with an ellipsis for
 * what is left out. For our own words and what members typed, and never for words of a document.
 */
export function shorten(text: string, limit: number): string {
  if (text.length <= limit) return text;
  let short = '';
  for (const { segment } of new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(text)) {
    if (short.length + segment.length > limit - 1) break;
    short += segment;
  }
  return `${short}…`;
}

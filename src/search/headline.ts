import type { Passage } from '../corpus/passage.js';
import { foldWord } from '../text/fold.js';

/** What ends a sentence, with marks that may close after it. */
const ENDS = /[.?!…][”’"'»)\]]*$/u;

/** True if a passage is the headline of its document: its title as stated, or a first paragraph that is no sentence. */
export function isHeadline({ document, number, text }: Passage): boolean {
  if (number !== 1 || document.passages.length < 2) return false;
  const { title } = document.source;
  if (title !== undefined && foldWord(title.trim()) === foldWord(text.trim())) return true;
  return !ENDS.test(text);
}

/** No standfirst is longer, in UTF-16 code units: it is one sentence of about twenty words. */
const LONGEST_STANDFIRST = 140;

/** True if a passage is the line under a headline that says what the article does. */
export function isStandfirst({ document, number, text }: Passage): boolean {
  const [first] = document.passages;
  // A quotation is of the article itself, and so is a paragraph before nothing.
  if (number !== 2 || document.passages.length < 3 || !first || !isHeadline(first)) return false;
  return text.length <= LONGEST_STANDFIRST && !/["“”]/.test(text);
}

import { isHonorific } from '../languages/english/honorifics.js';
import { isOrdinary } from '../languages/english/wordnet/ordinary.js';
import { bareName } from '../languages/terms.js';
import type { Word } from '../text/words.js';
import type { WordStatistics } from './engine.js';

/** What must stand in the document of an answer where it was asked for: another name, or number, is another thing. */
export type HeldKind = 'name' | 'number';

const CAPITAL = /^\p{Lu}/u;
const DIGIT = /^\p{N}/u;

/**
 * For each word of a query whether it is held, and as what. Where the asker writes capitals, a name is what has one and
 * does not only begin the question; where not, what the corpus writes with one and no dictionary has. Titles and the
 * like are no part of a name.
 */
export function heldKinds(
  typed: readonly Word[],
  statistics: readonly WordStatistics[],
): (HeldKind | undefined)[] {
  const writesCapitals = typed.some(({ text, start }) => start > 0 && CAPITAL.test(text));
  return typed.map(({ text, start }, at) => {
    if (DIGIT.test(text)) return 'number';
    const folded = bareName(text);
    // A letter stands for a first name, and a title is no part of one.
    if (folded.length === 1 || isHonorific(folded)) return undefined;
    const known = statistics[at];
    const isWritten = known?.isName === true;
    if (!writesCapitals) return isWritten && !isOrdinary(folded) ? 'name' : undefined;
    if (!CAPITAL.test(text)) return undefined;
    return isWritten || (start > 0 && known?.keys.length === 0) ? 'name' : undefined;
  });
}

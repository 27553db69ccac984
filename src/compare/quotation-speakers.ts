import { isCommon } from '../languages/terms.js';
import { foldWord } from '../text/fold.js';
import { words } from '../text/words.js';
import { isName, isSameName } from '../verify/names.js';
import type { PrintedQuotation } from './printed-quotations.js';

/**
 * How those who are said to say two quotations stand to each other. `same`: by one name, or the same pronoun;
 * `open`: a pronoun or nobody beside anybody; `doubtful`: described, or of one last name with two first names;
 * `other`: two names, or he and she.
 */
export type Speakers = 'same' | 'open' | 'doubtful' | 'other';

const HE_OR_SHE = /^(?:he|she)$/;

/** Whether two quotations are by one speaker, as far as the words that name them tell. */
export function speakersOf(one: PrintedQuotation, other: PrintedQuotation): Speakers {
  const [a, b] = [foldWord(one.by), foldWord(other.by)];
  if (HE_OR_SHE.test(a) && HE_OR_SHE.test(b)) return a === b ? 'same' : 'other';
  if (isUnnamed(a) || isUnnamed(b)) return 'open';
  if (!isName(one.by) || !isName(other.by)) return 'doubtful';
  if (isSameName(one.by, other.by)) return 'same';
  const isTold = one.isBesideVerb && other.isBesideVerb;
  return lastWordOf(a) === lastWordOf(b) || !isTold ? 'doubtful' : 'other';
}

/** True for a pronoun, and where nobody is named. */
function isUnnamed(by: string): boolean {
  return by === '' || isCommon(by);
}

function lastWordOf(name: string): string {
  return words(name).at(-1)?.text ?? '';
}

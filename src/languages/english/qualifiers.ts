import { foldWord } from '../../text/fold.js';
import type { Span } from '../../text/span.js';
import { words } from '../../text/words.js';

/** What changes the meaning of a sentence, so that leaving it out of a quotation does too. */
export type Qualifier = 'negation' | 'condition' | 'number';

const NEGATIONS = new Set(
  'not no never nor neither none nobody nothing nowhere cannot without hardly barely scarcely'.split(' '),
);
const CONDITIONS = new Set('if unless provided providing assuming'.split(' '));
/** Spelled numbers that are hardly ever anything else, unlike "one" and "second". */
const NUMBER_QUALIFIERS = new Set(
  'two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds thousand thousands million millions billion billions trillion dozen dozens half'.split(
    ' ',
  ),
);

/** The English words of `text` that negate, condition or number, each with its place in `text`. */
export function qualifiersIn(text: string): (Span & { readonly qualifier: Qualifier })[] {
  return words(text).flatMap(({ text: word, start, end }) => {
    const qualifier = qualifierOf(foldWord(word));
    return qualifier ? [{ qualifier, start, end }] : [];
  });
}

function qualifierOf(folded: string): Qualifier | undefined {
  if (NEGATIONS.has(folded) || folded.endsWith("n't")) return 'negation';
  if (CONDITIONS.has(folded)) return 'condition';
  return NUMBER_QUALIFIERS.has(folded) || /\p{Nd}/u.test(folded) ? 'number' : undefined;
}

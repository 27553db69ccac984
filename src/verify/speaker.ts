import { Excerpt } from '../corpus/excerpt.js';
import { speechIn } from '../languages/english/speech.js';
import { shifted } from '../text/span.js';
import { uniqueBy } from '../text/unique-by.js';
import type { Occurrence } from './finder.js';
import { isName, isSameName } from './names.js';
import { isSaidBy } from './said-by.js';

/**
 * Who is named as saying what stands at a place, next to a verb of saying; undefined where nobody is named there,
 * as with a pronoun: whom it stands for is never guessed.
 */
export function speakerAt({ document, start, end }: Occurrence): Excerpt | undefined {
  const passage = document.passageAt(start);
  if (!passage) return undefined;
  const speech = speechIn(passage.text).find(
    ({ quotation }) =>
      quotation.innerStart <= start - passage.start && end - passage.start <= quotation.innerEnd,
  );
  if (!speech?.speaker || !isSaidBy(passage.text, speech)) return undefined;
  const { start: from, end: to } = shifted(speech.speaker, passage.start);
  const name = Excerpt.of(document, from, to);
  return isName(name.text) ? name : undefined;
}

/** What the places where words stand say of who said them. */
export interface Attribution {
  /** Those who are named there instead, each once. */
  readonly others: readonly Excerpt[];
  /** How many places name the one who is said to have said it, and how many name anybody. */
  readonly agreeing: number;
  readonly naming: number;
}

/** Holds who is said to have said something against who says it at some places. */
export function attributionAt(claimed: string, places: readonly Occurrence[]): Attribution {
  const named = places.flatMap((place) => speakerAt(place) ?? []);
  const differing = named.filter((name) => !isSameName(claimed, name.text));
  return {
    others: uniqueBy(differing, ({ text }) => text),
    agreeing: named.length - differing.length,
    naming: named.length,
  };
}

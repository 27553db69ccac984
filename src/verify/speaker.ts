import { Excerpt } from '../corpus/excerpt.js';
import type { Passage } from '../corpus/passage.js';
import { turnOf } from '../corpus/turn.js';
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
export function speakerAt(place: Occurrence): Excerpt | undefined {
  const name = sayingAt(place);
  return name && isName(name.text) ? name : undefined;
}

/** The words next to a verb of saying, or before a turn of a transcript, that tell who says what stands at a place, a pronoun too. */
export function sayingAt({ document, start, end }: Occurrence): Excerpt | undefined {
  const passage = document.passageAt(start);
  if (!passage) return undefined;
  const speech = speechIn(passage.text).find(
    ({ quotation }) =>
      quotation.innerStart <= start - passage.start && end - passage.start <= quotation.innerEnd,
  );
  if (!speech) return turnAt(passage, start);
  if (!speech.speaker || !isSaidBy(passage.text, speech)) return undefined;
  const { start: from, end: to } = shifted(speech.speaker, passage.start);
  return Excerpt.of(document, from, to);
}

/** Whose turn in a transcript the words at an offset are. */
function turnAt(passage: Passage, start: number): Excerpt | undefined {
  const turn = turnOf(passage);
  if (!turn?.speaker || start < turn.saidFrom) return undefined;
  return Excerpt.of(passage.document, turn.speaker.start, turn.speaker.end);
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

import { LRUCache } from 'lru-cache';
import { withoutHonorifics } from '../languages/english/honorifics.js';
import { withoutOwner } from '../languages/english/owner.js';
import { isPronoun } from '../languages/english/speech.js';
import { sentencesOf } from '../languages/sentences.js';
import { bareName } from '../languages/terms.js';
import { ownCopy } from '../text/own-copy.js';
import { type Span, shifted } from '../text/span.js';
import { words } from '../text/words.js';
import type { Passage } from './passage.js';
import { utterancesOf } from './utterances.js';

/** A sentence of a passage: its place there in UTF-16 code units, and the end of its words among those of the passage. */
export interface ReadSentence extends Span {
  readonly lastWord: number;
}

/** A name as folded words without endings, in order: `Mr Putin’s` is `mr`, `putin`. */
export type Name = readonly string[];

/** What a passage gives as somebody's words, in UTF-16 code units of the passage. */
export interface ReadUtterance {
  /** Who says it; none for a pronoun, and where nobody is named. */
  readonly name: Name;
  /** The same as it stands there, a pronoun too; empty where nobody is named. */
  readonly speaker: string;
  /** Its quotations, without their marks. */
  readonly quoted: readonly Span[];
  /** What stands outside of quotation marks in the sentences that say so. */
  readonly reported: readonly Span[];
}

/** The words of a name that somebody asks for: `Mr Smith` is met by Owen Smith. */
export function askedName(text: string): Name {
  return withoutHonorifics(nameOf(text));
}

/** The words of a name, folded and without the endings of a possessive. */
export function nameOf(text: string): Name {
  return words(text).map((word) => bareName(word.text));
}

/** True if a name has all words of another: a part of a name is met by the whole, and no name is met by none. */
export function isPartOf(part: Name, whole: Name): boolean {
  return part.length > 0 && part.every((word) => whole.includes(word));
}

/** What a passage takes, roughly, whose sentences and speakers are kept, in bytes. */
const BYTES_OF_A_SENTENCE = 100;
const BYTES_OF_AN_UTTERANCE = 400;
const BYTES_OF_A_STRETCH = 50;
/** A letter of a speaker stands in two strings, of two bytes each at most. */
const BYTES_OF_A_LETTER = 4;
/** What a passage takes of which anything is kept: its key, which is a hash and two numbers, and its place. */
const BYTES_OF_A_PASSAGE = 300;
/** What is kept of all passages, in bytes: some hundred thousand sentences, which is more than a day's questions read. */
const ANALYSES_BYTES = 16 * 1024 * 1024;

/** A paragraph that begins with a sign may begin with a quotation mark, of which there are many. */
const OPENS = /^[^\p{L}\p{N}]/u;

/**
 * What is read of passages when it is first asked for, and kept while there is room. A passage never changes, so
 * what is kept outlives a reload where its document does.
 */
export class Analyses {
  readonly #sentences = cache<readonly ReadSentence[]>((list) => list.length * BYTES_OF_A_SENTENCE);
  readonly #utterances = cache<readonly ReadUtterance[]>((list) =>
    list.reduce(
      (sum, { speaker, quoted, reported }) =>
        sum +
        BYTES_OF_AN_UTTERANCE +
        BYTES_OF_A_LETTER * speaker.length +
        BYTES_OF_A_STRETCH * (quoted.length + reported.length),
      0,
    ),
  );

  /** What is kept takes, about, in bytes: at most 32 MiB. */
  get keptBytes(): number {
    return this.#sentences.calculatedSize + this.#utterances.calculatedSize;
  }

  /** The sentences of a passage. */
  sentencesOf(passage: Passage): readonly ReadSentence[] {
    const key = keyOf(passage);
    const known = this.#sentences.get(key);
    if (known) return known;
    const { text } = passage;
    const starts = words(text).map(({ start }) => start);
    let lastWord = 0;
    const read = sentencesOf(text).map(({ start, end }): ReadSentence => {
      while (lastWord < starts.length && (starts[lastWord] ?? end) < end) lastWord++;
      return { start, end, lastWord };
    });
    this.#sentences.set(key, read);
    return read;
  }

  /**
   * True if somebody of this name is named next to a verb of saying, or said what goes on in this passage from the
   * one before; a pronoun is nobody's name, and `Borg’s aide` is not Borg's. A part of a name is met by the whole.
   */
  isSpeaking(passage: Passage, speaker: string): boolean {
    const wanted = askedName(speaker);
    if (!this.#utterances.has(keyOf(passage)) && !mayName(passage, wanted)) return false;
    return this.utterancesOf(passage).some(({ name }) => isPartOf(wanted, name));
  }

  /** What a passage gives as somebody's words; what goes on from the passage before keeps its speaker. */
  utterancesOf(passage: Passage): readonly ReadUtterance[] {
    const key = keyOf(passage);
    const known = this.#utterances.get(key);
    if (known) return known;
    const read = utterancesOf(passage).map(({ speaker, quoted, reported }): ReadUtterance => {
      const own = speaker ? ownCopy(passage.document.text.slice(speaker.start, speaker.end)) : '';
      return {
        name: isPronoun(own) ? [] : nameOf(withoutOwner(own)),
        speaker: own,
        quoted: quoted.map((span) => shifted(span, -passage.start)),
        reported: reported.map((span) => shifted(span, -passage.start)),
      };
    });
    this.#utterances.set(key, read);
    return read;
  }
}

/** False where a passage cannot name somebody: most do not have the name at all, which is quick to see. */
function mayName({ text, document }: Passage, name: Name): boolean {
  // Whose turn it is may stand in a paragraph before.
  if (document.hasTurns) return true;
  const last = name.at(-1);
  if (last === undefined) return false;
  return OPENS.test(text) || words(text).some((word) => bareName(word.text) === last);
}

/** What tells passages apart. It is no passage, which would keep its whole document in memory. */
function keyOf({ document, number }: Passage): string {
  return `${document.sha256} ${number}`;
}

function cache<T extends object>(sizeOf: (value: T) => number): LRUCache<string, T> {
  return new LRUCache({
    maxSize: ANALYSES_BYTES,
    sizeCalculation: (value) => BYTES_OF_A_PASSAGE + sizeOf(value),
  });
}

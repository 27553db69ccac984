import { LRUCache } from 'lru-cache';
import { speakersIn } from '../languages/english/speech.js';
import { sentencesOf } from '../languages/sentences.js';
import { bareName } from '../languages/terms.js';
import type { Span } from '../text/span.js';
import { words } from '../text/words.js';
import type { Passage } from './passage.js';
import { isContinued, speechOf } from './speech.js';

/** A sentence of a passage: its place there in UTF-16 code units, and the end of its words among those of the passage. */
export interface ReadSentence extends Span {
  readonly lastWord: number;
}

/** A name as folded words without endings: `Mr Putin’s` is `mr`, `putin`. */
type Name = ReadonlySet<string>;

/** What a passage takes, roughly, whose sentences and speakers are kept, in bytes. */
const BYTES_OF_A_SENTENCE = 100;
const BYTES_OF_A_NAME = 200;
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
  readonly #speakers = cache<readonly Name[]>((list) => list.length * BYTES_OF_A_NAME);

  /** The sentences of a passage. */
  sentencesOf(passage: Passage): readonly ReadSentence[] {
    const known = this.#sentences.get(passage);
    if (known) return known;
    const { text } = passage;
    const starts = words(text).map(({ start }) => start);
    let lastWord = 0;
    const read = sentencesOf(text).map(({ start, end }): ReadSentence => {
      while (lastWord < starts.length && (starts[lastWord] ?? end) < end) lastWord++;
      return { start, end, lastWord };
    });
    this.#sentences.set(passage, read);
    return read;
  }

  /**
   * True if somebody of this name is named next to a verb of saying, or said what goes on in this passage from the
   * one before; a pronoun is nobody's name. A part of a name is met by the whole.
   */
  isSpeaking(passage: Passage, speaker: string): boolean {
    const wanted = words(speaker).map((word) => bareName(word.text));
    const last = wanted.at(-1);
    if (last === undefined) return false;
    // Most passages do not have the name at all, which is quicker to see than who speaks in them.
    const isLikely = () =>
      OPENS.test(passage.text) || words(passage.text).some((word) => bareName(word.text) === last);
    if (!this.#speakers.has(passage) && !isLikely()) return false;
    return this.#speakersOf(passage).some((name) => wanted.every((word) => name.has(word)));
  }

  #speakersOf(passage: Passage): readonly Name[] {
    const known = this.#speakers.get(passage);
    if (known) return known;
    const { text, document } = passage;
    const names = speakersIn(text);
    if (OPENS.test(text) && isContinued(passage)) {
      const continued = speechOf(passage).flatMap((speech) => speech.speaker ?? []);
      names.push(...continued.map(({ start, end }) => document.text.slice(start, end)));
    }
    const read = names.map((name): Name => new Set(words(name).map((word) => bareName(word.text))));
    this.#speakers.set(passage, read);
    return read;
  }
}

function cache<T extends object>(sizeOf: (value: T) => number): LRUCache<Passage, T> {
  return new LRUCache({
    maxSize: ANALYSES_BYTES,
    sizeCalculation: (value) => BYTES_OF_A_SENTENCE + sizeOf(value),
  });
}

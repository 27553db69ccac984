import { languageOf } from '../../languages/index.js';
import { COMMON_SIGN, keyOf } from '../../languages/terms.js';
import { foldWord } from '../../text/fold.js';
import { idf } from '../bm25.js';
import type { WordStatistics } from '../engine.js';
import type { Lexicon } from '../lexicon.js';
import { isWrittenAsName } from '../written.js';
import type { FormCount, WordRecord, WordRecords } from './word-records.js';

/** No more compounds of a noun are looked for: they are the first in order of what they are. */
const MOST_COMPOUNDS = 100;
const MAY_BE_PART = /^[\uAC00-\uD7A3]{2,}$/;

/** What is known of words, of all of a corpus and not of a shard, in numbers of a lexicon. */
export class WordsKnown {
  constructor(
    private readonly records: WordRecords,
    private readonly lexicon: Lexicon,
    /** How the languages of the corpus are read (see `readAs`). */
    private readonly languages: readonly string[],
    private readonly passages: number,
  ) {}

  /** What is known of words, in their order. */
  async statistics(words: readonly string[]): Promise<WordStatistics[]> {
    const keysOf = words.map((word) => this.#keysOf(word));
    const keys = [...new Set(keysOf.flat())];
    const [ofWords, ofKeys, compounds] = await Promise.all([
      this.records.words(words.map(foldWord)),
      this.records.keys(keys),
      Promise.all(words.map((word) => this.#compoundsOf(word))),
    ]);
    const byKey = new Map(keys.map((key, at) => [key, ofKeys[at]]));
    return words.map((word, at) => {
      const own = (keysOf[at] ?? []).flatMap((key) => this.#known(key, byKey.get(key)));
      return this.#statistics(word, ofWords[at], own, compounds[at] ?? []);
    });
  }

  /** In how many passages keys stand, in their order. */
  async frequencies(keys: readonly number[]): Promise<number[]> {
    const records = await this.records.keys(keys.map((key) => this.lexicon.keyAt(key)));
    return records.map(({ count }) => count);
  }

  /** How much keys say, in their order. */
  async weights(keys: readonly number[]): Promise<number[]> {
    return (await this.frequencies(keys)).map((having) => idf(this.passages, having));
  }

  #keysOf(word: string): string[] {
    return [...new Set(this.languages.map((tag) => keyOf(word, languageOf(tag))))];
  }

  async #compoundsOf(word: string): Promise<KnownKey[]> {
    const part = keyOf(word);
    if (part.startsWith(COMMON_SIGN) || !MAY_BE_PART.test(part)) return [];
    const keys = await this.records.compounds(part, MOST_COMPOUNDS);
    const records = await this.records.keys(keys);
    return keys.flatMap((key, at) => this.#known(key, records[at]));
  }

  /** A key that some passage has, with its number. */
  #known(key: string, record: WordRecord | undefined): KnownKey[] {
    if (!record || record.count === 0) return [];
    const [first] = enter(this.lexicon, record.forms);
    return first === undefined ? [] : [{ key, number: this.lexicon.keyOf(first), record }];
  }

  #statistics(
    word: string,
    record: WordRecord | undefined,
    own: readonly KnownKey[],
    compounds: readonly KnownKey[],
  ): WordStatistics {
    // What a word says is what it says by itself, however rare what is made of it.
    const keys = own.length > 0 ? own : compounds;
    const weights = keys.map((one) => idf(this.passages, one.record.count));
    const stands = record !== undefined && record.count > 0;
    if (stands) enter(this.lexicon, record.forms);
    return {
      keys: [...new Set([...inOrder(own), ...inOrder(compounds)].map(({ number }) => number))],
      word: stands ? this.lexicon.wordNumber(word) : undefined,
      weight: keys.length === 0 ? idf(this.passages, 0) : Math.max(...weights),
      isName: keys.some((one) =>
        isWrittenAsName(one.record.forms.map(([surface, , count]) => [surface, count] as const)),
      ),
    };
  }
}

interface KnownKey {
  readonly key: string;
  readonly number: number;
  readonly record: WordRecord;
}

function inOrder(keys: readonly KnownKey[]): KnownKey[] {
  return keys.toSorted((a, b) => (a.key < b.key ? -1 : Number(a.key > b.key)));
}

/** Enters forms in a lexicon: their numbers. */
function enter(lexicon: Lexicon, forms: readonly FormCount[]): number[] {
  return forms.map(([surface, language]) => lexicon.enter(surface, languageOf(language)));
}

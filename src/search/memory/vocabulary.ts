import { entry } from '../../text/entry.js';
import { foldWord } from '../../text/fold.js';
import { createPace, type Pace } from '../../text/pace.js';
import type { Lexicon } from '../lexicon.js';
import { Closeness, guessable } from '../spelling.js';
import { isWrittenAsName, mostFrequentForm, type Written } from '../written.js';

/**
 * The words of one revision of a corpus: those of a lexicon, and how often the corpus has each form. What only
 * earlier revisions had is in the lexicon still, and is no word of this one.
 */
export class Vocabulary {
  /** The numbers of the folded words that begin with a letter, by that letter and the one after it. */
  #byBeginning: Promise<ReadonlyMap<string, readonly number[]>> | undefined;

  /** `counts` has how often each form stands in the corpus; a form that it does not reach stands nowhere. */
  constructor(
    private readonly lexicon: Lexicon,
    private readonly counts: Uint32Array,
  ) {}

  /** The number of a word that the corpus has, case and accents apart; undefined where it has not. */
  numberOf(word: string): number | undefined {
    const number = this.lexicon.wordNumber(word);
    return number !== undefined && this.#stands(number) ? number : undefined;
  }

  /** The forms of a word that the corpus has. */
  formsOf(word: number): number[] {
    return [...this.lexicon.formsOfWord(word)].filter((form) => this.#countOf(form) > 0);
  }

  /** True if the corpus writes most words of a key with a capital: it is of a name, or part of one. */
  isName(key: number): boolean {
    return isWrittenAsName(this.#written(this.lexicon.formsOfKey(key)));
  }

  /** Up to `limit` telling words that begin with `prefix` (case and accents apart), the most frequent first. */
  async startingWith(prefix: string, limit: number): Promise<string[]> {
    const begun = foldWord(prefix);
    const fits: number[] = [];
    for (const [beginning, numbers] of await this.#beginnings()) {
      const long = begun.length >= beginning.length;
      if (long ? !begun.startsWith(beginning) : !beginning.startsWith(begun)) continue;
      for (const number of numbers) if (this.lexicon.wordAt(number).startsWith(begun)) fits.push(number);
    }
    return this.#mostFrequent(fits, limit);
  }

  /** Up to `limit` telling words close in spelling to `word`. Two letters that changed places are one edit. */
  async closeTo(word: string, limit: number): Promise<string[]> {
    const wanted = guessable(word);
    if (wanted === undefined) return [];
    const near: [number[], number[]] = [[], []];
    const closeness = new Closeness(wanted);
    for (const numbers of (await this.#beginnings()).values()) {
      for (const number of numbers) {
        const edits = closeness.of(this.lexicon.wordAt(number));
        if (edits !== undefined) near[edits - 1]?.push(number);
      }
    }
    return near.flatMap((numbers) => this.#mostFrequent(numbers)).slice(0, limit);
  }

  #countOf(form: number): number {
    return form < this.counts.length ? entry(this.counts, form) : 0;
  }

  #stands(word: number): boolean {
    for (const form of this.lexicon.formsOfWord(word)) if (this.#countOf(form) > 0) return true;
    return false;
  }

  #isTelling(word: number): boolean {
    for (const form of this.lexicon.formsOfWord(word)) {
      if (this.#countOf(form) > 0 && !this.lexicon.isCommonForm(form)) return true;
    }
    return false;
  }

  /** The telling words of the corpus by their first two letters, read when first asked for. */
  #beginnings(): Promise<ReadonlyMap<string, readonly number[]>> {
    this.#byBeginning ??= this.#readBeginnings(createPace());
    return this.#byBeginning;
  }

  async #readBeginnings(pace: Pace): Promise<ReadonlyMap<string, readonly number[]>> {
    const byBeginning = new Map<string, number[]>();
    for (let word = 0; word < this.lexicon.size.words; word++) {
      await pace();
      if (!this.#isTelling(word)) continue;
      const beginning = this.lexicon.wordAt(word).slice(0, 2);
      const numbers = byBeginning.get(beginning);
      if (numbers) numbers.push(word);
      else byBeginning.set(beginning, [word]);
    }
    return byBeginning;
  }

  /** Each word in the form that the corpus has most often, the most frequent word first, the first in order of equals. */
  #mostFrequent(numbers: readonly number[], limit = numbers.length): string[] {
    return numbers
      .map((number) => ({ number, count: this.#countOfWord(number), word: this.lexicon.wordAt(number) }))
      .sort((a, b) => b.count - a.count || (a.word < b.word ? -1 : 1))
      .slice(0, limit)
      .map(({ number }) => this.#mostFrequentForm(number));
  }

  #countOfWord(word: number): number {
    let all = 0;
    for (const form of this.lexicon.formsOfWord(word)) all += this.#countOf(form);
    return all;
  }

  /** How a word is mostly written, whatever the language. */
  #mostFrequentForm(word: number): string {
    return mostFrequentForm(this.#written(this.lexicon.formsOfWord(word)));
  }

  /** Forms as they are written, and how often each stands. */
  *#written(forms: Iterable<number>): Generator<Written> {
    for (const form of forms) yield [this.lexicon.surfaceOf(form), this.#countOf(form)];
  }
}

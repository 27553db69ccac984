import type { Language } from '../languages/language.js';
import { COMMON_SIGN, keyOf } from '../languages/terms.js';
import { foldWord } from '../text/fold.js';
import { Compounds } from './compounds.js';
import { NumberList } from './number-list.js';

/** Where a list of forms ends, which links each form to the one before it. */
const END = 0xffff_ffff;

/**
 * Numbers for words, so that texts can be kept and compared as numbers. A *form* is a word as it is written in a
 * language, a *word* is a form without what readers and outlets vary (see `foldWord`), a *key* is what the forms of
 * a word have in common (see `keyOf`). Each is numbered from 0 in the order in which it is first met; nothing is
 * ever taken out or renumbered, so that what was read before a reload can be compared with what is read after it.
 */
export class Lexicon {
  readonly #formNumbers = new Map<Language, Map<string, number>>();
  readonly #surfaces: string[] = [];
  readonly #wordOfForm = new NumberList();
  readonly #keyOfForm = new NumberList();
  readonly #wordNumbers = new Map<string, number>();
  readonly #words: string[] = [];
  readonly #keyNumbers = new Map<string, number>();
  readonly #keys: string[] = [];
  readonly #compounds = new Compounds();
  /** For each word, and for each key, its last form; for each form, the one before it of the same word or key. */
  readonly #lastOfWord = new NumberList();
  readonly #beforeInWord = new NumberList();
  readonly #lastOfKey = new NumberList();
  readonly #beforeInKey = new NumberList();

  /** The number of a form, which is entered where it is new. */
  enter(surface: string, language: Language): number {
    let forms = this.#formNumbers.get(language);
    if (!forms) {
      forms = new Map();
      this.#formNumbers.set(language, forms);
    }
    const known = forms.get(surface);
    if (known !== undefined) return known;
    const form = this.#newForm(surface, language);
    forms.set(surface, form);
    return form;
  }

  /** How many forms, words and keys there are. */
  get size(): { readonly forms: number; readonly words: number; readonly keys: number } {
    return { forms: this.#surfaces.length, words: this.#words.length, keys: this.#keys.length };
  }

  /** A form as it is written. */
  surfaceOf(form: number): string {
    return known(this.#surfaces[form], form);
  }

  wordOf(form: number): number {
    return this.#wordOfForm.at(form);
  }

  keyOf(form: number): number {
    return this.#keyOfForm.at(form);
  }

  /** A word with this number, folded. */
  wordAt(word: number): string {
    return known(this.#words[word], word);
  }

  /** The key with this number. */
  keyAt(key: number): string {
    return known(this.#keys[key], key);
  }

  /** Orders keys by what they are and not by when they were met, which a reload changes. */
  compareKeys(a: number, b: number): number {
    const [first, second] = [this.keyAt(a), this.keyAt(b)];
    return first < second ? -1 : Number(first > second);
  }

  /** True if a key is of function words alone. */
  isCommonKey(key: number): boolean {
    return this.keyAt(key).startsWith(COMMON_SIGN);
  }

  /** The number of a word, case and accents apart; undefined where no text has had it. */
  wordNumber(word: string): number | undefined {
    return this.#wordNumbers.get(foldWord(word));
  }

  /** The numbers of the keys that a word may have, one for each of some languages at most; of all that were met without these. */
  keysFor(word: string, languages: Iterable<Language> = this.#formNumbers.keys()): number[] {
    const keys = new Set<number>();
    for (const language of languages) {
      const number = this.#keyNumbers.get(keyOf(word, language));
      if (number !== undefined) keys.add(number);
    }
    return [...keys].sort((a, b) => this.compareKeys(a, b));
  }

  /** The numbers of the keys of compounds that a word is a part of (see `Compounds`), in order of what they are. */
  compoundsOf(word: string): number[] {
    return this.#compounds.of(keyOf(word)).sort((a, b) => this.compareKeys(a, b));
  }

  /** The forms of a word, the last first. */
  *formsOfWord(word: number): Generator<number> {
    for (let form = this.#lastOfWord.at(word); form !== END; form = this.#beforeInWord.at(form)) yield form;
  }

  /** The forms that have a key, the last first. */
  *formsOfKey(key: number): Generator<number> {
    for (let form = this.#lastOfKey.at(key); form !== END; form = this.#beforeInKey.at(form)) yield form;
  }

  #newForm(surface: string, language: Language): number {
    const form = this.#surfaces.push(surface) - 1;
    const word = numbered(foldWord(surface), this.#wordNumbers, this.#words, this.#lastOfWord);
    const keysBefore = this.#keys.length;
    const key = numbered(keyOf(surface, language), this.#keyNumbers, this.#keys, this.#lastOfKey);
    if (key === keysBefore) this.#compounds.add(this.keyAt(key), key);
    this.#wordOfForm.push(word);
    this.#keyOfForm.push(key);
    this.#beforeInWord.push(this.#lastOfWord.at(word));
    this.#lastOfWord.set(word, form);
    this.#beforeInKey.push(this.#lastOfKey.at(key));
    this.#lastOfKey.set(key, form);
    return form;
  }

  /** True if a form carries little by itself. */
  isCommonForm(form: number): boolean {
    return this.isCommonKey(this.keyOf(form));
  }
}

/** The number of `text` among `texts`, entered where it is new, without a form yet. */
function numbered(text: string, numbers: Map<string, number>, texts: string[], last: NumberList): number {
  const number = numbers.get(text);
  if (number !== undefined) return number;
  numbers.set(text, texts.length);
  last.push(END);
  return texts.push(text) - 1;
}

function known(text: string | undefined, number: number): string {
  if (text === undefined) throw new RangeError(`The lexicon has no number ${number}`);
  return text;
}

import { distance } from 'fastest-levenshtein';
import type { Language } from '../languages/index.js';
import { isCommon, keyOf } from '../languages/terms.js';
import { foldWord } from '../text/fold.js';

/** A word of the corpus as it stands there, and the numbers of what it is compared by. */
export interface Form {
  readonly surface: string;
  /** The number of its folded word. */
  readonly word: number;
  /** The number of its key; forms of one word have one key (see `text/terms.ts`). */
  readonly key: number;
  /** Whether it carries little by itself. */
  readonly common: boolean;
  /** How often it stands in the corpus. */
  count: number;
}

/** A folded word, and the forms in which the corpus has it. */
interface Word {
  readonly folded: string;
  readonly key: number;
  /** Whether it carries little by itself. */
  readonly common: boolean;
  readonly forms: Form[];
}

/** Shorter words are near too many others for a guess to be worth making. */
const MIN_GUESSED_LENGTH = 4;
/** A key is a name's where more than this share of its words is written with a capital. */
const NAME_SHARE = 0.7;
const CAPITAL = /^\p{Lu}/u;

/** Every word that the passages of a corpus use, and the keys of these words, both numbered from 0. */
export class Vocabulary {
  /** By language, since one spelling may be a word of several. */
  readonly #forms = new Map<Language, Map<string, Form>>();
  readonly #wordNumbers = new Map<string, number>();
  readonly #words: Word[] = [];
  readonly #keyNumbers = new Map<string, number>();
  readonly #keys: string[] = [];
  /** By key: 1 where every form of it carries little by itself. */
  readonly #commonKeys: number[] = [];
  /** By key: the forms that have it. */
  readonly #keyForms: Form[][] = [];

  /** Counts one word of a passage in a language. */
  enter(surface: string, language: Language): Form {
    const forms = this.#forms.get(language) ?? new Map<string, Form>();
    if (forms.size === 0) this.#forms.set(language, forms);
    let form = forms.get(surface);
    if (form === undefined) {
      form = this.#newForm(surface, language);
      forms.set(surface, form);
    }
    form.count++;
    return form;
  }

  /** How many keys there are. */
  get size(): number {
    return this.#keys.length;
  }

  /** The number of a key, or undefined where no passage has it. */
  keyNumber(key: string): number | undefined {
    return this.#keyNumbers.get(key);
  }

  /** The numbers of the keys that a word may have, one for each language of the corpus at most. */
  keysFor(word: string): number[] {
    const keys = new Set<number>();
    for (const language of this.#forms.keys()) {
      const number = this.#keyNumbers.get(keyOf(word, language));
      if (number !== undefined) keys.add(number);
    }
    return [...keys];
  }

  /** The number of a word, case and accents apart; undefined where no passage has it. */
  wordNumber(word: string): number | undefined {
    return this.#wordNumbers.get(foldWord(word));
  }

  /** The key with this number. */
  keyAt(number: number): string {
    return this.#keys[number] ?? '';
  }

  /** Whether a key is of function words alone. */
  isCommonKey(number: number): boolean {
    return this.#commonKeys[number] === 1;
  }

  /** Whether the corpus writes most words of a key with a capital: it is of a name, or part of one. */
  isName(key: number): boolean {
    const forms = this.#keyForms[key] ?? [];
    const total = (list: readonly Form[]) => list.reduce((sum, { count }) => sum + count, 0);
    return total(forms.filter(({ surface }) => CAPITAL.test(surface))) > total(forms) * NAME_SHARE;
  }

  /** Whether the corpus uses this word, case and accents apart. */
  has(word: string): boolean {
    return this.#wordNumbers.has(foldWord(word));
  }

  /** The words of the corpus that are forms of this one, the most frequent first. */
  formsOf(word: string): string[] {
    const keys = new Set(this.keysFor(word));
    return mostFrequent(this.#words.filter(({ key }) => keys.has(key)));
  }

  /** Up to `limit` words that begin with `prefix` (case and accents apart), the most frequent first. */
  startingWith(prefix: string, limit: number): string[] {
    const begun = foldWord(prefix);
    return mostFrequent(
      this.#words.filter(({ folded, common }) => !common && folded.startsWith(begun)),
    ).slice(0, limit);
  }

  /**
   * Up to `limit` words close in spelling to `word`: within one edit, or two from seven letters on. Two letters
   * that changed places are one.
   */
  closeTo(word: string, limit: number): string[] {
    const wanted = foldWord(word);
    if (wanted.length < MIN_GUESSED_LENGTH) return [];
    const reach = wanted.length < 7 ? 1 : 2;
    const near: Word[][] = [[], []];
    for (const entry of this.#words) {
      if (entry.common || Math.abs(entry.folded.length - wanted.length) > reach) continue;
      const edits = isTransposed(entry.folded, wanted) ? 1 : distance(entry.folded, wanted);
      if (edits > 0 && edits <= reach) near[edits - 1]?.push(entry);
    }
    return near.flatMap(mostFrequent).slice(0, limit);
  }

  #newForm(surface: string, language: Language): Form {
    const folded = foldWord(surface);
    const common = isCommon(surface, language);
    const key = this.#enterKey(keyOf(surface, language), common);
    let word = this.#wordNumbers.get(folded);
    if (word === undefined) {
      word = this.#words.push({ folded, key, common, forms: [] }) - 1;
      this.#wordNumbers.set(folded, word);
    }
    const form = { surface, word, key, common, count: 0 };
    this.#words[word]?.forms.push(form);
    this.#keyForms[key]?.push(form);
    return form;
  }

  #enterKey(key: string, common: boolean): number {
    let number = this.#keyNumbers.get(key);
    if (number === undefined) {
      number = this.#keys.push(key) - 1;
      this.#keyNumbers.set(key, number);
      this.#commonKeys.push(1);
      this.#keyForms.push([]);
    }
    if (!common) this.#commonKeys[number] = 0;
    return number;
  }
}

/** Whether two letters beside each other changed places, and nothing else. */
export function isTransposed(a: string, b: string): boolean {
  if (a.length !== b.length || a === b) return false;
  let at = 0;
  while (a[at] === b[at]) at++;
  return a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2);
}

/** Each word in the form that the corpus has most often, the most frequent word first. */
function mostFrequent(list: readonly Word[]): string[] {
  const counted = list.map(({ forms }) => ({
    surface: forms.reduce((most, form) => (form.count > most.count ? form : most)).surface,
    count: forms.reduce((sum, { count }) => sum + count, 0),
  }));
  return counted.sort((a, b) => b.count - a.count).map(({ surface }) => surface);
}

import { distance } from 'fastest-levenshtein';
import { foldWord } from '../text/fold.js';
import { isCommon, keyOf } from '../text/terms.js';

/** A word of the corpus as it stands there, and how it is compared. */
export interface Form {
  readonly surface: string;
  readonly folded: string;
  /** The number of its key; forms of one word have one key (see `text/terms.ts`). */
  readonly key: number;
  /** Whether it carries little by itself. */
  readonly common: boolean;
  /** How often it stands in the corpus. */
  count: number;
}

/** Shorter words are near too many others for a guess to be worth making. */
const MIN_GUESSED_LENGTH = 4;

/** Every word that the passages of a corpus use, and the keys of these words, numbered from 0. */
export class Vocabulary {
  readonly #forms = new Map<string, Form>();
  readonly #keyNumbers = new Map<string, number>();
  readonly #keys: string[] = [];
  /** By key: 1 where every form of it carries little by itself. */
  readonly #commonKeys: number[] = [];
  /** One form for each folded word, in order of the folded words; made when first asked for. */
  #sorted: Form[] | undefined;

  /** Counts one word of a passage. */
  enter(surface: string): Form {
    let form = this.#forms.get(surface);
    if (form === undefined) {
      const common = isCommon(surface);
      form = {
        surface,
        folded: foldWord(surface),
        key: this.#enterKey(keyOf(surface), common),
        common,
        count: 0,
      };
      this.#forms.set(surface, form);
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

  /** The key with this number. */
  keyAt(number: number): string {
    return this.#keys[number] ?? '';
  }

  /** Whether a key is of function words alone. */
  isCommonKey(number: number): boolean {
    return this.#commonKeys[number] === 1;
  }

  /** Whether the corpus uses this word, case and accents apart. */
  has(word: string): boolean {
    const folded = foldWord(word);
    return this.#words()[this.#firstFrom(folded)]?.folded === folded;
  }

  /** The words of the corpus that have this key, the most frequent first. */
  formsOf(key: string): string[] {
    const number = this.#keyNumbers.get(key);
    const forms = number === undefined ? [] : this.#words().filter((form) => form.key === number);
    return byCount(forms).map(({ surface }) => surface);
  }

  /** Up to `limit` words that begin with `prefix` (case and accents apart), the most frequent first. */
  startingWith(prefix: string, limit: number): string[] {
    const folded = foldWord(prefix);
    const found: Form[] = [];
    for (let at = this.#firstFrom(folded); this.#words()[at]?.folded.startsWith(folded); at++) {
      const form = this.#words()[at];
      if (form && !form.common) found.push(form);
    }
    return byCount(found)
      .slice(0, limit)
      .map(({ surface }) => surface);
  }

  /** Up to `limit` words close in spelling to `word`: within one edit, or two from seven letters on. */
  closeTo(word: string, limit: number): string[] {
    const folded = foldWord(word);
    if (folded.length < MIN_GUESSED_LENGTH) return [];
    const reach = folded.length < 7 ? 1 : 2;
    const found: { form: Form; edits: number }[] = [];
    for (const form of this.#words()) {
      if (form.common || Math.abs(form.folded.length - folded.length) > reach) continue;
      const edits = distance(form.folded, folded);
      if (edits > 0 && edits <= reach) found.push({ form, edits });
    }
    found.sort((a, b) => a.edits - b.edits || b.form.count - a.form.count);
    return found.slice(0, limit).map(({ form }) => form.surface);
  }

  #enterKey(key: string, common: boolean): number {
    let number = this.#keyNumbers.get(key);
    if (number === undefined) {
      number = this.#keys.push(key) - 1;
      this.#keyNumbers.set(key, number);
      this.#commonKeys.push(1);
    }
    if (!common) this.#commonKeys[number] = 0;
    return number;
  }

  /** One form for each folded word, in order of the folded words: the most frequent, with the count of all. */
  #words(): readonly Form[] {
    if (this.#sorted) return this.#sorted;
    const byFolded = new Map<string, Form>();
    for (const form of byCount([...this.#forms.values()])) {
      const known = byFolded.get(form.folded);
      if (known) known.count += form.count;
      else byFolded.set(form.folded, { ...form });
    }
    this.#sorted = [...byFolded.values()].sort((a, b) => (a.folded < b.folded ? -1 : 1));
    return this.#sorted;
  }

  /** The place of the first word that is not before `folded`. */
  #firstFrom(folded: string): number {
    const sorted = this.#words();
    let low = 0;
    let high = sorted.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((sorted[middle]?.folded ?? '') < folded) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

function byCount(forms: Form[]): Form[] {
  return forms.sort((a, b) => b.count - a.count);
}

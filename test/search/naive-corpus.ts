import { distance } from 'fastest-levenshtein';
import type { Document } from '../../src/corpus/document.js';
import type { Passage } from '../../src/corpus/passage.js';
import { languageOf } from '../../src/languages/index.js';
import { isCommon, keyOf } from '../../src/languages/terms.js';
import { foldWord } from '../../src/text/fold.js';
import { words } from '../../src/text/words.js';

/** A word of a passage, read as an engine must read it. */
interface NaiveWord {
  readonly surface: string;
  readonly folded: string;
  readonly key: string;
  readonly common: boolean;
}

/** A passage and its words. */
interface NaivePassage {
  readonly passage: Passage;
  readonly words: readonly NaiveWord[];
}

/**
 * What any engine must answer, found by going through every word of every passage each time: no index, no numbers,
 * nothing remembered.
 */
export class NaiveCorpus {
  readonly passages: readonly NaivePassage[];

  constructor(readonly documents: readonly Document[]) {
    this.passages = documents.flatMap((document) =>
      document.passages.map((passage) => ({ passage, words: readWords(passage) })),
    );
  }

  get averageLength(): number {
    const all = this.passages.flatMap((one) => one.words).filter(({ common }) => !common);
    return Math.max(1, all.length / Math.max(1, this.passages.length));
  }

  having(key: string): NaivePassage[] {
    return this.passages.filter((one) => one.words.some((word) => word.key === key));
  }

  weight(key: string): number {
    const having = this.having(key).length;
    return Math.log(1 + (this.passages.length - having + 0.5) / (having + 0.5));
  }

  keysFor(word: string): string[] {
    const languages = this.documents.map(({ source }) => languageOf(source.language));
    const keys = new Set(languages.map((language) => keyOf(word, language)));
    return [...keys].filter((key) => this.having(key).length > 0).sort();
  }

  has(word: string): boolean {
    return this.#all.some(({ folded }) => folded === foldWord(word));
  }

  isName(word: string): boolean {
    return this.keysFor(word).some((key) => {
      const forms = this.#all.filter((one) => one.key === key);
      const capitals = forms.filter(({ surface }) => /^\p{Lu}/u.test(surface));
      return capitals.length > forms.length * 0.7;
    });
  }

  /** The passages in which a row begins that may go on in those after. */
  phrase(row: readonly string[]): string[] {
    const wanted = row.map(foldWord);
    if (wanted.length === 0) return [];
    const found: string[] = [];
    for (const document of this.documents) {
      const all = this.passages
        .filter(({ passage }) => passage.document === document)
        .flatMap((one) => one.words.map(({ folded }) => ({ folded, id: one.passage.id })));
      for (const [at, { id }] of all.entries()) {
        if (wanted.every((word, step) => all[at + step]?.folded === word)) found.push(id);
      }
    }
    return [...new Set(found)];
  }

  /** The likeness of every passage of another document that has a telling word of this one. */
  alike(passage: Passage): Map<string, number> {
    const own = this.#telling(passage);
    const found = new Map<string, number>();
    for (const other of this.passages) {
      if (other.passage.document === passage.document) continue;
      const keys = this.#telling(other.passage);
      const common = keys.filter((key) => own.includes(key));
      const likeness = this.#squares(common) / Math.sqrt(this.#squares(own) * this.#squares(keys));
      if (common.length > 0) found.set(other.passage.id, likeness);
    }
    return found;
  }

  /** How often passages of other documents have three words in a row of `stretches`, those three times or more, most first. */
  printing(passage: Passage, stretches: readonly (readonly string[])[]): string[] {
    const times = new Map<string, number>();
    for (const row of stretches.flatMap((stretch) => rowsOf(stretch.map(foldWord)))) {
      times.set(row, (times.get(row) ?? 0) + 1);
    }
    return this.passages
      .filter((other) => other.passage.document !== passage.document)
      .map((other) => {
        const there = rowsOf(other.words.map(({ folded }) => folded));
        const most = [...times].map(([row, here]) => {
          const count = there.filter((one) => one === row).length;
          return count === 0 ? 0 : Math.max(here, count);
        });
        return { id: other.passage.id, rows: most.reduce((sum, one) => sum + one, 0) };
      })
      .filter(({ rows }) => rows >= 3)
      .sort((a, b) => b.rows - a.rows)
      .map(({ id }) => id);
  }

  /** The share of a claim's weight that a passage and its neighbours have, for those that have a telling word of it. */
  near(claim: readonly { text: string; weight: number }[]): Map<string, number> {
    const keys = claim.flatMap(({ text }) => this.keysFor(text));
    const telling = keys.filter((key) => !key.startsWith('_'));
    const wanted = telling.length > 0 ? telling : keys;
    const whole = claim.reduce((sum, { weight }) => sum + weight, 0);
    const found = new Map<string, number>();
    for (const [at, { passage, words: own }] of this.passages.entries()) {
      if (!own.some(({ key }) => wanted.includes(key))) continue;
      const around = this.passages.slice(Math.max(0, at - 1), at + 2);
      const there = around
        .filter((one) => one.passage.document === passage.document)
        .flatMap((one) => one.words.map(({ key }) => key));
      const met = claim.flatMap(({ text, weight }) =>
        this.keysFor(text).map((key) => (there.includes(key) ? weight : 0)),
      );
      found.set(passage.id, met.reduce((sum, one) => sum + one, 0) / whole);
    }
    return found;
  }

  startingWith(prefix: string): string[] {
    const begun = foldWord(prefix);
    return this.#mostFrequent((folded) => folded.startsWith(begun) && this.#isTelling(folded));
  }

  closeTo(word: string): string[] {
    const wanted = foldWord(word);
    if (wanted.length < 4) return [];
    const edits = (folded: string) => (areSwapped(folded, wanted) ? 1 : distance(folded, wanted));
    const close = (most: number) =>
      this.#mostFrequent((folded) => this.#isTelling(folded) && edits(folded) === most);
    return wanted.length < 7 ? close(1) : [...close(1), ...close(2)];
  }

  get #all(): NaiveWord[] {
    return this.passages.flatMap((one) => one.words);
  }

  #isTelling(folded: string): boolean {
    return this.#all.some((one) => one.folded === folded && !one.common);
  }

  #telling(passage: Passage): string[] {
    const all = readWords(passage).filter(({ common }) => !common);
    return [...new Set(all.map(({ key }) => key))];
  }

  #squares(keys: readonly string[]): number {
    return keys.reduce((sum, key) => sum + this.weight(key) ** 2, 0);
  }

  /** Some words, the most frequent first, each in its most frequent form. */
  #mostFrequent(wanted: (folded: string) => boolean): string[] {
    const counts = new Map<string, { all: number; forms: Map<string, number> }>();
    for (const { folded, surface } of this.#all) {
      if (!wanted(folded)) continue;
      const count = counts.get(folded) ?? { all: 0, forms: new Map() };
      count.all++;
      count.forms.set(surface, (count.forms.get(surface) ?? 0) + 1);
      counts.set(folded, count);
    }
    return [...counts]
      .sort(([x, a], [y, b]) => b.all - a.all || (x < y ? -1 : 1))
      .map(([, { forms }]) => {
        const [first] = [...forms].sort(([x, a], [y, b]) => b - a || (x < y ? -1 : 1));
        return first?.[0] ?? '';
      });
  }
}

const ARTICLES = ['the', 'a', 'an'];

/**
 * The words of a passage. One that is in capitals throughout is read in small letters from four words on, but for a
 * function word after an article that may be an abbreviation.
 */
function readWords(passage: Passage): NaiveWord[] {
  const language = languageOf(passage.language);
  const all = words(passage.text).map(({ text }) => text);
  const isShouted = all.length >= 4 && passage.text === passage.text.toUpperCase();
  const isNameAt = (at: number) =>
    isCommon((all[at] ?? '').toLowerCase()) &&
    /^[A-Z][A-Z.]+$/.test(all[at] ?? '') &&
    ARTICLES.includes((all[at - 1] ?? '').toLowerCase());
  return all
    .map((word, at) => (isShouted && !isNameAt(at) ? word.toLowerCase() : word))
    .map((surface) => ({
      surface,
      folded: foldWord(surface),
      key: keyOf(surface, language),
      common: isCommon(surface, language),
    }));
}

function rowsOf(folded: readonly string[]): string[] {
  return folded.slice(2).map((_, at) => folded.slice(at, at + 3).join(' '));
}

function areSwapped(a: string, b: string): boolean {
  for (let at = 0; at + 1 < a.length; at++) {
    if (a[at] !== a[at + 1] && `${a.slice(0, at)}${a[at + 1]}${a[at]}${a.slice(at + 2)}` === b) return true;
  }
  return false;
}

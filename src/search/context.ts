import type { Document } from '../corpus/document.js';
import type { Passage } from '../corpus/passage.js';
import { words } from '../text/words.js';
import type { Engine } from './engine.js';
import { has, type Matcher, type TermMatch } from './matcher.js';

/** Where around a passage a word that was asked for stands. */
export interface Around {
  /** In the title, the outlet or the date of its document. */
  readonly heading: boolean;
  readonly before: boolean;
  /** Anywhere in its document, if that has other passages. */
  readonly document: boolean;
}

/** How many passages of a document are read before and after one: an article is shorter, and a book is not one context. */
const REACH = 100;

/** The passages of a document around one of them, that one among them, in order. */
export function passagesNear({ document, number }: Passage): readonly Passage[] {
  return document.passages.slice(Math.max(0, number - 1 - REACH), number + REACH);
}

const DAY = new Intl.DateTimeFormat('en', { dateStyle: 'long', timeZone: 'UTC' });
const MONTH = new Intl.DateTimeFormat('en', { month: 'long', year: 'numeric', timeZone: 'UTC' });
const MONTH_LENGTH = 'YYYY-MM'.length;

/** What stands around passages of the words of a query. */
export class Surroundings {
  readonly #headings = new Map<Document, readonly TermMatch[]>();
  readonly #around = new Map<Passage, readonly Around[]>();

  constructor(
    private readonly engine: Pick<Engine, 'lexicon'>,
    private readonly matcher: Matcher,
  ) {}

  /** Where around a passage each term stands, in the order of the terms. */
  of(passage: Passage): readonly Around[] {
    const known = this.#around.get(passage);
    if (known) return known;
    const found = this.#read(passage);
    this.#around.set(passage, found);
    return found;
  }

  #read(passage: Passage): readonly Around[] {
    const { document, number } = passage;
    const heading = this.#headingOf(document);
    const previous = document.passages[number - 2];
    const before = previous && this.matcher.in(previous);
    const elsewhere = heading.map(() => false);
    // A word that the passage has alone must not say less than one that only others have; and as it has most of them, by far
    // the fewest others have to be read.
    for (const near of document.passages.length > 1 ? [passage, ...passagesNear(passage)] : []) {
      if (elsewhere.every((found) => found)) break;
      for (const [term, match] of this.matcher.in(near).entries()) if (has(match)) elsewhere[term] = true;
    }
    return heading.map((match, term) => ({
      heading: has(match),
      before: has(before?.[term]),
      document: elsewhere[term] ?? false,
    }));
  }

  #headingOf(document: Document): readonly TermMatch[] {
    const known = this.#headings.get(document);
    if (known) return known;
    const text = headingOf(document);
    const keys = words(text).map((word) => this.engine.lexicon.keysFor(word.text)[0] ?? NO_KEY);
    const found = this.matcher.among({ keys: Uint32Array.from(keys) }, text);
    this.#headings.set(document, found);
    return found;
  }
}

/** The number of no key. */
const NO_KEY = 0xffff_ffff;

/** What a reader sees above a document, as far as it is stated. */
function headingOf({ source: { title = '', outlet = '', published } }: Document): string {
  const date = published === undefined ? '' : `${spelledOut(published)} ${published}`;
  return [title, outlet, date].join('\n');
}

/** A date with its month by name, as far as it is stated. */
function spelledOut(published: string): string {
  const day = new Date(published);
  if (published.length > MONTH_LENGTH) return DAY.format(day);
  return published.length === MONTH_LENGTH ? MONTH.format(day) : '';
}

import type { Passage } from '../corpus/passage.js';
import { isRelated, isSameWord } from '../languages/english/wordnet/relations.js';
import { bareName } from '../languages/terms.js';
import { entry } from '../text/entry.js';
import { words } from '../text/words.js';
import { isHyphened } from './adjoining.js';
import type { Engine, PassageWords } from './engine.js';
import { isGroupedAt } from './grouped-numbers.js';
import type { Query, QueryTerm } from './query.js';
import type { SynonymOf } from './synonyms.js';
import type { Row } from './variants.js';

/**
 * How much a word with the stem of one that was asked for counts as it: a form of the same word all, a word of the same
 * root less, and one that only shares the stem ("universe" for "university") next to nothing. On the judged sets the
 * results hardly move between 0.5 and 1 for the one and between 0 and 0.3 for the other.
 */
export const RELATED = 0.7;
export const UNRELATED = 0.1;

/** What a passage has of a word that was asked for. */
export interface TermMatch {
  /** How often it stands there, by how much each counts. */
  readonly amount: number;
  /** The most that one of them counts, 0 to 1. */
  readonly best: number;
  /** Where, among the words of the passage; without those that only share its stem. */
  readonly places: readonly number[];
  /** How near the nearest other word for it is that stands there, 0 to 1. */
  readonly synonym: number;
  /** Where other words for it stand. */
  readonly synonymPlaces: readonly number[];
}

const NO_MATCH: TermMatch = { amount: 0, best: 0, places: [], synonym: 0, synonymPlaces: [] };

/** A match while a passage is read. */
interface MatchSoFar extends TermMatch {
  amount: number;
  best: number;
  readonly places: number[];
  synonym: number;
  readonly synonymPlaces: number[];
}

/** Between a word of the same root and one that only shares the stem. */
const LEAST_BEST = 0.5;

/** True if a word stands there by itself, and not one that only shares its stem or says the same. */
export function has(match: TermMatch | undefined): boolean {
  return match !== undefined && match.best >= LEAST_BEST;
}

/** What a key of a passage may be for a query. */
type Use =
  | { readonly term: number; readonly kind: 'word' }
  | { readonly term: number; readonly kind: 'row'; readonly row: Row }
  | { readonly term: number; readonly kind: 'synonym'; readonly of: SynonymOf };

/** What is known of a passage's words. */
type Read = Pick<PassageWords, 'keys'> & Partial<Pick<PassageWords, 'forms'>>;

/** Finds the words of a query in passages, whatever form they have there. */
export class Matcher {
  /** By key, 1 where it is of use. */
  readonly #flags: Uint8Array;
  readonly #uses = new Map<number, Use[]>();
  /** By term and form, how much the form counts. */
  readonly #strengths: Map<number, number>[];
  readonly #terms: readonly QueryTerm[];
  readonly #found = new Map<Passage, readonly TermMatch[]>();

  /** `synonyms` has, for each term of the query in order, what else says the same. */
  constructor(
    private readonly engine: Pick<Engine, 'lexicon' | 'read'>,
    { terms }: Query,
    synonyms: readonly (readonly SynonymOf[])[] = [],
  ) {
    this.#terms = terms;
    this.#flags = new Uint8Array(engine.lexicon.size.keys);
    this.#strengths = terms.map(() => new Map());
    for (const [term, { keys, rows }] of terms.entries()) {
      // Rows first, which count all: a place counts once, whatever leads to it.
      for (const row of rows)
        for (const key of row.keys[0] ?? []) this.#enter(key, { term, kind: 'row', row });
      for (const key of keys) this.#enter(key, { term, kind: 'word' });
      for (const of of synonyms[term] ?? []) {
        for (const key of of.row.keys[0] ?? []) this.#enter(key, { term, kind: 'synonym', of });
      }
    }
  }

  /** What a passage has of each term, in their order. */
  in(passage: Passage): readonly TermMatch[] {
    const known = this.#found.get(passage);
    if (known) return known;
    const found = this.among(this.engine.read(passage), passage.text);
    this.#found.set(passage, found);
    return found;
  }

  /** What the words of `text` have of each term. */
  among({ keys, forms }: Read, text: string): readonly TermMatch[] {
    let matches: MatchSoFar[] | undefined;
    // By place and without a check, which is twice as quick: all words of some hundred passages go through here.
    for (let at = 0; at < keys.length; at++) {
      const key = keys[at] as number;
      if (this.#flags[key] !== 1) continue;
      matches ??= this.#terms.map(() => ({ ...NO_MATCH, places: [], synonymPlaces: [] }));
      for (const use of this.#uses.get(key) ?? []) {
        const match = matches[use.term];
        if (!match) continue;
        if (use.kind === 'synonym') {
          if (!standsAt(use.of.row, keys, at, text) || !this.#isSynonym(use.of, forms?.[at])) continue;
          match.synonym = Math.max(match.synonym, use.of.nearness);
          match.synonymPlaces.push(at);
          continue;
        }
        if (match.places.at(-1) === at) continue;
        if (use.kind === 'row' && !standsAt(use.row, keys, at, text)) continue;
        const isOwn = use.kind === 'row' || forms === undefined;
        const counts = isOwn ? 1 : this.#strength(use.term, entry(forms, at));
        match.amount += counts;
        match.best = Math.max(match.best, counts);
        if (counts >= LEAST_BEST) match.places.push(at);
      }
    }
    return matches ?? this.#terms.map(() => NO_MATCH);
  }

  #enter(key: number, use: Use): void {
    this.#flags[key] = 1;
    const uses = this.#uses.get(key);
    if (uses) uses.push(use);
    else this.#uses.set(key, [use]);
  }

  /** True if a form is of a synonym's first word, and does not only share its stem. */
  #isSynonym({ text }: SynonymOf, form: number | undefined): boolean {
    if (form === undefined) return true;
    const [first = ''] = text.split(/[\s-]/);
    return isSameWord(first, bareName(this.engine.lexicon.surfaceOf(form)));
  }

  /** How much a form with the stem of a term counts as the term. */
  #strength(term: number, form: number): number {
    const strengths = this.#strengths[term];
    const known = strengths?.get(form);
    if (known !== undefined) return known;
    const found = bareName(this.engine.lexicon.surfaceOf(form));
    const { folded = '', spelled = [] } = this.#terms[term] ?? {};
    const isVariant = spelled.some((word) => word === found || isSameWord(word, found));
    const strength = isVariant ? 1 : strengthOf(folded, found);
    strengths?.set(form, strength);
    return strength;
  }
}

/** Words of plain letters, whose stems may join what is not of one root. */
const PLAIN = /^[a-z]+$/;

function strengthOf(asked: string, found: string): number {
  if (asked === found || !PLAIN.test(asked) || !PLAIN.test(found)) return 1;
  if (isSameWord(asked, found)) return 1;
  return isRelated(asked, found) ? RELATED : UNRELATED;
}

/** True if a row of words begins at a place. */
export function standsAt(
  { keys: row, hyphenated, grouped = false }: Row,
  keys: Uint32Array,
  at: number,
  text: string,
): boolean {
  for (let step = 1; step < row.length; step++) {
    if (!row[step]?.includes(keys[at + step] as number)) return false;
  }
  if (!hyphenated && !grouped) return true;
  const found = words(text);
  return grouped ? isGroupedAt(found, at, row.length, text) : isHyphened(text, found[at], found[at + 1]);
}

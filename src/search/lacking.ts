import type { Document } from '../corpus/document.js';
import type { Passage } from '../corpus/passage.js';
import { isHonorific } from '../languages/english/honorifics.js';
import { isRelated } from '../languages/english/wordnet/relations.js';
import { bareName, isCommon } from '../languages/terms.js';
import { type Around, passagesNear } from './context.js';
import type { Engine } from './engine.js';
import { has, type Matcher } from './matcher.js';
import type { Query } from './query.js';

const CAPITAL = /^\p{Lu}/u;
const ARTICLE = /^(?:the|an?)$/i;

/** Finds which names and numbers of a query the documents of passages lack. */
export class Lacking {
  /** The numbers of the terms of each name, in order; a number is by itself. */
  readonly #names: number[][] = [];

  /** By document and term, whether it has a name of the same root. */
  readonly #relatives = new Map<Document, Map<number, boolean>>();

  constructor(
    private readonly engine: Pick<Engine, 'read' | 'lexicon'>,
    private readonly query: Query,
    private readonly matcher: Matcher,
  ) {
    for (const [number, { held, adjoining }] of query.terms.entries()) {
      if (held === undefined) continue;
      const goesOn = adjoining && held === 'name' && query.terms[number - 1]?.held === 'name';
      if (goesOn) this.#names.at(-1)?.push(number);
      else this.#names.push([number]);
    }
  }

  /**
   * The numbers of the terms, names and numbers that were asked for, that a passage's document has not. The last name
   * of somebody stands for the whole where no other first name is beside it.
   */
  in(passage: Passage, around: readonly Around[]): number[] {
    const matches = this.matcher.in(passage);
    const stands = (term: number) => {
      const at = around[term];
      const stated = has(matches[term]) || (at !== undefined && (at.heading || at.document));
      return stated || this.#hasRelative(passage, term);
    };
    return this.#names.flatMap((name) => {
      const missing = name.filter((term) => !stands(term));
      const last = name.at(-1) ?? 0;
      if (name.length === 1 || missing.includes(last)) return missing;
      if (missing.length > 0) return this.#isNamedBy(passage, last) ? [] : missing;
      return this.#isAnothers(passage, name) ? [...name] : [];
    });
  }

  /** True if the words of a name stand in a document apart, and the last of them only after another first name. */
  #isAnothers(passage: Passage, name: readonly number[]): boolean {
    const last = name.at(-1) ?? 0;
    const places = passagesNear(passage).flatMap((one) => {
      const { forms } = this.engine.read(one);
      const matches = this.matcher.in(one);
      const first = new Set(name.slice(0, -1).flatMap((term) => matches[term]?.places ?? []));
      return (matches[last]?.places ?? []).map(
        // An abbreviation of the whole is in the place of each of its words.
        (place) => !first.has(place - 1) && !first.has(place) && this.#isFirstName(forms[place - 1]),
      );
    });
    return places.length > 0 && places.every((isOther) => isOther);
  }

  /** True if a form may be somebody's first name where it stands before a last name. */
  #isFirstName(form: number | undefined): boolean {
    if (form === undefined) return false;
    const word = this.engine.lexicon.surfaceOf(form);
    return CAPITAL.test(word) && !isHonorific(word) && !isCommon(word);
  }

  /** True if a last name stands somewhere in a document without another first name beside it. */
  #isNamedBy(passage: Passage, last: number): boolean {
    const { lexicon } = this.engine;
    return passagesNear(passage).some((one) => {
      const { forms } = this.engine.read(one);
      return this.matcher.in(one)[last]?.places.some((place) => {
        const form = place === 0 ? undefined : forms[place - 1];
        if (form === undefined) return true;
        // "the House" is none of somebody called House.
        return !ARTICLE.test(lexicon.surfaceOf(form)) && !this.#isFirstName(form);
      });
    });
  }

  /** True if a document has a name of the same root: "Europe" where "European" was asked for. */
  #hasRelative(passage: Passage, number: number): boolean {
    const term = this.query.terms[number];
    if (term?.held !== 'name') return false;
    const known = this.#relatives.get(passage.document) ?? new Map<number, boolean>();
    this.#relatives.set(passage.document, known);
    const has = known.get(number) ?? passagesNear(passage).some((one) => this.#isIn(one, term.folded));
    known.set(number, has);
    return has;
  }

  #isIn(passage: Passage, name: string): boolean {
    const { lexicon } = this.engine;
    return this.engine.read(passage).forms.some((form) => {
      const surface = lexicon.surfaceOf(form);
      return CAPITAL.test(surface) && isRelated(name, bareName(surface));
    });
  }

  /** What was typed of some terms. */
  typed(terms: readonly number[]): string[] {
    return [...new Set(terms.flatMap((term) => this.query.terms[term]?.typed ?? []))];
  }
}

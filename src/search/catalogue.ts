import type { Document } from '../corpus/document.js';
import type { Source } from '../corpus/source.js';
import type { Filter } from './engine.js';

/** What narrows documents by what is stated of their sources. */
export type SourceFilter = Pick<Filter, 'outlet' | 'from' | 'to'>;

/** A document as a list has it. */
export interface Listed {
  readonly id: string;
  readonly source: Source;
  /** Its first passage, as far as a list has room for it. */
  readonly opening: string;
}

/** Who tells documents: an outlet, or a document that states none. */
export type Teller = { readonly outlet: string } | { readonly document: Listed };

/** Which documents a corpus has, and what is stated of them. It is of one revision and never changes. */
export interface Catalogue {
  /** True if every document states its outlet. */
  readonly statesAllOutlets: boolean;
  /** How many tell the documents: each outlet once, and each document that states none. */
  readonly numberOfTellers: number;

  /** The document with this id. */
  document(id: string): Promise<Document | undefined>;
  /** Up to `count` documents in order of the corpus, from the one with number `from`, counted from 0. */
  documents(from: number, count: number): Promise<readonly Document[]>;
  /** The documents that may have one of these words, folded, parted by the end of a line; in order. */
  parting(words: readonly string[]): Promise<readonly Document[]>;
  /** The place of one of its documents in the order of the corpus: a number that only orders. */
  orderOf(document: Document): number;
  /** True if the corpus has this document, and not only one with its id. */
  holds(document: Document): boolean;

  /** How many documents pass a filter. */
  count(filter: SourceFilter): Promise<number>;
  /** How many documents from an outlet, or all, state no date. */
  countUndated(outlet: string | undefined): Promise<number>;
  /** How many documents a filter leaves out that may be of its dates, since they state a month or a year. */
  countVague(filter: SourceFilter): Promise<number>;

  /** Up to `limit` documents whose ids begin with `begun`, or whose title or outlet holds it; case and accents apart, in order. */
  listed(begun: string, limit: number): Promise<readonly Listed[]>;
  /** The ids of up to `limit` documents that begin with `begun`, case and accents apart, in order. */
  idsFrom(begun: string, limit: number): Promise<readonly string[]>;
  /** Up to `limit` of those who tell documents whose names hold `part`, case and accents apart, in order of the documents. */
  tellers(part: string, limit: number): Promise<readonly Teller[]>;
  /** Up to `limit` outlets that are stated, in alphabetical order. */
  outlets(limit: number): Promise<readonly string[]>;
  /** Up to `limit` of those who say something whose names hold `part`, case and accents apart, the most frequent first. */
  speakers(part: string, limit: number): Promise<readonly string[]>;
}

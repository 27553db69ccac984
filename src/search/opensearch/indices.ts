import { BM25 } from '../bm25.js';

/** What is kept and how; another number where what is in an index of an older program cannot be read by this one. */
export const FORMAT = 3;

/** How many words of the passages that follow one stand with its own, so that a row of one more is whole where it begins. */
export const FOLLOWING = 15;

/** The indices of one revision: passages to search, documents to quote from, and words with how often they stand. */
export interface IndexNames {
  readonly passages: string;
  readonly documents: string;
  readonly vocabulary: string;
}

/** The indices of a revision by what all their names begin with, such as `verbatim-3f2a90c1`. */
export function indexNames(base: string): IndexNames {
  return { passages: `${base}-passages`, documents: `${base}-documents`, vocabulary: `${base}-vocabulary` };
}

const KEYWORD = { type: 'keyword' } as const;
/** What is only handed out, and never searched. */
const KEPT = { type: 'keyword', index: false, doc_values: false, store: true } as const;
/** Tokens that were read already, with nothing but whether they are there. */
const TOKENS = { type: 'text', analyzer: 'whitespace', norms: false, index_options: 'docs' } as const;

/** What narrows passages and documents by their source. */
const SOURCE_FIELDS = {
  /** The document's place in the order of the corpus: numbers that only order. */
  order: { type: 'double' },
  /** The outlet and the document's id, folded. */
  named: KEYWORD,
  /** The first and the last of the days that its date may mean. */
  published: KEYWORD,
  until: KEYWORD,
} as const;

const PASSAGES = {
  document: KEYWORD,
  /** The passage's number in its document, from 1. */
  number: { type: 'integer' },
  ...SOURCE_FIELDS,
  /** The keys of its telling words, as often as they stand. */
  keys: {
    type: 'text',
    analyzer: 'whitespace',
    norms: true,
    index_options: 'freqs',
    similarity: 'passages',
  },
  /** The keys of its function words. */
  common: TOKENS,
  /** All its words, folded, and those that follow it, in order. */
  words: { type: 'text', analyzer: 'whitespace', norms: false, index_options: 'positions' },
  /** The words of the names of those who speak in it. */
  speaking: TOKENS,
  /** How many of its words are more than function words. */
  length: { type: 'integer' },
} as const;

const DOCUMENTS = {
  ...SOURCE_FIELDS,
  file: KEYWORD,
  sha256: KEYWORD,
  /** What tells whether it has to be put in anew (see `fingerprintOf`), and its id as it is. */
  fingerprint: KEYWORD,
  own: KEYWORD,
  /** Its id, folded; its title and its outlet, folded. */
  id: KEYWORD,
  titled: { type: 'keyword', ignore_above: 2_000 },
  outlet: KEYWORD,
  /** True where it states no date. */
  undated: { type: 'boolean' },
  passages: { type: 'integer' },
  /** The words that the end of a line parts, joined. */
  parting: KEYWORD,
  /** A listed document, as JSON. */
  listed: KEPT,
  /** The text, whether a byte order mark stands before it, and the source: what the document is made of. */
  text: { type: 'object', enabled: false },
  source: { type: 'object', enabled: false },
  /** In a record of its own, with `own` alone: the bytes of the file that a document's text was taken out of. */
  bytes: { type: 'object', enabled: false },
} as const;

/** What all documents of an index of documents have, and the files there have not. */
export const OF_A_DOCUMENT = 'order';

const VOCABULARY = {
  /** `word`, `key`, `speaker` or `outlet`. */
  kind: KEYWORD,
  /** A word, a key or a name, folded. */
  folded: { type: 'keyword', ignore_above: 8_191 },
  /** As it is written most often. */
  written: { type: 'keyword', index: false, ignore_above: 8_191 },
  /** How often a word stands, or a speaker is named; in how many passages a key stands. */
  count: { type: 'long' },
  /** True if a word is more than a function word. */
  telling: { type: 'boolean' },
  /** Where a key may be a compound: what it begins and ends with. */
  parts: KEYWORD,
  /** The forms of a word, key or speaker, as [as written, language, how often]; the language of a name is empty. */
  forms: { type: 'object', enabled: false },
} as const;

/** The bodies with which the indices of a revision are made; while they are filled they have no replicas and are not refreshed. */
export function indexBodies(shards: number): Record<keyof IndexNames, object> {
  const settings = (more: object) => ({
    'index.number_of_shards': shards,
    'index.number_of_replicas': 0,
    'index.refresh_interval': '-1',
    'index.codec': 'best_compression',
    ...more,
  });
  const strict = (properties: object) => ({ dynamic: 'strict', properties });
  return {
    passages: {
      settings: settings({
        'index.sort.field': ['order', 'number'],
        'index.similarity.passages': { type: 'BM25', k1: BM25.k, b: BM25.b },
      }),
      mappings: strict(PASSAGES),
    },
    documents: {
      // An answer reads hundreds of documents, which takes half as long from this codec, and half as much room again.
      settings: settings({ 'index.codec': 'default' }),
      mappings: strict(DOCUMENTS),
    },
    vocabulary: { settings: settings({ 'index.number_of_shards': 1 }), mappings: strict(VOCABULARY) },
  };
}

import type { Document } from '../corpus/document.js';
import type { Passage } from '../corpus/passage.js';
import { sentencesOf } from '../languages/sentences.js';
import type { Engine } from '../search/engine.js';
import { foldWord } from '../text/fold.js';
import type { Pace } from '../text/pace.js';
import { outerQuotationsIn, type Quotation } from '../text/quotation-marks.js';
import type { Span } from '../text/span.js';
import { type Word, words } from '../text/words.js';
import { rowsOf } from './quotation-ties.js';

/** A sentence as it is compared. Places are in the document. */
export interface ToldSentence extends Span {
  readonly document: Document;
  readonly passage: Passage;
  /** Its telling words as keys of the engine's lexicon, each once. */
  readonly keys: ReadonlySet<number>;
  /** Those of them that it writes as names or numbers. */
  readonly names: ReadonlySet<number>;
  /** The words of each of its quotations, folded, as far as they stand in it. */
  readonly quoted: readonly (readonly string[])[];
  /** All its words, folded: two sentences with the same are one. */
  readonly folded: string;
}

/** A document, or a stretch of a long one, read sentence by sentence. */
export interface Told {
  readonly sentences: readonly ToldSentence[];
  /** For each telling word, the places of those that have it. */
  readonly places: ReadonlyMap<number, readonly number[]>;
  /** What it names: the keys of all names and numbers. */
  readonly names: ReadonlySet<number>;
  /** Each three words in a row that it quotes. */
  readonly quotedRows: ReadonlySet<string>;
}

/** The sentences of some passages of one document, as they are compared. */
export async function readTold(passages: readonly Passage[], engine: Engine, pace: Pace): Promise<Told> {
  const sentences: ToldSentence[] = [];
  for (const passage of passages) {
    sentences.push(...sentencesToldIn(passage, engine));
    await pace();
  }
  const places = new Map<number, number[]>();
  const names = new Set<number>();
  const quotedRows = new Set<string>();
  for (const [at, sentence] of sentences.entries()) {
    for (const key of sentence.keys) {
      const known = places.get(key);
      if (known) known.push(at);
      else places.set(key, [at]);
    }
    for (const key of sentence.names) names.add(key);
    for (const quoted of sentence.quoted) for (const row of rowsOf(quoted)) quotedRows.add(row);
  }
  return { sentences, places, names, quotedRows };
}

function sentencesToldIn(passage: Passage, engine: Engine): ToldSentence[] {
  const { text, document, start: from } = passage;
  const list = words(text);
  const { keys } = engine.read(passage);
  const quotations = outerQuotationsIn(text);
  let [at, quotation] = [0, 0];
  return sentencesOf(text).map(({ start, end }) => {
    const first = at;
    while (at < list.length && (list[at]?.start ?? end) < end) at++;
    while (quotation < quotations.length && (quotations[quotation]?.innerEnd ?? end) <= start) quotation++;
    const own = list.slice(first, at);
    const telling = tellingOf(own, keys.subarray(first, at), engine);
    return {
      document,
      passage,
      start: from + start,
      end: from + end,
      ...telling,
      quoted: quotedIn(own, quotations, quotation),
      folded: own.map((word) => foldWord(word.text)).join(' '),
    };
  });
}

const CAPITAL = /^\p{Lu}/u;
const DIGIT = /\p{Nd}/u;

/** A sentence begins with a capital whatever its first word is, so that is no name unless another place shows it. */
function tellingOf(own: readonly Word[], keys: Uint32Array, { lexicon }: Engine) {
  const telling = new Set<number>();
  const names = new Set<number>();
  for (const [at, { text }] of own.entries()) {
    const key = keys[at];
    if (key === undefined || lexicon.isCommonKey(key)) continue;
    telling.add(key);
    if (DIGIT.test(text) || (at > 0 && CAPITAL.test(text))) names.add(key);
  }
  return { keys: telling, names };
}

/** The words of quotations that stand among `own`; those before number `from` end before it. */
function quotedIn(own: readonly Word[], quotations: readonly Quotation[], from: number): string[][] {
  const last = own.at(-1)?.end ?? 0;
  const found: string[][] = [];
  for (let number = from; number < quotations.length; number++) {
    const { innerStart, innerEnd } = quotations[number] ?? { innerStart: last, innerEnd: last };
    if (innerStart >= last) break;
    const inside = own.filter(({ start, end }) => start >= innerStart && end <= innerEnd);
    if (inside.length > 0) found.push(inside.map(({ text }) => foldWord(text)));
  }
  return found;
}

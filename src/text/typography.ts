import { ELLIPSES, isKind, KIND } from './characters.js';
import { entry } from './entry.js';
import { type FoldedPiece, foldedPieces, type TypographyFold } from './folder.js';
import { lastNotAfter } from './offsets.js';
import type { Pace } from './pace.js';

/** A folded text, and the pieces of it that are longer or shorter than what they stand for. */
interface Folding {
  readonly text: string;
  /** Where each piece is in the folded text, and how long it is there. */
  readonly folded: Uint32Array;
  readonly foldedLengths: Uint32Array;
  /** Where it is in the source, and how long it is there. */
  readonly source: Uint32Array;
  readonly sourceLengths: Uint32Array;
}

/**
 * A text as quotations are compared with it: without quotation marks and invisible characters, with one form of
 * apostrophe, dash, ellipsis, blank, composed letter and ligature, and nothing else changed. Offsets lead both
 * ways, in UTF-16 code units. A hyphen at a line end is `LINE_END_HYPHEN`.
 *
 * @example FoldedText.of('He said:\n“It’s – well – so…”').text // "He said: It's-well-so..."
 */
export class FoldedText {
  private constructor(private readonly folding: Folding) {}

  /** Folds `text` at once. */
  static of(text: string): FoldedText {
    const collector = new Collector();
    collector.add(text);
    return new FoldedText(collector.result());
  }

  /** Folds a text of any length, resting as `pace` says. */
  static async ofLong(text: string, pace: Pace): Promise<FoldedText> {
    const collector = new Collector();
    for (let start = 0; start < text.length; ) {
      const end = safeCut(text, start + FOLDED_AT_ONCE);
      collector.add(text.slice(start, end));
      start = end;
      await pace();
    }
    return new FoldedText(collector.result());
  }

  get text(): string {
    return this.folding.text;
  }

  /** Where in the source the character at `offset` of the folded text begins. */
  sourceStart(offset: number): number {
    const { folded, foldedLengths, source, sourceLengths } = this.folding;
    const piece = lastNotAfter(folded, offset);
    if (piece === -1) return offset;
    const into = offset - entry(folded, piece);
    const [length, start] = [entry(foldedLengths, piece), entry(source, piece)];
    return into < length ? start : start + entry(sourceLengths, piece) + into - length;
  }

  /** Where in the source the character before `offset` of the folded text ends. */
  sourceEnd(offset: number): number {
    if (offset === 0) return 0;
    const { folded, foldedLengths, source, sourceLengths } = this.folding;
    const piece = lastNotAfter(folded, offset - 1);
    if (piece === -1) return offset;
    const into = offset - 1 - entry(folded, piece);
    const [length, end] = [entry(foldedLengths, piece), entry(source, piece) + entry(sourceLengths, piece)];
    return into < length ? end : end + into + 1 - length;
  }

  /** Where in the folded text the character at `offset` of the source is, or what it became. */
  foldedOffset(offset: number): number {
    const { folded, foldedLengths, source, sourceLengths } = this.folding;
    const piece = lastNotAfter(source, offset);
    if (piece === -1) return offset;
    const into = offset - entry(source, piece);
    const [length, start] = [entry(sourceLengths, piece), entry(folded, piece)];
    return into < length ? start : start + entry(foldedLengths, piece) + into - length;
  }
}

/** How much of a long text is folded between two rests, in UTF-16 code units. */
const FOLDED_AT_ONCE = 100_000;

/** A place from `from` on at which a text may be cut for folding: inside a word, where nothing is folded. */
function safeCut(text: string, from: number): number {
  const inside = /[A-Za-z](?=[A-Za-z])/g;
  inside.lastIndex = from;
  return inside.test(text) ? inside.lastIndex : text.length;
}

/** Gathers a folding stretch by stretch. */
class Collector {
  readonly #texts: string[] = [];
  #foldedLength = 0;
  #sourceLength = 0;
  readonly #folded: number[] = [];
  readonly #foldedLengths: number[] = [];
  readonly #source: number[] = [];
  readonly #sourceLengths: number[] = [];

  /** Folds `stretch`, which follows what was added before. */
  add(stretch: string): void {
    let reached = 0;
    for (const { start, end, folded } of foldedPieces(stretch)) {
      this.#push(stretch.slice(reached, start), start - reached);
      if (folded.length !== end - start) {
        this.#folded.push(this.#foldedLength);
        this.#foldedLengths.push(folded.length);
        this.#source.push(this.#sourceLength);
        this.#sourceLengths.push(end - start);
      }
      this.#push(folded, end - start);
      reached = end;
    }
    this.#push(stretch.slice(reached), stretch.length - reached);
  }

  result(): Folding {
    return {
      text: this.#texts.join(''),
      folded: Uint32Array.from(this.#folded),
      foldedLengths: Uint32Array.from(this.#foldedLengths),
      source: Uint32Array.from(this.#source),
      sourceLengths: Uint32Array.from(this.#sourceLengths),
    };
  }

  #push(folded: string, sourceLength: number): void {
    if (folded !== '') this.#texts.push(folded);
    this.#foldedLength += folded.length;
    this.#sourceLength += sourceLength;
  }
}

/** All folds, in the order in which an answer names them. */
export const TYPOGRAPHY_FOLDS: readonly TypographyFold[] = [
  'quotation marks',
  'apostrophes',
  'dashes and hyphens',
  'hyphens at line ends',
  'white space',
  'ellipsis characters',
  'composed characters',
  'presentation forms',
  'invisible characters',
  'direction marks',
];

/** In what two texts differ that fold alike; empty where they are the same. Linear in both. */
export function foldsBetween(a: string, b: string): TypographyFold[] {
  if (a === b) return [];
  const [inA, inB] = [foldedCharacters(a), foldedCharacters(b)];
  return TYPOGRAPHY_FOLDS.filter((fold) => inA.get(fold)?.join('\0') !== inB.get(fold)?.join('\0'));
}

/** For each fold, the characters that it is about, each with how many stand before it that no fold removes. */
function foldedCharacters(text: string): Map<TypographyFold, string[]> {
  const found = new Map<TypographyFold, string[]>();
  const note = (fold: TypographyFold, place: number, characters: string) => {
    const list = found.get(fold);
    if (list) list.push(`${place}${characters}`);
    else found.set(fold, [`${place}${characters}`]);
  };
  let [kept, reached] = [0, 0];
  for (const piece of foldedPieces(text)) {
    kept += piece.start - reached;
    reached = piece.end;
    const source = text.slice(piece.start, piece.end);
    if (piece.fold === 'composed characters' || piece.fold === 'presentation forms') {
      note(piece.fold, kept, source);
      kept += piece.folded.length;
    } else {
      const { dots, rest } = partsOf(piece, source);
      if (dots !== '') note('ellipsis characters', kept, dots);
      for (const character of rest) note(foldOf(piece, character), kept, character);
    }
  }
  return found;
}

/** A piece between words: the dots of its ellipsis from the first to the last, and the characters around them. */
function partsOf({ fold }: FoldedPiece, source: string): { dots: string; rest: string } {
  if (fold !== 'ellipsis characters') return { dots: '', rest: source };
  const dot = new RegExp(`[.${ELLIPSES}]`);
  const first = source.search(dot);
  const last = Math.max(...['.', ...ELLIPSES].map((one) => source.lastIndexOf(one)));
  return { dots: source.slice(first, last + 1), rest: source.slice(0, first) + source.slice(last + 1) };
}

/** The fold that a character of a piece between or inside words belongs to. */
function foldOf({ fold }: FoldedPiece, character: string): TypographyFold {
  if (fold === 'apostrophes' || fold === 'hyphens at line ends') return fold;
  if (isKind(character, 0, KIND.direction)) return 'direction marks';
  if (isKind(character, 0, KIND.invisible)) return 'invisible characters';
  if (isKind(character, 0, KIND.dash)) return 'dashes and hyphens';
  return isKind(character, 0, KIND.blank) ? 'white space' : 'quotation marks';
}

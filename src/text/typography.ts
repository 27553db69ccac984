import { lastNotAfter } from './offsets.js';
import type { Pace } from './pace.js';

// U+1FEF and U+1FFD are Greek accents that compose to the two before them.
const APOSTROPHE = String.raw`'’‘ʼ＇´\u0060\u1FEF\u1FFD❛❜`;
const QUOTE = `"“”„‟«»‹›‚‛＂「」『』〝〞〟❝❞《》〈〉${APOSTROPHE}`;
// A prime is a quotation mark too, but after a digit it is feet, inches, minutes or seconds.
const PRIME = String.raw`(?<!\p{N})[′″]`;
// Soft hyphens, zero-width characters, and marks of writing direction.
const INVISIBLE = String.raw`\u00AD\u034F\u061C\u180E\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF`;
const DASH = String.raw`\-‐‑‒–—―⁃−﹘﹣－`;
const DOTS = String.raw`…|\.(?:[ \u00A0\u2009\u202F]?\.){2,}`;
const GAP = String.raw`(?:[\s${QUOTE}${INVISIBLE}]|${PRIME})`;
const INSIDE_WORD = String.raw`(?<=[\p{L}\p{N}][${INVISIBLE}]*)[${APOSTROPHE}](?=[${INVISIBLE}]*[\p{L}\p{N}])`;

const PIECES = [
  `(?<apostrophe>${INSIDE_WORD})`,
  // A full stop before an ellipsis is read with it, as nobody can tell the two apart in four dots.
  String.raw`(?<ellipsis>(?=(?:${GAP}|\.)*…|(?:${GAP}*\.){3})(?:${GAP}|[.…])+)`,
  `(?<dash>${GAP}*[${DASH}](?:${GAP}|[${DASH}])*)`,
  `(?<gap>${GAP}+)`,
];
// A letter with marks; Hangul from its parts; and characters that have another for their composed form.
const COMPOSABLE = String.raw`(?<composable>[^\p{M}]\p{M}+|[\u1100-\u115F\uAC00-\uD7A3][\u1100-\u11FF]+|[\u0340-\u0387\u1F71-\u1FEE\u1FF0-\u1FFC\u2126\u212A\u212B\u2329\u232A\uF900-\uFAFF])`;
const SPECIAL = new RegExp(PIECES.join('|'), 'gu');
const SPECIAL_OR_COMPOSABLE = new RegExp([...PIECES.slice(0, -1), COMPOSABLE, PIECES.at(-1)].join('|'), 'gu');

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
 * apostrophe, dash, ellipsis, blank and composed letter, and nothing else changed. Offsets lead both ways, in
 * UTF-16 code units.
 *
 * @example FoldedText.of('He said:\n“It’s – well – so…”').text // "He said: It's-well-so..."
 */
export class FoldedText {
  private constructor(private readonly folding: Folding) {}

  /** Folds `text` at once. */
  static of(text: string): FoldedText {
    const folder = new Folder();
    folder.add(text);
    return new FoldedText(folder.result());
  }

  /** Folds a text of any length, resting as `pace` says. */
  static async ofLong(text: string, pace: Pace): Promise<FoldedText> {
    const folder = new Folder();
    for (let start = 0; start < text.length; ) {
      const end = safeCut(text, start + STRETCH);
      folder.add(text.slice(start, end));
      start = end;
      await pace();
    }
    return new FoldedText(folder.result());
  }

  get text(): string {
    return this.folding.text;
  }

  /** Where in the source the character at `offset` of the folded text begins. */
  sourceStart(offset: number): number {
    const { folded, foldedLengths, source, sourceLengths } = this.folding;
    const piece = lastNotAfter(folded, offset);
    if (piece === -1) return offset;
    const into = offset - (folded[piece] ?? 0);
    const [length, start] = [foldedLengths[piece] ?? 0, source[piece] ?? 0];
    return into < length ? start : start + (sourceLengths[piece] ?? 0) + into - length;
  }

  /** Where in the source the character before `offset` of the folded text ends. */
  sourceEnd(offset: number): number {
    if (offset === 0) return 0;
    const { folded, foldedLengths, source, sourceLengths } = this.folding;
    const piece = lastNotAfter(folded, offset - 1);
    if (piece === -1) return offset;
    const into = offset - 1 - (folded[piece] ?? 0);
    const [length, end] = [foldedLengths[piece] ?? 0, (source[piece] ?? 0) + (sourceLengths[piece] ?? 0)];
    return into < length ? end : end + into + 1 - length;
  }

  /** Where in the folded text the character at `offset` of the source is, or what it became. */
  foldedOffset(offset: number): number {
    const { folded, foldedLengths, source, sourceLengths } = this.folding;
    const piece = lastNotAfter(source, offset);
    if (piece === -1) return offset;
    const into = offset - (source[piece] ?? 0);
    const [length, start] = [sourceLengths[piece] ?? 0, folded[piece] ?? 0];
    return into < length ? start : start + (foldedLengths[piece] ?? 0) + into - length;
  }
}

/** How much of a long text is folded between two rests, in UTF-16 code units. */
const STRETCH = 100_000;

/** A place from `from` on at which a text may be cut for folding: inside a word, where nothing is folded. */
function safeCut(text: string, from: number): number {
  const inside = /[A-Za-z](?=[A-Za-z])/g;
  inside.lastIndex = from;
  return inside.test(text) ? inside.lastIndex : text.length;
}

/** Folds a text stretch by stretch. */
class Folder {
  readonly #texts: string[] = [];
  #foldedLength = 0;
  #sourceLength = 0;
  readonly #folded: number[] = [];
  readonly #foldedLengths: number[] = [];
  readonly #source: number[] = [];
  readonly #sourceLengths: number[] = [];

  /** Folds `stretch`, which follows what was added before. */
  add(stretch: string): void {
    const pattern = stretch.normalize('NFC') === stretch ? SPECIAL : SPECIAL_OR_COMPOSABLE;
    let at = 0;
    for (const match of stretch.matchAll(pattern)) {
      const [piece] = match;
      const folded = foldPiece(piece, match.groups ?? {});
      this.#push(stretch.slice(at, match.index), match.index - at);
      if (folded.length !== piece.length) {
        this.#folded.push(this.#foldedLength);
        this.#foldedLengths.push(folded.length);
        this.#source.push(this.#sourceLength);
        this.#sourceLengths.push(piece.length);
      }
      this.#push(folded, piece.length);
      at = match.index + piece.length;
    }
    this.#push(stretch.slice(at), stretch.length - at);
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

function foldPiece(piece: string, groups: Record<string, string | undefined>): string {
  if (groups.apostrophe !== undefined) return "'";
  if (groups.ellipsis !== undefined) return '...';
  if (groups.dash !== undefined) return '-';
  if (groups.composable !== undefined) return piece.normalize('NFC');
  // What JavaScript counts as white space includes a byte order mark, which nobody sees.
  return /[^\S\uFEFF]/.test(piece) ? ' ' : '';
}

/** The names of what is folded, and the characters that each is about. */
const FOLDS = {
  'quotation marks': new RegExp(`(?!${INSIDE_WORD})(?:[${QUOTE}]|${PRIME})`, 'gu'),
  apostrophes: new RegExp(INSIDE_WORD, 'gu'),
  'dashes and hyphens': new RegExp(`[${DASH}]`, 'gu'),
  'white space': /[^\S\uFEFF]+/gu,
  'ellipsis characters': new RegExp(DOTS, 'gu'),
  'invisible characters': new RegExp(`[${INVISIBLE}]`, 'gu'),
} as const;

/** What may differ between two texts that fold alike. */
export type TypographyFold = keyof typeof FOLDS | 'composed characters';

/** In what two texts differ that fold alike; empty where they are the same. */
export function foldsBetween(a: string, b: string): TypographyFold[] {
  const names = Object.keys(FOLDS) as (keyof typeof FOLDS)[];
  const used: TypographyFold[] = names.filter((name) => placesOf(a, name) !== placesOf(b, name));
  const letters = (text: string) => names.reduce((rest, name) => rest.replace(FOLDS[name], ''), text);
  if (letters(a) !== letters(b) && letters(a).normalize('NFC') === letters(b).normalize('NFC')) {
    used.push('composed characters');
  }
  return used;
}

const ANY_FOLD = new RegExp(`${INSIDE_WORD}|[\\s${QUOTE}${DASH}${INVISIBLE}]|${PRIME}|${DOTS}`, 'gu');

/** What a text has of one fold, each with how much stands before it that no fold is about. */
function placesOf(text: string, name: keyof typeof FOLDS): string {
  const unfolded = (end: number) => text.slice(0, end).normalize('NFC').replace(ANY_FOLD, '').length;
  return Array.from(text.matchAll(FOLDS[name]), (match) => `${unfolded(match.index)}${match[0]}`).join('\0');
}

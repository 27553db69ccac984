import { BLANKS, HYPHENS, inClass, isKind, isUnitMark, KIND, kindAt } from './characters.js';

/** What may differ between two texts that fold alike. */
export type TypographyFold =
  | 'quotation marks'
  | 'apostrophes'
  | 'dashes and hyphens'
  | 'hyphens at line ends'
  | 'white space'
  | 'ellipsis characters'
  | 'composed characters'
  | 'presentation forms'
  | 'invisible characters'
  | 'direction marks';

/** A piece of a text that folding changes, or may change, as it stands in the source. */
export interface FoldedPiece {
  readonly start: number;
  readonly end: number;
  /** What it becomes. */
  readonly folded: string;
  readonly fold: TypographyFold;
}

/**
 * Stands in a folded text for a hyphen at the end of a line, which may part one word or join two. It is a soft
 * hyphen, which folding removes everywhere else.
 */
export const LINE_END_HYPHEN = '\u00AD';

/** A hyphen at the end of a line, as the source of a pattern. */
export const HYPHEN_AT_LINE_END = `[${inClass(HYPHENS)}${LINE_END_HYPHEN}][${inClass(BLANKS.replace('\n', ''))}]*\n`;
const AT_LINE_END = new RegExp(HYPHEN_AT_LINE_END);

/** False if no end of a line can part a word of `text` with a hyphen, which is quicker to see than to fold it. */
export function mayPartWords(text: string): boolean {
  return AT_LINE_END.test(text);
}

const UNSEEN_RUN = KIND.invisible | KIND.direction;
const GAP = KIND.quotation | KIND.prime | KIND.blank | UNSEEN_RUN;
const DOTS = KIND.dot | KIND.ellipsis;
const COMPOSED = KIND.combining | KIND.recomposed | KIND.surrogate;
/** A character that folding leaves alone whatever stands beside it has none of these. */
const SPECIAL = GAP | DOTS | KIND.dash | KIND.apostrophe | KIND.presentation | COMPOSED;
const IN_WORD = KIND.letter | KIND.combining;

/** Fewer dots than this, with or without blanks between them, end sentences. */
const ELLIPSIS_DOTS = 3;

/** The pieces of `text` that folding is about, in order and apart. Linear in the text. */
export function foldedPieces(text: string): FoldedPiece[] {
  return new Scanner(text).pieces();
}

/** Reads a text once from its beginning to its end. */
class Scanner {
  readonly #pieces: FoldedPiece[] = [];
  #at = 0;

  constructor(private readonly text: string) {}

  pieces(): FoldedPiece[] {
    const { text } = this;
    while (this.#at < text.length) {
      if (!isKind(text, this.#at, SPECIAL)) this.#at++;
      else if (!this.#read()) this.#at += isKind(text, this.#at, KIND.surrogate) ? 2 : 1;
    }
    return this.#pieces;
  }

  /** Reads the piece that begins here; false where none does. */
  #read(): boolean {
    const kind = kindAt(this.text, this.#at);
    if (this.#isApostrophe(this.#at)) return this.#add('apostrophes', this.#at + 1, "'");
    if ((kind & (GAP | DOTS | KIND.dash)) !== 0 && this.#readGap()) return true;
    if ((kind & KIND.presentation) !== 0) return this.#readForms();
    return (kind & COMPOSED) !== 0 && this.#readComposed();
  }

  /** Blanks, marks, dashes and dots: what stands between words. */
  #readGap(): boolean {
    const broken = this.#lineEndHyphen();
    if (broken !== undefined) return this.#add('hyphens at line ends', broken, LINE_END_HYPHEN);
    const ellipsis = this.#ellipsisEnd();
    if (ellipsis !== undefined) return this.#add('ellipsis characters', ellipsis, '...');
    const gap = this.#runEnd(GAP);
    if (isKind(this.text, gap, KIND.dash)) {
      return this.#add('dashes and hyphens', this.#runEnd(GAP | KIND.dash), '-');
    }
    if (gap === this.#at) return false;
    let blank = false;
    for (let at = this.#at; at < gap && !blank; at++) blank = isKind(this.text, at, KIND.blank);
    return this.#add('white space', gap, blank ? ' ' : '');
  }

  /** Where the run of characters of some kinds ends that begins here; an apostrophe inside a word is in none. */
  #runEnd(kinds: number, from = this.#at): number {
    let end = from;
    while (isKind(this.text, end, kinds) && !this.#isApostrophe(end) && !isUnitMark(this.text, end)) end++;
    return end;
  }

  /** Inside of a word, whatever nobody sees on either side. */
  #isApostrophe(at: number): boolean {
    if (!isKind(this.text, at, KIND.apostrophe)) return false;
    let before = at - 1;
    while (isKind(this.text, before, UNSEEN_RUN)) before--;
    if (!isKind(this.text, before, IN_WORD) || isUnitMark(this.text, at)) return false;
    let after = at + 1;
    while (isKind(this.text, after, UNSEEN_RUN)) after++;
    return isKind(this.text, after, KIND.letter);
  }

  /** The end of a hyphen at the end of a line, or of a soft hyphen there, between letters; undefined where none is here. */
  #lineEndHyphen(): number | undefined {
    const { text } = this;
    const soft = text.charAt(this.#at) === LINE_END_HYPHEN;
    if (!soft && !isKind(text, this.#at, KIND.hyphen)) return undefined;
    if (!isKind(text, this.#at - 1, IN_WORD)) return undefined;
    let [at, breaks] = [this.#at + 1, 0];
    for (; isKind(text, at, KIND.blank) && breaks < 2; at++) if (text.charAt(at) === '\n') breaks++;
    return breaks === 1 && /\p{L}/u.test(text.charAt(at)) ? at : undefined;
  }

  /** The end of an ellipsis that begins here, what is between its dots and before it included. */
  #ellipsisEnd(): number | undefined {
    const end = this.#runEnd(GAP | DOTS);
    let dots = 0;
    for (let at = this.#at; at < end; at++) {
      if (isKind(this.text, at, KIND.ellipsis)) return end;
      if (isKind(this.text, at, KIND.dot) && ++dots === ELLIPSIS_DOTS) return end;
    }
    return undefined;
  }

  /** Ligatures and the like, with the marks on the last of them. */
  #readForms(): boolean {
    const forms = this.#runEnd(KIND.presentation);
    const end = this.#runEnd(KIND.combining, forms);
    return this.#add('presentation forms', end, this.text.slice(this.#at, end).normalize('NFKC'));
  }

  /** A letter and its marks, and characters that have another for their composed form. */
  #readComposed(): boolean {
    const { text } = this;
    if (isKind(text, this.#at, KIND.surrogate) && !isComposable(text, this.#at)) return false;
    let start = this.#at;
    if (isMark(text, start)) {
      const reached = this.#pieces.at(-1)?.end ?? 0;
      if (start > reached) start -= start - 2 >= reached && isKind(text, start - 2, KIND.surrogate) ? 2 : 1;
    }
    let end = this.#at;
    do end += isKind(text, end, KIND.surrogate) ? 2 : 1;
    while (isMark(text, end));
    const source = text.slice(start, end);
    const folded = source.normalize('NFC');
    if (folded === source) {
      this.#at = end;
      return true;
    }
    this.#at = start;
    return this.#add('composed characters', end, folded);
  }

  #add(fold: TypographyFold, end: number, folded: string): true {
    this.#pieces.push({ start: this.#at, end, folded, fold });
    this.#at = end;
    return true;
  }
}

function isMark(text: string, at: number): boolean {
  if (isKind(text, at, KIND.combining)) return true;
  return isKind(text, at, KIND.surrogate) && /^\p{M}/u.test(text.slice(at, at + 2));
}

/** True if the pair at `at` is a mark, or has another character for its composed form. */
function isComposable(text: string, at: number): boolean {
  const pair = text.slice(at, at + 2);
  return isMark(text, at) || pair.normalize('NFC') !== pair;
}

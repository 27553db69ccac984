import {
  type Introduction,
  type Sayings,
  type Speech,
  sayingsIn,
  speechIn,
} from '../languages/english/speech.js';
import { quotationsIn } from '../text/quotation-marks.js';
import type { Span } from '../text/span.js';
import { shifted } from '../text/span.js';
import type { Passage } from './passage.js';
import { turnOf } from './turn.js';

/** Nobody is quoted for more paragraphs in a row; it bounds the work on texts whose marks are broken. */
const MAX_CONTINUED = 30;

/**
 * The quotations of a passage, each with who says it, places in the document. One that goes on from the paragraph
 * before, which leaves its mark open, keeps the speaker of that.
 */
export function speechOf(passage: Passage): Speech[] {
  return continuing(speechIn(passage.text), passage);
}

/** What a passage tells of who says what. */
export interface PassageSayings extends Sayings {
  /** Who says all of it but its quotations of others, where it is somebody's turn in a transcript. */
  readonly turn: Introduction | undefined;
}

/** The same, and what introduces reported speech in a passage, places in the document. */
export function sayingsOf(passage: Passage): PassageSayings {
  const { speeches, introductions } = sayingsIn(passage.text);
  const speaker = turnOf(passage)?.speaker;
  return {
    turn: speaker ? { words: speaker, speaker, isDenied: false, isBesideSaid: true } : undefined,
    speeches: continuing(speeches, passage),
    introductions: introductions.map(({ words, speaker, ...how }) => ({
      ...how,
      words: shifted(words, passage.start),
      speaker: shifted(speaker, passage.start),
    })),
  };
}

function continuing(read: readonly Speech[], passage: Passage): Speech[] {
  const speeches = read.map((speech) => placed(speech, passage.start));
  const [first] = speeches;
  if (!first || first.cue !== null || first.quotation.start > passage.start) return speeches;
  const before = speakerBefore(passage);
  if (!before) return speeches;
  const { speaker } = first;
  // What was taken from the quotation before it within the passage was the first one's own guess.
  return speeches.map((speech) =>
    speech.cue === null && isSameSpan(speech.speaker, speaker) ? { ...speech, speaker: before } : speech,
  );
}

/** True if a passage begins with a quotation that the passage before it leaves open. */
export function isContinued(passage: Passage): boolean {
  const before = passageBefore(passage);
  const [first] = quotationsIn(passage.text);
  if (!before || !first || first.start > 0) return false;
  return quotationsIn(before.text).some(({ closed, depth }) => !closed && depth === 0);
}

function passageBefore({ document, number }: Passage): Passage | undefined {
  return document.passages[number - 2];
}

/** Who says the quotation that a passage begins with, by the passages before it. */
function speakerBefore(passage: Passage): Span | undefined {
  let at = passage;
  for (let back = 1; back <= MAX_CONTINUED; back++) {
    const before = passageBefore(at);
    if (!before) return undefined;
    if (!isContinued(at)) {
      const speaker = isQuotation(at) ? announced(before.text) : undefined;
      return speaker && shifted(speaker, before.start);
    }
    const last = speechIn(before.text).findLast(({ quotation }) => quotation.depth === 0);
    if (last?.speaker && !last.isDenied) return shifted(last.speaker, before.start);
    at = before;
  }
  return undefined;
}

/** True if a passage is nothing but one quotation that ends as a sentence does. */
function isQuotation({ text }: Passage): boolean {
  const [first] = quotationsIn(text);
  return first?.start === 0 && first.end === text.length && /[.!?…,]/.test(text.charAt(first.innerEnd - 1));
}

/** Stands for the quotation that is the paragraph after a colon. */
const NEXT = ' “Next.”';

/**
 * Who says the quotation that is the whole paragraph after this one: whoever this one announces with a colon, or who
 * alone is said to say all quotations of this one. After a question somebody else answers.
 */
function announced(text: string): Span | undefined {
  if (text.endsWith(':')) {
    const next = speechIn(text + NEXT).at(-1);
    return next?.isDenied ? undefined : (next?.speaker ?? undefined);
  }
  const speeches = speechIn(text).filter(({ quotation }) => quotation.depth === 0);
  const last = speeches.at(-1);
  if (!last?.speaker || last.isDenied || text.charAt(last.quotation.innerEnd - 1) === '?') return undefined;
  const { speaker } = last;
  const isAlone = speeches.every((one) => isSameSpan(one.speaker, speaker));
  return isAlone && speeches.some(({ cue }) => cue !== null) ? speaker : undefined;
}

function placed({ quotation, speaker, cue, isDenied }: Speech, by: number): Speech {
  return {
    quotation: {
      ...quotation,
      ...shifted(quotation, by),
      innerStart: quotation.innerStart + by,
      innerEnd: quotation.innerEnd + by,
    },
    speaker: speaker && shifted(speaker, by),
    cue: cue && shifted(cue, by),
    isDenied,
  };
}

function isSameSpan(a: Span | null, b: Span | null): boolean {
  return a === b || (a !== null && b !== null && a.start === b.start && a.end === b.end);
}

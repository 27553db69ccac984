import { type Sayings, type Speech, sayingsIn, speechIn } from '../languages/english/speech.js';
import { quotationsIn } from '../text/quotation-marks.js';
import type { Span } from '../text/span.js';
import { shifted } from '../text/span.js';
import type { Passage } from './passage.js';

/** Nobody is quoted for more paragraphs in a row; it bounds the work on texts whose marks are broken. */
const MAX_CONTINUED = 30;

/**
 * The quotations of a passage, each with who says it, places in the document. One that goes on from the paragraph
 * before, which leaves its mark open, keeps the speaker of that.
 */
export function speechOf(passage: Passage): Speech[] {
  return continuing(speechIn(passage.text), passage);
}

/** The same, and what introduces reported speech in a passage, places in the document. */
export function sayingsOf(passage: Passage): Sayings {
  const { speeches, introductions } = sayingsIn(passage.text);
  return {
    speeches: continuing(speeches, passage),
    introductions: introductions.map(({ words, speaker }) => ({
      words: shifted(words, passage.start),
      speaker: shifted(speaker, passage.start),
    })),
  };
}

function continuing(read: readonly Speech[], passage: Passage): Speech[] {
  const speeches = read.map((speech) => placed(speech, passage.start));
  const [first] = speeches;
  if (!first || first.cue !== null || !isContinued(passage)) return speeches;
  const before = continuedSpeaker(passage);
  if (!before) return speeches;
  const { speaker } = first;
  // What was taken from the quotation before it within the passage was the first one's own guess.
  return speeches.map((speech) =>
    speech.cue === null && isSameSpan(speech.speaker, speaker) ? { ...speech, speaker: before } : speech,
  );
}

/** True if a passage begins with a quotation that the passage before it leaves open. */
export function isContinued(passage: Passage): boolean {
  const before = passage.document.passages[passage.number - 2];
  const [first] = quotationsIn(passage.text);
  if (!before || !first || first.start > 0) return false;
  return quotationsIn(before.text).some(({ closed, depth }) => !closed && depth === 0);
}

/** Who says what goes on in a passage: the speaker of the last quotation, up to where it began, that has one. */
function continuedSpeaker({ document, number }: Passage): Span | undefined {
  for (let back = 1; back <= MAX_CONTINUED; back++) {
    const passage = document.passages[number - 1 - back];
    if (!passage) return undefined;
    const last = speechIn(passage.text).findLast(({ quotation }) => quotation.depth === 0);
    if (!last || last.quotation.closed) return undefined;
    if (last.speaker) return shifted(last.speaker, passage.start);
    if (!isContinued(passage)) return undefined;
  }
  return undefined;
}

function placed({ quotation, speaker, cue }: Speech, by: number): Speech {
  return {
    quotation: {
      ...quotation,
      ...shifted(quotation, by),
      innerStart: quotation.innerStart + by,
      innerEnd: quotation.innerEnd + by,
    },
    speaker: speaker && shifted(speaker, by),
    cue: cue && shifted(cue, by),
  };
}

function isSameSpan(a: Span | null, b: Span | null): boolean {
  return a === b || (a !== null && b !== null && a.start === b.start && a.end === b.end);
}

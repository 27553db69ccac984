import { outerQuotationsIn } from '../../text/quotation-marks.js';
import type { Span } from '../../text/span.js';
import { type Phrase, phrasesOf } from './phrases.js';
import { directSubject, isEnd } from './subject.js';
import { tokensOf } from './tokens.js';

/** How a passage introduces what is said, and the words that name who says it. */
export interface Introduction {
  /** The words themselves: "he claimed that", "according to the judge". */
  readonly words: Span;
  /** The name, "the judge" or pronoun among them. */
  readonly speaker: Span;
}

/** The phrases outside of quotation marks that introduce what somebody says, in order and apart. */
export function introductionsIn(text: string): Introduction[] {
  return introductionsAmong(phrasesOf(tokensOf(text, outerQuotationsIn(text))));
}

/** The same of phrases that were read. */
export function introductionsAmong(phrases: readonly Phrase[]): Introduction[] {
  const found: Introduction[] = [];
  for (const at of phrases.keys()) {
    const introduction = introductionAt(phrases, at);
    const last = found.at(-1);
    if (introduction && (!last || last.words.end <= introduction.words.start)) found.push(introduction);
  }
  return found;
}

function introductionAt(phrases: readonly Phrase[], at: number): Introduction | undefined {
  const cue = phrases[at];
  const isSaid = cue?.kind === 'saying' && cue.form === 'finite';
  if (!cue || !(isSaid || cue.kind === 'according')) return undefined;
  const subject = isSaid && !isAfterQuotation(phrases, at) ? directSubject(phrases, at) : at + 1;
  const speaker = subject === undefined ? undefined : phrases[subject];
  if (!speaker || speaker.kind === 'end' || speaker.kind === 'quotation' || subject === undefined)
    return undefined;
  if (subject > at && speaker.kind !== 'noun') return undefined;
  const next = phrases[Math.max(at, subject) + 1];
  const start = leadIn(phrases, Math.min(at, subject)) ?? Math.min(cue.start, speaker.start);
  const end = next?.text === 'that' ? next.end : Math.max(cue.end, speaker.end);
  return { words: { start, end }, speaker: { start: speaker.start, end: speaker.end } };
}

/** True for a verb that follows a quotation: “…,” said Borg. */
function isAfterQuotation(phrases: readonly Phrase[], at: number): boolean {
  const before = phrases[at - 1];
  return before?.kind === 'quotation' || (before?.text === ',' && phrases[at - 2]?.kind === 'quotation');
}

/** A clause before the subject that says in what spirit it is said is no longer, in UTF-16 code units. */
const MAX_LEAD_IN = 60;
const LEADS_IN = /^(?:to|in|by|while|when|despite|after|before|speaking|asked|pressed|[a-z]+ing)$/;

/** Where the clause before a subject begins that belongs to it: "To clear himself, Borg said". */
function leadIn(phrases: readonly Phrase[], at: number): number | undefined {
  if (phrases[at - 1]?.text !== ',') return undefined;
  let first = at - 1;
  while (first > 0 && !isEnd(phrases[first - 1])) {
    first--;
    const phrase = phrases[first];
    if (phrase?.text === ',' || phrase?.kind === 'quotation') return undefined;
    if ((phrases[at]?.start ?? 0) - (phrase?.start ?? 0) > MAX_LEAD_IN) return undefined;
  }
  const start = phrases[first];
  return start && LEADS_IN.test(start.text) ? start.start : undefined;
}

import { outerQuotationsIn } from '../../text/quotation-marks.js';
import type { Span } from '../../text/span.js';
import { isDenied } from './denied.js';
import { type Phrase, phrasesOf } from './phrases.js';
import { isBesideSaid } from './said-clause.js';
import { directSubject, isEnd, nameAfter } from './subject.js';
import { isNaming } from './titles.js';
import { tokensOf } from './tokens.js';

/** How a passage introduces what is said, and the words that name who says it. */
export interface Introduction {
  /** The words themselves: "he claimed that", "according to the judge". */
  readonly words: Span;
  /** The name, "the judge" or pronoun among them. */
  readonly speaker: Span;
  /** True where they say that it is not said: "he never said that". */
  readonly isDenied: boolean;
  /** True where a quotation or a clause of what is said stands beside them: "he asked whether", but not "he asked for help". */
  readonly isBesideSaid: boolean;
}

/** The phrases outside of quotation marks that introduce what somebody says, in order and apart. */
export function introductionsIn(text: string): Introduction[] {
  return introductionsAmong(phrasesOf(tokensOf(text, outerQuotationsIn(text))), text);
}

/** The same of the phrases that were read of a paragraph. */
export function introductionsAmong(phrases: readonly Phrase[], text: string): Introduction[] {
  const found: Introduction[] = labelOf(phrases, text);
  for (const at of phrases.keys()) {
    const introduction = introductionAt(phrases, at, text);
    const last = found.at(-1);
    if (!introduction) continue;
    // “Borg, who asked to stay, said” holds what “who” does.
    if (last && introduction.words.start < last.words.start) found.pop();
    else if (last && last.words.end > introduction.words.start) continue;
    found.push(introduction);
  }
  return found;
}

/** A name in capitals: the label of somebody's turn in a transcript. */
const LABEL = /^\p{Lu}[\p{Lu}’'.\s-]*\p{Lu}$/u;
/** Words that stand so before what nobody says. */
const HEADINGS = new Set(
  'note update updated correction clarification breaking exclusive related watch read photo photos video source sources question answer'.split(
    ' ',
  ),
);

/** The label that a paragraph of a transcript begins with, if it has one: "BORG: It is late." */
function labelOf([name, colon]: readonly Phrase[], text: string): Introduction[] {
  if (name?.noun !== 'name' || colon?.text !== ':' || HEADINGS.has(name.text)) return [];
  const speaker = { start: name.start, end: name.end };
  if (!LABEL.test(text.slice(speaker.start, speaker.end)) || text.slice(0, speaker.start).trim() !== '')
    return [];
  return [{ words: { start: speaker.start, end: colon.end }, speaker, ...PLAINLY }];
}

/** What nobody can doubt: the label of a turn, and "as saying". */
const PLAINLY = { isDenied: false, isBesideSaid: true } as const;

/** Who is quoted: "the Post quoted Borg as saying". */
function quotedAt(phrases: readonly Phrase[], at: number): Introduction | undefined {
  const [cue, who, as, saying, that] = phrases.slice(at, at + 5);
  if (!cue || who?.kind !== 'noun' || as?.text !== 'as' || saying?.form !== 'participle') return undefined;
  const end = that?.text === 'that' ? that.end : saying.end;
  return { words: { start: cue.start, end }, speaker: { start: who.start, end: who.end }, ...PLAINLY };
}

function introductionAt(phrases: readonly Phrase[], at: number, text: string): Introduction | undefined {
  const cue = phrases[at];
  const isSaid = cue?.kind === 'saying' && cue.form === 'finite';
  if (!cue || !(isSaid || cue.kind === 'according')) return undefined;
  if (phrases[at + 1]?.kind === 'quotation' && isNaming(phrases, at, at + 1)) return undefined;
  const quoted = isSaid ? quotedAt(phrases, at) : undefined;
  if (quoted) return quoted;
  const subject = isSaid && !isTurned(phrases, at) ? directSubject(phrases, at) : at + 1;
  const speaker = subject === undefined ? undefined : phrases[nameAfter(phrases, subject)];
  if (!speaker || speaker.kind === 'end' || speaker.kind === 'quotation' || subject === undefined)
    return undefined;
  if (subject > at && speaker.kind !== 'noun') return undefined;
  const next = phrases[Math.max(at, subject) + 1];
  const start = leadIn(phrases, Math.min(at, subject)) ?? Math.min(cue.start, speaker.start);
  const end = next?.text === 'that' ? next.end : Math.max(cue.end, speaker.end);
  const named = { start: speaker.start, end: speaker.end };
  return {
    words: { start, end },
    speaker: named,
    isDenied: isDenied(text, { speaker: named, cue }),
    isBesideSaid: isBesideSaid(phrases, at, subject),
  };
}

/** True for a verb after a quotation whose subject follows it: “…,” said Borg; but not: “…,” said he was late. */
function isTurned(phrases: readonly Phrase[], at: number): boolean {
  const [before, after] = [phrases[at - 1], phrases[at + 2]];
  if (after?.kind === 'verb' || after?.kind === 'saying') return false;
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

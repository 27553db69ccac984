import { type Quotation, quotationsIn } from '../../text/quotation-marks.js';
import type { Span } from '../../text/span.js';
import { attributionOf } from './attribution.js';
import { isDenied } from './denied.js';
import { type Introduction, introductionsAmong } from './introductions.js';
import type { Attribution } from './labels.js';
import { type Phrase, phrasesOf } from './phrases.js';
import { directSubject } from './subject.js';
import { tokensOf } from './tokens.js';
import { classesOf, Is } from './word-classes.js';

export { type Introduction, introductionsIn } from './introductions.js';

/** A quotation, and who says it as far as the text around it does. */
export interface Speech {
  readonly quotation: Quotation;
  /** The words that name the speaker, as they stand: a name, "the judge", or a pronoun; null where none do. */
  readonly speaker: Span | null;
  /** The verb or phrase of saying ("claimed", "according to"); null where the speaker is taken from the quotation before. */
  readonly cue: Span | null;
  /** True where they are said not to say it: "he never said". */
  readonly isDenied: boolean;
}

/**
 * The quotations of one paragraph, each with its speaker where the same sentence names one next to a verb of
 * saying, before, after or around it; else, where it goes on from the quotation before, with the speaker of that.
 * A pronoun is left as it stands.
 */
export function speechIn(text: string): Speech[] {
  const quotations = quotationsIn(text);
  if (quotations.length === 0) return [];
  const outer = quotations.filter(({ depth }) => depth === 0);
  return speechAmong(text, quotations, phrasesOf(tokensOf(text, outer)));
}

/** Who says a quotation whose own sentence does not tell: who says the sentence before it, or the quotation before. */
function goesOn(text: string, phrases: readonly Phrase[], at: number, before: Span | null): Span | null {
  if (isGoneOn(phrases, at)) return before;
  if (!beginsSentence(phrases, at)) return null;
  return (phrases[at - 1]?.kind === 'end' ? saidBefore(text, phrases, at) : undefined) ?? before;
}

/** Who is said to say something in the sentence before a quotation that is one by itself: Borg answered. “…” */
function saidBefore(text: string, phrases: readonly Phrase[], at: number): Span | undefined {
  let found: Span | undefined;
  for (let back = at - 2; back >= 0 && phrases[back]?.kind !== 'end'; back--) {
    const verb = phrases[back];
    // What goes on after a quotation there is of its sentence.
    if (verb?.kind === 'quotation') return undefined;
    if (found || verb?.kind !== 'saying' || verb.form !== 'finite' || verb.isUnsaid) continue;
    const subject = directSubject(phrases, back);
    const speaker = subject === undefined ? undefined : spanOf(phrases[subject]);
    found = speaker && !isDenied(text, { speaker, cue: verb }) ? speaker : undefined;
  }
  return found;
}

function spanOf(phrase: Phrase | undefined): Span | undefined {
  return phrase && { start: phrase.start, end: phrase.end };
}

/** True for the second part of what is said in one sentence: “…,” said Borg, a lawyer for the firm, “…”. */
function isGoneOn(phrases: readonly Phrase[], at: number): boolean {
  if (phrases[at - 1]?.text !== ',') return false;
  let back = at - 1;
  while (back >= 0 && phrases[back]?.kind !== 'end' && phrases[back]?.kind !== 'quotation') back--;
  const first = phrases[back];
  return first?.kind === 'quotation' && /[,!?]/.test(first.text);
}

/** True for a quotation that begins its sentence, but for what joins it to the one before: “And …”. */
function beginsSentence(phrases: readonly Phrase[], at: number): boolean {
  let before = at - 1;
  while (LEADS.has(phrases[before]?.kind ?? 'end')) before--;
  return before < 0 || phrases[before]?.kind === 'end' || phrases[before]?.kind === 'quotation';
}
const LEADS = new Set<Phrase['kind']>(['conjunction', 'adverb', 'mark']);

function speechAmong(text: string, quotations: readonly Quotation[], phrases: readonly Phrase[]): Speech[] {
  /** By the number of the quotation among those that stand in no other; none of a nickname. */
  const attributed = new Map<number, Omit<Speech, 'quotation'>>();
  let before: Span | null = null;
  for (const [at, { kind, quotation }] of phrases.entries()) {
    if (kind !== 'quotation') continue;
    const own = attributionOf(phrases, at);
    const speaker: Span | null = own ? own.speaker : goesOn(text, phrases, at, before);
    const denied = own !== undefined && isDeniedOf(text, phrases[at], own);
    // What somebody does not say does not go on.
    before = denied ? before : (speaker ?? before);
    attributed.set(quotation, { speaker, cue: own?.cue ?? null, isDenied: denied });
  }
  let number = 0;
  return quotations.map((quotation) => {
    const own = quotation.depth === 0 ? attributed.get(number++) : undefined;
    return {
      quotation,
      speaker: own?.speaker ?? null,
      cue: own?.cue ?? null,
      isDenied: own?.isDenied === true,
    };
  });
}

function isDeniedOf(text: string, quotation: Phrase | undefined, { speaker, cue }: Attribution): boolean {
  return speaker !== null && isDenied(text, { speaker, cue, quotation });
}

/** What one paragraph tells of who says what: its quotations, and what introduces reported speech. */
export interface Sayings {
  readonly speeches: readonly Speech[];
  readonly introductions: readonly Introduction[];
}

/** The same as `speechIn` and `introductionsIn` of one paragraph, which is read once. */
export function sayingsIn(text: string): Sayings {
  const quotations = quotationsIn(text);
  const outer = quotations.filter(({ depth }) => depth === 0);
  const phrases = phrasesOf(tokensOf(text, outer));
  return {
    speeches: speechAmong(text, quotations, phrases),
    introductions: introductionsAmong(phrases, text),
  };
}

/** Who is named next to a verb of saying, as it stands there; pronouns are left out. */
export function speakersIn(text: string): string[] {
  const { speeches, introductions } = sayingsIn(text);
  const spans = [
    ...speeches.flatMap(({ speaker }) => speaker ?? []),
    ...introductions.map(({ speaker }) => speaker),
  ];
  return spans.map(({ start, end }) => text.slice(start, end)).filter((name) => !isPronoun(name));
}

/** True for a pronoun that may stand for a speaker: "he", "They", "who". */
export function isPronoun(name: string): boolean {
  return (classesOf(name.toLowerCase()) & Is.Pronoun) !== 0;
}

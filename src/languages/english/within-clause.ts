import { type Attribution, spanFrom } from './labels.js';
import type { Phrase } from './phrases.js';
import { clauseSubject, isEnd } from './subject.js';
import { classesOf, Is } from './word-classes.js';

/** Nobody looks farther for a speaker, in UTF-16 code units; it bounds the work on texts that are no sentences. */
export const MAX_REACH = 400;
/** How far from its subject a quotation without a verb of saying may stand, in UTF-16 code units: farther, another clause has begun. */
const WITHIN_REACH = 50;

const isMarkPhrase = (phrase: Phrase | undefined, marks: RegExp): boolean =>
  phrase?.kind === 'mark' && marks.test(phrase.text);

const between = (phrases: readonly Phrase[], from: number, to: number): number =>
  (phrases[to]?.start ?? 0) - (phrases[from]?.end ?? 0);

/** The first phrase that is near enough before a quotation to tell who says it. */
export function reachBefore(phrases: readonly Phrase[], at: number): number {
  const from = (phrases[at]?.start ?? 0) - MAX_REACH;
  let first = at;
  while (first > 0 && !isEnd(phrases[first - 1]) && (phrases[first - 1]?.start ?? 0) >= from) first--;
  return first;
}

/** Within a sentence that has no verb of saying, whoever it is about is taken to use the words. */
export function withinClause(phrases: readonly Phrase[], at: number): Attribution | undefined {
  const subject = clauseSubject(phrases, at);
  // “Indeed, “…””
  const isAdverbial = subject === at - 2 && isMarkPhrase(phrases[at - 1], /^,$/) && isEnd(phrases[at - 3]);
  // The word “wall”
  const isNamed = subject === at - 1 && phrases[subject]?.noun === 'role';
  if (subject === undefined || isAdverbial || isNamed) return undefined;
  const viewer = isThing(phrases[subject]) ? viewerOf(phrases, at) : undefined;
  if (viewer) return { speaker: spanFrom(viewer), cue: null };
  const moved = isMarkPhrase(phrases[at - 1], /^:$/) ? experiencer(phrases, at - 2) : undefined;
  if (moved) return { speaker: spanFrom(moved), cue: null };
  // What a whole clause leads up to is said by whom it is about: “Borg put it bluntly in a letter: “…””
  const leadsUp = isMarkPhrase(phrases[at - 1], /^:$/) && isSomebody(phrases[subject]);
  return leadsUp || between(phrases, subject, at) <= WITHIN_REACH
    ? { speaker: spanFrom(phrases[subject]), cue: null }
    : undefined;
}

function isSomebody(phrase: Phrase | undefined): boolean {
  return phrase?.noun === 'name' || phrase?.noun === 'pronoun' || phrase?.isPlural === true;
}

/** Verbs whose object is who feels something: "the vote surprised Borg". */
const MOVES =
  /^(?:surpris|pleas|ple|worr|anger|disappoint|delight|shock|bother|troubl|impress|outrag|puzzl|alarm|amus|annoy)(?:e|y|s|es|ies|ed|ied)$/;

/** Who is moved to say what follows, as the name that ends a clause: "The vote surprised Borg: “…”". */
function experiencer(phrases: readonly Phrase[], at: number): Phrase | undefined {
  const name = phrases[at];
  return name?.noun === 'name' && MOVES.test(phrases[at - 1]?.text ?? '') ? name : undefined;
}

function isThing(phrase: Phrase | undefined): boolean {
  if (phrase?.noun === 'role') return (classesOf(phrase.last) & (Is.Role | Is.People)) === 0;
  return /^(?:it|this|that)$/.test(phrase?.text ?? '');
}

/** Whose view a sentence gives that begins so: "But to Borg, the dam was “late.”" */
function viewerOf(phrases: readonly Phrase[], at: number): Phrase | undefined {
  const first = reachBefore(phrases, at);
  const start = phrases[first]?.kind === 'conjunction' ? first + 1 : first;
  const [to, name, comma] = phrases.slice(start, start + 3);
  const isView = /^(?:to|for)$/.test(to?.text ?? '') && name?.noun === 'name' && comma?.text === ',';
  return isView ? name : undefined;
}

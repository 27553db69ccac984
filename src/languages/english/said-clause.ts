import type { Phrase } from './phrases.js';
import { isEnd } from './subject.js';

/** What begins a clause of what is said or asked: "said that", "asked whether". */
const OPENS_CLAUSE = new Set('that whether if why how what'.split(' '));
/** Forms of verbs that hardly take anything but what is said, so that a noun after them begins it: "said the dam leaks". */
const TAKES_CLAUSE =
  /^(?:say|said|says|argue|claim|insist|believe|think|thought|hope|fear|maintain|contend|conclude|admit|assert|allege|suggest|predict|reckon|suppose|swear|swore|vow|warn|stress|note|explain|acknowledge|concede|imply|guess|figure)(?:e?s|e?d|ted)?$/;
/** Verbs that have whom it is said to between them and what is said. */
const WITH_HEARER = /^(?:tell|told|inform|remind|assure|warn|ask|urge|order|beg|advise|promise)(?:e?s|e?d)?$/;
/** When and where it is said takes no more phrases: “said on Monday in a letter to the council”. */
const MAX_ASIDE = 8;

/**
 * True if a quotation, or a clause of what is said, stands beside a verb of saying, with the subject `subject`: “Borg said
 * that”, “asked whether”, “vowed to return”, “It holds, Borg said.” Many of these verbs have other objects:
 * “Borg added a wing”, “he asked for help”.
 */
export function isBesideSaid(phrases: readonly Phrase[], at: number, subject: number): boolean {
  if (phrases[at]?.kind === 'according') return true;
  return isBefore(phrases, Math.max(at, subject) + 1, phrases[at]) || isAfter(phrases, at, subject);
}

/** True if what is said begins with the phrase `from`, past when it is said and to whom. */
function isBefore(phrases: readonly Phrase[], from: number, verb: Phrase | undefined): boolean {
  const last = verb?.last ?? '';
  const next = pastTime(phrases, from);
  if (begins(phrases, next)) return true;
  const first = phrases[next];
  // Told the paper that: “that” after another noun is of this, as in “blamed the storm that came”.
  const hasHearer = WITH_HEARER.test(last) && (first?.kind === 'noun' || first?.kind === 'word');
  if (hasHearer && begins(phrases, pastTime(phrases, next + 1))) return true;
  return TAKES_CLAUSE.test(last) && hasClause(phrases, next);
}

/** The number of the phrase behind when it is said: “on Monday”, “then”. */
function pastTime(phrases: readonly Phrase[], from: number): number {
  let next = from;
  while (next - from < MAX_ASIDE) {
    const [first, second] = [phrases[next], phrases[next + 1]];
    if (first?.kind === 'adverb' && first.text !== 'there') next++;
    else if (first?.kind === 'preposition' && second?.kind === 'adverb') next += 2;
    else break;
  }
  return next;
}

/** True if the phrase `next` begins what is said whatever the verb is: “that”, “to stay”, a quotation. */
function begins(phrases: readonly Phrase[], next: number): boolean {
  const [first, second] = [phrases[next], phrases[next + 1]];
  if (OPENS_CLAUSE.has(first?.text ?? '') || opens(phrases, next)) return true;
  if (first?.kind === 'saying' && first.form === 'infinitive') return true;
  return first?.text === 'to' && (second?.kind === 'verb' || second?.kind === 'word');
}

/** True for a quotation, for a colon, and for a comma before a quotation. */
function opens(phrases: readonly Phrase[], next: number): boolean {
  const [first, second] = [phrases[next], phrases[next + 1]];
  if (first?.kind === 'quotation' || first?.text === ':') return true;
  return first?.text === ',' && second?.kind === 'quotation';
}

/** True if a noun, “that” or “there” begins what follows, past when and where it is said: “said in a letter the dam leaks”. */
function hasClause(phrases: readonly Phrase[], from: number): boolean {
  let next = from;
  while (next - from < MAX_ASIDE) {
    const phrase = phrases[next];
    if (phrase?.kind === 'noun' || phrase?.text === 'that' || phrase?.text === 'there') return true;
    if (phrase?.kind === 'preposition') next += 2;
    else if (phrase?.kind === 'adverb') next++;
    else return false;
  }
  return false;
}

/** True if what is said ends before the subject and its verb, which close the sentence or stand between commas. */
function isAfter(phrases: readonly Phrase[], at: number, subject: number): boolean {
  const [before, after] = [phrases[Math.min(at, subject) - 1], phrases[Math.max(at, subject) + 1]];
  if (before?.kind === 'quotation') return true;
  if (before?.text !== ',') return false;
  if (phrases[Math.min(at, subject) - 2]?.kind === 'quotation') return true;
  return isEnd(after) || /^[,.]$/.test(after?.text ?? '');
}

import type { Phrase } from './phrases.js';
import { directSubject, isEnd } from './subject.js';
import { classesOf, Is } from './word-classes.js';

/** True if the clause of the subject `at` is what somebody says. */
export function isToldBy(phrases: readonly Phrase[], at: number): boolean {
  const before = phrases[at - 1];
  // Said she believes, told the paper she believes, said that she believes.
  const isInPassing = before?.text === ',' && phrases[at - 2]?.kind === 'saying';
  return isInPassing || before?.kind === 'saying' || before?.kind === 'noun' || before?.text === 'that';
}

/** Who says a whole sentence, and its verb, by number. */
interface Teller {
  readonly subject: number;
  readonly verb: number;
}

/** So many phrases are gone back for whoever tells what "he" says. */
const MAX_TOLD = 40;

/**
 * Who says the clause of “he” or “she” at `at`, in which something is called so: “Borg says that it is what she calls
 * “…”” is all Borg’s word, whoever she is. Undefined where somebody else is named between, who may be meant.
 */
export function tellerOf(phrases: readonly Phrase[], at: number): Teller | undefined {
  if (!/^(?:he|she)$/.test(phrases[at]?.text ?? '')) return undefined;
  if (!/^(?:what|whom|which)$/.test(phrases[at - 1]?.text ?? '')) return undefined;
  for (let verb = at - 1; verb >= 0 && at - verb < MAX_TOLD && !isEnd(phrases[verb]); verb--) {
    const phrase = phrases[verb];
    if (mayBeMeant(phrases, verb)) return undefined;
    if (phrase?.kind !== 'saying' || phrase.form !== 'finite' || phrase.isUnsaid) continue;
    const subject = directSubject(phrases, verb);
    const teller = subject === undefined ? undefined : phrases[subject];
    const isOne = teller?.kind === 'noun' && teller.noun !== 'pronoun' && !teller.isPlural;
    return isOne && subject !== undefined ? { subject, verb } : undefined;
  }
  return undefined;
}

/** True for somebody in a clause whom “he” may mean: not in a place, nor who is spoken of in “Borg, whom he called”. */
function mayBeMeant(phrases: readonly Phrase[], at: number): boolean {
  const [phrase, before, next] = [phrases[at], phrases[at - 1], phrases[at + 1]];
  if (phrase?.kind !== 'noun' || phrase.noun === 'pronoun' || phrase.isPlural) return false;
  if (before?.kind === 'preposition') return false;
  const relative = next?.text === ',' ? phrases[at + 2] : next;
  if (/^(?:whom|which|what)$/.test(relative?.text ?? '')) return false;
  return phrase.noun === 'name' || (classesOf(phrase.last) & Is.Role) !== 0;
}

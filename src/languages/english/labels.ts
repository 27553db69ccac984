import type { Span } from '../../text/span.js';
import type { Phrase } from './phrases.js';
import { isDash, isEnd } from './subject.js';

/** Who says a quotation, and the words that say so. */
export interface Attribution {
  readonly speaker: Span | null;
  readonly cue: Span | null;
}

/** Where a phrase stands; null for none. */
export const spanFrom = (phrase: Phrase | undefined): Span | null =>
  phrase ? { start: phrase.start, end: phrase.end } : null;

/** A name before a colon: Borg: “…”. */
export function labelled(phrases: readonly Phrase[], at: number): Attribution | undefined {
  const [name, before] = [phrases[at - 2], phrases[at - 3]];
  if (phrases[at - 1]?.text !== ':') return undefined;
  const presented = presentedBefore(phrases, at - 1);
  if (presented) return { speaker: spanFrom(presented), cue: null };
  if (name && isTurn(name) && (isEnd(before) || before?.kind === 'quotation'))
    return { speaker: null, cue: null };
  if (name?.kind !== 'noun') return undefined;
  const isAlone =
    isEnd(before) ||
    isDash(before) ||
    before?.kind === 'quotation' ||
    (before?.kind === 'saying' && isEnd(phrases[at - 4]));
  return before?.text === 'from' || (name.noun === 'name' && isAlone)
    ? { speaker: spanFrom(name), cue: null }
    : undefined;
}

/** A name after a dash: “…” — Borg. */
export function signed(phrases: readonly Phrase[], at: number): Attribution | undefined {
  const name = phrases[at + 2];
  if (!isDash(phrases[at + 1]) || name?.noun !== 'name' || !isSignature(phrases, at + 3)) return undefined;
  return { speaker: spanFrom(name), cue: null };
}

/** True for the letter of a question or an answer, which names nobody: Q: “…”. */
const isTurn = ({ text }: Phrase): boolean => /^[qa]$/.test(text);

/** Who is shown to speak by the sentence that the colon `at` closes: Here is Borg on Monday: “…”. */
function presentedBefore(phrases: readonly Phrase[], at: number): Phrase | undefined {
  let first = at;
  while (first > 0 && at - first < MAX_PRESENTING && !isEnd(phrases[first - 1])) first--;
  if (phrases[first]?.kind === 'conjunction') first++;
  const [opens, verb, name] = phrases.slice(first, first + 3);
  const isShown = /^(?:here|this)$/.test(opens?.text ?? '') && /^(?:is|’s|was)$/.test(verb?.text ?? '');
  if (!isShown || name?.noun !== 'name') return undefined;
  const hasVerb = phrases.slice(first + 3, at).some(({ kind }) => VERBS.has(kind));
  return hasVerb ? undefined : name;
}

/** A sentence that only shows who speaks is no longer, in phrases. */
const MAX_PRESENTING = 16;
const VERBS = new Set<Phrase['kind']>(['verb', 'saying']);

/** True where a sentence ends with no verb after a name, but for what says who it is: — Anna Borg, writing in May. */
function isSignature(phrases: readonly Phrase[], at: number): boolean {
  const closes = isEnd(phrases[at]) || phrases[at]?.text === '.';
  if (closes || phrases[at]?.text !== ',') return closes;
  for (let next = at + 1; next - at < MAX_PRESENTING; next++) {
    const phrase = phrases[next];
    if (isEnd(phrase)) return true;
    if (phrase?.kind === 'verb' || phrase?.kind === 'quotation' || isDash(phrase)) return false;
    if (phrase?.kind === 'saying' && phrase.form !== 'participle') return false;
  }
  return false;
}

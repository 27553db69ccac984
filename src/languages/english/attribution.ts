import type { Span } from '../../text/span.js';
import type { Phrase } from './phrases.js';
import { clauseSubject, directSubject, isDash, isEnd, nameAfter, subjectOf } from './subject.js';
import { isNaming, isTitleOfWork } from './titles.js';

/** Who says a quotation, and the words that say so. */
export interface Attribution {
  readonly speaker: Span | null;
  readonly cue: Span | null;
}

/** Nobody looks farther for a speaker, in UTF-16 code units; it bounds the work on texts that are no sentences. */
const MAX_REACH = 400;
/** How far from its subject a quotation without a verb of saying may stand, in UTF-16 code units: farther, another clause has begun. */
const WITHIN_REACH = 50;

const spanFrom = (phrase: Phrase | undefined): Span | null =>
  phrase ? { start: phrase.start, end: phrase.end } : null;
const isMarkPhrase = (phrase: Phrase | undefined, marks: RegExp): boolean =>
  phrase?.kind === 'mark' && marks.test(phrase.text);

/** Who says the quotation that is the phrase `at`; undefined where its sentence does not tell. */
export function attributionOf(phrases: readonly Phrase[], at: number): Attribution | undefined {
  if (isTitleOfWork(phrases, at)) return { speaker: null, cue: null };
  const isFirstHalf = isInFirstHalf(phrases, at);
  return (
    (isFirstHalf ? attributedBefore(phrases, at) : undefined) ??
    attributedAfter(phrases, at) ??
    labelled(phrases, at) ??
    attributedBefore(phrases, at) ??
    (isEnd(phrases[at]) || isFirstHalf ? undefined : attributedLater(phrases, at)) ??
    signed(phrases, at) ??
    withinClause(phrases, at)
  );
}

const SUBORDINATORS = new Set(
  'although though while when after before if once because since until unless whereas than'.split(' '),
);

/** True in "although Borg said “…,” she left": what follows the quotation is the other half of the sentence. */
function isInFirstHalf(phrases: readonly Phrase[], at: number): boolean {
  return SUBORDINATORS.has(phrases[reachBefore(phrases, at)]?.text ?? '');
}

/** Right after it: “…,” Borg said; “…,” said Borg. */
function attributedAfter(phrases: readonly Phrase[], at: number): Attribution | undefined {
  let next = at + 1;
  // The “Today” host asked
  if (
    phrases[at]?.isWork &&
    /[\p{L}\p{N}]/u.test(phrases[at]?.text ?? '') &&
    /^(?:noun|word)$/.test(phrases[next]?.kind ?? '')
  )
    return undefined;
  while (isMarkPhrase(phrases[next], /^[,–—―-]$/) || phrases[next]?.kind === 'adverb') next++;
  if (phrases[next]?.form === 'passive' && phrases[next + 1]?.text === 'by')
    return spokenOf(phrases, next, at);
  // What is a sentence by itself may be followed by any verb: “…!” beamed Borg.
  const closes = /[,!?]/.test(phrases[at]?.text ?? '') && isEnd(phrases[at - 1]);
  const turned = inverted(phrases, next);
  if (turned && next === at + 1) return turned.attribution;
  const found = turned ?? (closes ? beamed(phrases, next) : undefined) ?? following(phrases, next, closes);
  if (!found) return undefined;
  // After a full stop inside of the marks it is another sentence, unless it is all of it: “….” Borg said.
  if (phrases[at]?.text !== '.') return found.attribution;
  return closesSentence(phrases[found.end]) ? found.attribution : undefined;
}

const closesSentence = (phrase: Phrase | undefined): boolean =>
  !phrase || phrase.kind === 'end' || isMarkPhrase(phrase, /^\.$/);

interface FoundAttribution {
  readonly attribution: Attribution;
  /** After its last phrase. */
  readonly end: number;
}

/** No more words without an article stand between a verb and the name that they describe in prose: "said newly elected". */
const MAX_DESCRIBING = 3;
const isDescribing = (phrase: Phrase | undefined): boolean =>
  phrase?.kind === 'word' ||
  phrase?.kind === 'adverb' ||
  (phrase?.kind === 'verb' && phrase.text.endsWith('ed'));

const HAS_VERB = new Set<Phrase['kind']>(['verb', 'saying']);

/** Said Borg. */
function inverted(phrases: readonly Phrase[], at: number): FoundAttribution | undefined {
  const verb = phrases[at];
  if (verb?.kind !== 'saying' || verb.form !== 'finite') return undefined;
  let first = at + 1;
  // Said newly elected Anna Borg.
  while (first <= at + MAX_DESCRIBING && isDescribing(phrases[first])) first++;
  const subject = phrases[first];
  if (subject?.kind !== 'noun' || (first > at + 1 && subject.noun !== 'name')) return undefined;
  const name = nameAfter(phrases, first);
  // “…,” said he was late: what is said begins there.
  if (HAS_VERB.has(phrases[name + 1]?.kind ?? 'end')) return undefined;
  return { attribution: { speaker: spanFrom(phrases[name]), cue: spanFrom(verb) }, end: name + 1 };
}

/** Beamed Borg: any verb that stands between a quotation and a name. */
function beamed(phrases: readonly Phrase[], at: number): FoundAttribution | undefined {
  const [verb, subject] = [phrases[at], phrases[at + 1]];
  if (verb?.kind !== 'verb' || !verb.text.endsWith('ed') || subject?.noun !== 'name') return undefined;
  return { attribution: { speaker: spanFrom(subject), cue: spanFrom(verb) }, end: at + 2 };
}

/** So far from the quotation a subject with its apposition may have its verb, in phrases. */
const MAX_TO_VERB = 24;

/** Borg, a lawyer, said. */
function following(phrases: readonly Phrase[], at: number, closes: boolean): FoundAttribution | undefined {
  const subject = phrases[at];
  if (subject?.kind !== 'noun') return undefined;
  const verb = phrases[at + 1];
  const apposed = isMarkPhrase(verb, /^[,(]$/);
  if (closes && verb?.kind === 'verb' && verb.text.endsWith('ed'))
    return { attribution: { speaker: spanFrom(subject), cue: spanFrom(verb) }, end: at + 2 };
  for (let next = at + 1; next - at < MAX_TO_VERB && !isEnd(phrases[next]); next++) {
    const phrase = phrases[next];
    if (phrase?.kind === 'quotation' && !apposed) return undefined;
    if (phrase?.kind !== 'saying' || phrase.form === 'passive') continue;
    if (phrase.form !== 'finite') {
      // “…,” he went on to say.
      const goesOn = closes || isMarkPhrase(phrases[at - 1], /^,$/);
      if (!goesOn || phrases[at + 1]?.kind !== 'verb' || !closesSentence(phrases[next + 1])) continue;
      return { attribution: { speaker: spanFrom(subject), cue: spanFrom(phrase) }, end: next + 1 };
    }
    const direct = directSubject(phrases, next);
    // “…,” Borg, who asked to stay, said.
    if (apposed && phrases[direct ?? -1]?.kind === 'relative') continue;
    const found =
      direct !== undefined && direct >= at
        ? direct
        : apposed && isMarkPhrase(phrases[next - 1], /^,$/)
          ? at
          : undefined;
    if (found === undefined || (found !== at && !apposed)) return undefined;
    return { attribution: { speaker: spanFrom(phrases[found]), cue: spanFrom(phrase) }, end: next + 1 };
  }
  return undefined;
}

/** The first phrase that is near enough before a quotation to tell who says it. */
function reachBefore(phrases: readonly Phrase[], at: number): number {
  const from = (phrases[at]?.start ?? 0) - MAX_REACH;
  let first = at;
  while (first > 0 && !isEnd(phrases[first - 1]) && (phrases[first - 1]?.start ?? 0) >= from) first--;
  return first;
}

/** Before it in its sentence, the nearest verb of saying: Borg said that “…”. */
function attributedBefore(phrases: readonly Phrase[], at: number): Attribution | undefined {
  const first = reachBefore(phrases, at);
  for (let back = at - 1; back >= first; back--) {
    back = beforeAside(phrases, back, first);
    const phrase = phrases[back];
    if (phrase?.kind === 'according' && phrases[back + 1]?.kind === 'noun')
      return { speaker: spanFrom(phrases[nameAfter(phrases, back + 1)]), cue: spanFrom(phrase) };
    const owner = phrase?.possessor;
    // “Borg’s claim that”, “in Borg’s words,”.
    const opens =
      phrases[back - 1]?.text === 'in' && phrases[back - 2]?.kind !== 'saying' ? /^[,:]$/ : /^(?:that|:)$/;
    if (owner && opens.test(phrases[back + 1]?.text ?? '')) return { speaker: owner, cue: null };
    if (phrase?.kind !== 'saying') continue;
    if (phrase.form === 'passive' || isNaming(phrases, back, at)) return spokenOf(phrases, back, at);
    const subject = subjectOf(phrases, back);
    // Borg said she believes “…”: it is all Borg's word.
    if (phrase.isUnsaid && subject !== undefined && isToldBy(phrases, subject)) continue;
    if (subject !== undefined && subject >= first)
      return { speaker: spanFrom(phrases[nameAfter(phrases, subject)]), cue: spanFrom(phrase) };
  }
  return undefined;
}

/** The number of the phrase before the aside that the comma `at` closes: ", who had claimed otherwise,"; else `at`. */
function beforeAside(phrases: readonly Phrase[], at: number, first: number): number {
  // What is said follows a comma too: ", who claimed, “…”".
  if (!isMarkPhrase(phrases[at], /^,$/) || phrases[at - 1]?.kind === 'saying') return at;
  for (let back = at - 1; back > first; back--) {
    if (isMarkPhrase(phrases[back], /^,$/) || phrases[back]?.kind === 'quotation') return at;
    if (phrases[back]?.kind === 'relative' && isMarkPhrase(phrases[back - 1], /^,$/)) return back - 2;
  }
  return at;
}

/** True if the clause of the subject `at` is what somebody says. */
function isToldBy(phrases: readonly Phrase[], at: number): boolean {
  const before = phrases[at - 1];
  // Said she believes, told the paper she believes, said that she believes.
  const isInPassing = isMarkPhrase(before, /^,$/) && phrases[at - 2]?.kind === 'saying';
  return isInPassing || before?.kind === 'saying' || before?.kind === 'noun' || before?.text === 'that';
}

const between = (phrases: readonly Phrase[], from: number, to: number): number =>
  (phrases[to]?.start ?? 0) - (phrases[from]?.end ?? 0);

/** Of whom others speak: was told by Borg that “…”, was called “…” by Borg; nobody where "by" does not say who. */
function spokenOf(phrases: readonly Phrase[], verb: number, at: number): Attribution {
  const by = [verb + 1, at + 1].find(
    (next) => phrases[next]?.text === 'by' && phrases[next + 1]?.kind === 'noun',
  );
  if (by === undefined) return { speaker: null, cue: null };
  return { speaker: spanFrom(phrases[by + 1]), cue: spanFrom(phrases[by]) };
}

/** Farther after it in its sentence: “…” and more of it, Borg said. */
function attributedLater(phrases: readonly Phrase[], at: number): Attribution | undefined {
  const to = (phrases[at]?.end ?? 0) + MAX_REACH;
  for (let next = at + 1; !isEnd(phrases[next]) && (phrases[next]?.end ?? to) < to; next++) {
    const phrase = phrases[next];
    if (phrase?.kind === 'according' && phrases[next + 1]?.kind === 'noun')
      return { speaker: spanFrom(phrases[nameAfter(phrases, next + 1)]), cue: spanFrom(phrase) };
    if (phrase?.kind !== 'saying' || phrase.form !== 'finite') continue;
    const turned = isMarkPhrase(phrases[next - 1], /^[,–—―]$/) ? inverted(phrases, next) : undefined;
    if (turned) return turned.attribution;
    const subject = directSubject(phrases, next);
    if (subject !== undefined && subject > at && isApart(phrases, subject))
      return { speaker: spanFrom(phrases[subject]), cue: spanFrom(phrase) };
  }
  return undefined;
}

/** True for a subject that begins its clause after a mark: "…, Borg said", and not "which Borg said", "to say Borg said". */
function isApart(phrases: readonly Phrase[], subject: number): boolean {
  let before = subject - 1;
  while (phrases[before]?.kind === 'adverb') before--;
  const kind = phrases[before]?.kind;
  // “This is how Borg put it.”
  const isManner = /^(?:how|as)$/.test(phrases[before]?.text ?? '');
  return phrases[subject]?.kind === 'noun' && (kind === 'mark' || kind === 'quotation' || isManner);
}

/** A name before a colon: Borg: “…”. */
function labelled(phrases: readonly Phrase[], at: number): Attribution | undefined {
  const [name, before] = [phrases[at - 2], phrases[at - 3]];
  if (!isMarkPhrase(phrases[at - 1], /^:$/) || name?.kind !== 'noun') return undefined;
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
function signed(phrases: readonly Phrase[], at: number): Attribution | undefined {
  const name = phrases[at + 2];
  if (!isDash(phrases[at + 1]) || name?.noun !== 'name' || !closesSentence(phrases[at + 3])) return undefined;
  return { speaker: spanFrom(name), cue: null };
}

/** Within a sentence that has no verb of saying, whoever it is about is taken to use the words. */
function withinClause(phrases: readonly Phrase[], at: number): Attribution | undefined {
  const subject = clauseSubject(phrases, at);
  // “Indeed, “…””
  const isAdverbial = subject === at - 2 && isMarkPhrase(phrases[at - 1], /^,$/) && isEnd(phrases[at - 3]);
  // The word “wall”
  const isNamed = subject === at - 1 && phrases[subject]?.noun === 'role';
  if (subject === undefined || isAdverbial || isNamed) return undefined;
  // What a whole clause leads up to is said by whom it is about: “Borg put it bluntly in a letter: “…””
  const leadsUp = isMarkPhrase(phrases[at - 1], /^:$/) && isSomebody(phrases[subject]);
  return leadsUp || between(phrases, subject, at) <= WITHIN_REACH
    ? { speaker: spanFrom(phrases[subject]), cue: null }
    : undefined;
}

function isSomebody(phrase: Phrase | undefined): boolean {
  return phrase?.noun === 'name' || phrase?.noun === 'pronoun' || phrase?.isPlural === true;
}

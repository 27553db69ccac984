import type { Span } from '../../text/span.js';
import { type Attribution, labelled, signed, spanFrom } from './labels.js';
import type { Phrase } from './phrases.js';
import { quotedAfter, quotedBetween, subjectOf } from './sayer.js';
import { directSubject, isEnd, nameAfter } from './subject.js';
import { isNaming, isTitleOfWork } from './titles.js';
import { isToldBy, tellerOf } from './told.js';
import { MAX_REACH, reachBefore, withinClause } from './within-clause.js';

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

/** Verbs that never stand before their subject, since they need whom it is said to. */
const WITH_ADDRESSEE = /^(?:tell|inform|remind|assure)(?:s|ed)?$|^told$/;

const HAS_VERB = new Set<Phrase['kind']>(['verb', 'saying']);

/** Said Borg. */
function inverted(phrases: readonly Phrase[], at: number): FoundAttribution | undefined {
  const verb = phrases[at];
  if (verb?.kind !== 'saying' || verb.form !== 'finite') return undefined;
  let first = at + 1;
  // Said newly elected Anna Borg.
  while (first <= at + MAX_DESCRIBING && isDescribing(phrases[first])) first++;
  const subject = phrases[first];
  // “Tells the story of”: whom it is told to, and not who tells it.
  if (subject?.text === 'it' || WITH_ADDRESSEE.test(verb.last)) return undefined;
  if (subject?.kind !== 'noun' || (first > at + 1 && subject.noun !== 'name')) return undefined;
  const name = nameAfter(phrases, first);
  // “…,” said he was late: what is said begins there.
  if (HAS_VERB.has(phrases[name + 1]?.kind ?? 'end') && phrases[name + 2]?.text !== 'by') return undefined;
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
    const quoted = quotedAfter(phrases, next);
    if (quoted === null || (quoted !== undefined && quoted >= at))
      return {
        attribution: { speaker: spanFrom(phrases[quoted ?? -1]), cue: spanFrom(phrase) },
        end: next + 1,
      };
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

/** Before it in its sentence, the nearest verb of saying: Borg said that “…”. */
function attributedBefore(phrases: readonly Phrase[], at: number): Attribution | undefined {
  const first = reachBefore(phrases, at);
  for (let back = at - 1; back >= first; back--) {
    back = beforeAside(phrases, back, first);
    const phrase = phrases[back];
    const source = phrase?.kind === 'according' ? sourceAfter(phrases, back + 1) : undefined;
    if (source) return { speaker: source, cue: spanFrom(phrase) };
    const owner = phrase?.possessor;
    // “Borg’s claim that”, “in Borg’s words,”.
    const opens =
      phrases[back - 1]?.text === 'in' && phrases[back - 2]?.kind !== 'saying' ? /^[,:]$/ : /^(?:that|:)$/;
    if (owner && opens.test(phrases[back + 1]?.text ?? '')) return { speaker: owner, cue: null };
    if (phrase?.kind !== 'saying') continue;
    if (phrase.form === 'passive' || isNaming(phrases, back, at)) return spokenOf(phrases, back, at);
    // “Lund at Night” reported that: nobody.
    if (isTitleBefore(phrases, back)) return { speaker: null, cue: spanFrom(phrase) };
    const subject = quotedBetween(phrases, back, at) ?? subjectOf(phrases, back);
    // Borg said she believes “…”: it is all Borg's word.
    if (phrase.isUnsaid && subject !== undefined && isToldBy(phrases, subject)) continue;
    const teller = subject === undefined ? undefined : tellerOf(phrases, subject);
    if (teller) return { speaker: spanFrom(phrases[teller.subject]), cue: spanFrom(phrases[teller.verb]) };
    if (subject !== undefined && subject >= first)
      return { speaker: spanFrom(phrases[nameAfter(phrases, subject)]), cue: spanFrom(phrase) };
  }
  return undefined;
}

/** Whom or what "according to" names, without an article too: "according to court papers". */
function sourceAfter(phrases: readonly Phrase[], at: number): Span | null {
  if (phrases[at]?.kind === 'noun') return spanFrom(phrases[nameAfter(phrases, at)]);
  let end = at;
  while (end < at + MAX_DESCRIBING && phrases[end]?.kind === 'word') end++;
  const [first, last] = [phrases[at], phrases[end - 1]];
  return end > at && first && last ? { start: first.start, end: last.end } : null;
}

/** True after a work that is the subject: it is quoted as a title, and no comma parts it from its verb. */
function isTitleBefore(phrases: readonly Phrase[], verb: number): boolean {
  const title = phrases[verb - 1];
  const isTitle = title?.kind === 'quotation' && title.isWork && /[\p{L}\p{N}]/u.test(title.text);
  return isTitle && isEnd(phrases[verb - 2]);
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
    const source = phrase?.kind === 'according' ? sourceAfter(phrases, next + 1) : undefined;
    if (source) return { speaker: source, cue: spanFrom(phrase) };
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
  // “This is how Borg put it”, “or so Borg said.”
  const isManner = /^(?:how|as|so)$/.test(phrases[before]?.text ?? '') || isWhat(phrases, before);
  return phrases[subject]?.kind === 'noun' && (kind === 'mark' || kind === 'quotation' || isManner);
}

/** True for the "what" of "that is what". */
function isWhat(phrases: readonly Phrase[], at: number): boolean {
  const [that, is, what] = phrases.slice(Math.max(0, at - 2), at + 1);
  const isShown = /^(?:that|this)$/.test(that?.text ?? '') && /^(?:is|was|’s)$/.test(is?.text ?? '');
  return what?.text === 'what' && isShown;
}

import type { Phrase } from './phrases.js';

/** So many phrases are gone back for a subject; no clause in prose has more. */
const MAX_BACK = 60;
/** So far an apposition may reach, in UTF-16 code units: "Borg, who has led the council since the spring, said". */
const MAX_APPOSITION = 200;

/** Prepositions that begin a clause too: "as Borg said". */
export const OPENS_CLAUSE = new Set(['after', 'before', 'as', 'since', 'until', 'than', 'like']);

/** Auxiliaries that may stand apart from their verb: "has in the past said". */
const HAVE = new Set(['has', 'have', 'had', '’ve', 'will', 'would']);

const isMarkPhrase = (phrase: Phrase | undefined, text: string): boolean =>
  phrase?.kind === 'mark' && phrase.text === text;
export const isDash = (phrase: Phrase | undefined): boolean =>
  phrase?.kind === 'mark' && /^[–—―-]$/.test(phrase.text);

/** True where one sentence ends: at its end, and after a quotation that closes with a full stop. */
export function isEnd(phrase: Phrase | undefined): boolean {
  return !phrase || phrase.kind === 'end' || (phrase.kind === 'quotation' && phrase.text === '.');
}

/** Verbs of saying that have nobody for an object, so that what follows them between commas is their subject. */
const ALONE =
  /^(?:said|says|added|adds|argued|argues|noted|notes|wrote|writes|explained|explains|insisted|insists)$/;

/** True for a verb that its subject follows between commas: "the dam, said Borg, is late". */
function isTurnedBetween(phrases: readonly Phrase[], at: number): boolean {
  const [before, after] = [phrases[at - 1], phrases[at + 2]];
  // What a quotation follows is no turn: “Borg, a lawyer, said the engineers “had lied.””
  const ends = after?.kind !== 'quotation' && isEnd(after);
  const isBetween =
    isMarkPhrase(before, ',') && (isMarkPhrase(after, ',') || ends || isMarkPhrase(after, '.'));
  return isBetween && phrases[at + 1]?.kind === 'noun' && ALONE.test(phrases[at]?.text ?? '');
}

/** The subject that stands next to a verb, past what describes it: "Borg, a lawyer, said", "the head of it said". */
export function directSubject(phrases: readonly Phrase[], at: number): number | undefined {
  if (isTurnedBetween(phrases, at)) return at + 1;
  for (let back = at - 1; back >= 0 && at - back < MAX_BACK; back--) {
    const phrase = phrases[back];
    const before = phrases[back - 1];
    if (!phrase || isEnd(phrase)) return undefined;
    if (phrase.kind === 'adverb' || phrase.kind === 'preposition' || HAVE.has(phrase.text)) continue;
    if (phrase.kind === 'relative') return /^(?:who|which)$/.test(phrase.text) ? back : undefined;
    if (phrase.kind === 'subordinator')
      return phrase.text === 'that' && before?.kind === 'noun' ? back - 1 : undefined;
    if (isMarkPhrase(phrase, ')')) back = openingOf(phrases, back);
    else if (isMarkPhrase(phrase, ',')) return apposed(phrases, back);
    else if (phrase.kind === 'noun') {
      // “Borg and Lund both said”
      if (before?.kind === 'noun' && phrase.text === 'both') return back - 1;
      const isPlace = before?.kind === 'preposition' && !(back === at - 1 && OPENS_CLAUSE.has(before.text));
      if (!isPlace) return back;
      // A letter obtained by the paper warns.
      if (phrases[back - 2]?.kind === 'verb' && phrases[back - 3]?.kind === 'noun') back -= 2;
      else back -= 1;
    } else return undefined;
  }
  return undefined;
}

/** The number of the name in apposition to what describes somebody at `at`: "the mayor, Anna Borg"; else `at`. */
export function nameAfter(phrases: readonly Phrase[], at: number): number {
  const [role, name, after] = [phrases[at], phrases[at + 2], phrases[at + 3]];
  if (role?.noun !== 'role' || role.isPlural || !isMarkPhrase(phrases[at + 1], ',')) return at;
  const isAlone = isEnd(after) || after?.kind === 'mark' || after?.kind === 'quotation';
  return name?.noun === 'name' && !name.isPlural && !name.isGenitive && isAlone ? at + 2 : at;
}

/** The number of the mark that opens what the one at `at` closes; `at` where none is near. */
function openingOf(phrases: readonly Phrase[], at: number): number {
  for (let back = at - 1; back >= 0 && at - back < 12; back--)
    if (isMarkPhrase(phrases[back], '(')) return back;
  return at;
}

/** The subject before the apposition that ends with the comma `at`: a name rather than what describes it. */
function apposed(phrases: readonly Phrase[], at: number): number | undefined {
  let found: number | undefined;
  const closing = phrases[at]?.start ?? 0;
  for (let end = at; closing - (phrases[end]?.start ?? 0) <= MAX_APPOSITION; ) {
    const start = segmentStart(phrases, end);
    const first = phrases[start];
    if (!first) break;
    if (first.text === 'who' && start + 1 === end) return start;
    const verbless = isVerbless(phrases, start, end);
    const head = first.kind === 'noun' && verbless ? start : joinedSubject(phrases, end);
    if (
      head !== undefined &&
      (found === undefined || phrases[found]?.noun !== 'name' || phrases[head]?.noun === 'name')
    )
      found = head;
    const isAside =
      first.kind === 'relative' || ASIDE.test(first.text) || (first.kind === 'preposition' && end === at);
    if (!(isAside || verbless) || !isMarkPhrase(phrases[start - 1], ',')) break;
    end = start - 1;
  }
  return found;
}

/** Participles, which begin an aside: "wearing a hat". */
const ASIDE = /(?:ing|ed)$/;

/** The noun right before a comma that begins its own clause: "and he, once again, said". */
function joinedSubject(phrases: readonly Phrase[], comma: number): number | undefined {
  const at = isMarkPhrase(phrases[comma - 1], ')') ? openingOf(phrases, comma - 1) - 1 : comma - 1;
  const [before, subject] = [phrases[at - 1]?.kind, phrases[at]];
  if (subject?.kind !== 'noun') return undefined;
  // “By the council and its allies, said”
  if (subject.noun !== 'pronoun' && phrases[at - 2]?.kind === 'noun') return undefined;
  return before === 'conjunction' || before === 'subordinator' ? at : undefined;
}

/** The first phrase after the mark, the end or the quotation before `end`. */
export function segmentStart(phrases: readonly Phrase[], end: number): number {
  let start = end;
  while (start > 0 && end - start < MAX_BACK) {
    const before = phrases[start - 1];
    if (isMarkPhrase(before, ')')) {
      start = openingOf(phrases, start - 1);
      if (isMarkPhrase(phrases[start], ')')) break;
      continue;
    }
    if (isEnd(before) || before?.kind === 'quotation' || (before?.kind === 'mark' && before.text !== '-'))
      break;
    start--;
  }
  return start;
}

const VERBS = new Set<Phrase['kind']>(['verb', 'saying']);

function isVerbless(phrases: readonly Phrase[], start: number, end: number): boolean {
  return !phrases.slice(start, end).some(({ kind }) => VERBS.has(kind));
}

/**
 * The subject of the clause that goes on at `at`: the last before it that has a verb and belongs to no clause inside
 * another, else the first that is no object.
 */
export function clauseSubject(phrases: readonly Phrase[], at: number): number | undefined {
  let [first, inner]: [number | undefined, number | undefined] = [undefined, undefined];
  for (let back = at - 1; back >= 0 && at - back < MAX_BACK; back--) {
    const phrase = phrases[back];
    const before = phrases[back - 1];
    if (isEnd(phrase)) break;
    if (isMarkPhrase(phrase, ')')) back = openingOf(phrases, back);
    if (phrase?.kind !== 'noun') continue;
    if (isInverted(phrases, back)) return back;
    if (before?.text === 'with' && isActing(phrases, back)) return back;
    const mayBeObject =
      phrase.noun !== 'pronoun' || (/^(?:it|you)$/.test(phrase.text) && !hasVerb(phrases, back));
    if (mayBeObject && isObject(before, phrases[back - 2])) continue;
    // “It was clear”: nobody.
    if (phrase.text === 'it' && /^(?:’s|is|was|wasn’t|isn’t)$/.test(phrases[back + 1]?.text ?? '')) continue;
    if (isHeading(phrases, back)) continue;
    const isInside = isInner(before) || isToldThere(phrases, back);
    if (!hasVerb(phrases, back)) first = isInside ? first : back;
    else if (!isInside && !isInnerList(phrases, back)) return back;
    else inner ??= back;
  }
  return inner ?? first;
}

/** True for who does something in "with Borg taking the floor to say". */
function isActing(phrases: readonly Phrase[], at: number): boolean {
  return /..ing$/.test(phrases[at + 1]?.text ?? '');
}

/** True within what stands before a dash without a verb and begins its sentence: "LUND, Aug. 24 (UPI) — Borg said". */
function isHeading(phrases: readonly Phrase[], at: number): boolean {
  let end = at;
  while (end - at < MAX_ASIDE && !isEnd(phrases[end]) && !isDash(phrases[end])) {
    if (VERBS.has(phrases[end]?.kind ?? 'end')) return false;
    end++;
  }
  const start = segmentStart(phrases, end);
  const isFirst = isEnd(phrases[start - 1]) || phrases[start - 1]?.kind === 'mark';
  // A second dash closes an aside: “Borg — a teacher — says”.
  const isAside = phrases.slice(end + 1, end + 1 + MAX_ASIDE).some(isDash);
  return (
    isDash(phrases[end]) &&
    phrases[end]?.text !== '-' &&
    isFirst &&
    !isAside &&
    isVerbless(phrases, start, end)
  );
}

/** Said Borg, after a quotation. */
function isInverted(phrases: readonly Phrase[], at: number): boolean {
  const [verb, before, first] = [phrases[at - 1], phrases[at - 2], phrases[at - 3]];
  if (verb?.kind !== 'saying' || verb.form !== 'finite') return false;
  return before?.kind === 'quotation' || (isMarkPhrase(before, ',') && first?.kind === 'quotation');
}

/** True after what has an object: a preposition, or a verb. */
function isObject(before: Phrase | undefined, first: Phrase | undefined): boolean {
  if (before?.text === 'as' && first?.text === 'such') return true;
  // A “Lund” hat
  if (before?.kind === 'quotation' && /[\p{L}\p{N}]/u.test(before.text)) return true;
  if (before?.kind === 'preposition') return !OPENS_CLAUSE.has(before.text);
  return before?.kind === 'verb' || before?.kind === 'word';
}

/** True before the subject of a clause inside another: "who Borg", "said that Borg", "said Borg". */
function isInner(before: Phrase | undefined): boolean {
  return before?.kind === 'relative' || before?.kind === 'saying' || before?.text === 'that';
}

/** True before the subject of what is told to somebody, on a day or not: "told the Post on Monday Borg". */
function isToldThere(phrases: readonly Phrase[], at: number): boolean {
  let back = at - 1;
  while (phrases[back]?.kind === 'adverb' || (back < at - 1 && phrases[back]?.kind === 'preposition')) back--;
  if (phrases[back]?.isWork) back--;
  const verb = phrases[back - 1];
  return phrases[back]?.kind === 'noun' && verb?.kind === 'saying' && /^(?:told|tells)$/.test(verb.last);
}

/** True for the last of a list that is the subject of a clause inside another: "said that Borg and others". */
function isInnerList(phrases: readonly Phrase[], at: number): boolean {
  const isListed = phrases[at - 1]?.kind === 'conjunction' && phrases[at - 2]?.kind === 'noun';
  return isListed && isInner(phrases[at - 3]) && !hasVerb(phrases, at - 2);
}

const ARTICLE = /^(?:a|an|the|this|that|his|her|its|their)$/;

/** After brackets that open at `at`: "Holm (D-Lund) called"; else `at`. */
function afterBrackets(phrases: readonly Phrase[], at: number): number {
  if (!isMarkPhrase(phrases[at], '(')) return at;
  for (let next = at + 1; next - at <= MAX_ASIDE && !isEnd(phrases[next]); next++)
    if (isMarkPhrase(phrases[next], ')')) return next + 1;
  return at;
}

/** True if a noun has a verb: right after it, or after what describes it. */
export function hasVerb(phrases: readonly Phrase[], at: number): boolean {
  let next = afterBrackets(phrases, at + 1);
  if (isMarkPhrase(phrases[next], ',')) {
    // “The lawyer, Anna Borg, warned”: of the two, the name is who does it.
    const closes = phrases[at]?.noun === 'name' && VERBS.has(phrases[next + 1]?.kind ?? 'end');
    next = closes ? next + 1 : (afterAside(phrases, next) ?? next);
  }
  while (phrases[next]?.kind === 'adverb' || isTime(phrases, next)) next++;
  const phrase = phrases[next];
  if (!phrase) return false;
  if (phrase.kind === 'word') return !ASIDE.test(phrase.text) && !ARTICLE.test(phrase.text);
  return phrase.kind === 'verb' || (phrase.kind === 'saying' && phrase.form !== 'participle');
}

/** True for the preposition of "on Monday". */
function isTime(phrases: readonly Phrase[], at: number): boolean {
  return phrases[at]?.kind === 'preposition' && phrases[at + 1]?.kind === 'adverb';
}

/** So many phrases may stand between the commas of an aside. */
const MAX_ASIDE = 16;

/** After the comma that closes what the one at `at` opens, if it is no list and no clause of its own. */
function afterAside(phrases: readonly Phrase[], at: number): number | undefined {
  for (let next = at + 1; next - at <= MAX_ASIDE && !isEnd(phrases[next]); next++)
    if (isMarkPhrase(phrases[next], ',') && VERBS.has(phrases[next + 1]?.kind ?? 'word')) return next + 1;
  return undefined;
}

import type { Phrase } from './phrases.js';
import {
  clauseSubject,
  directSubject,
  hasVerb,
  isDash,
  isEnd,
  OPENS_CLAUSE,
  segmentStart,
} from './subject.js';
import { classesOf, Is } from './word-classes.js';

/** The number of the phrase that is the subject of the verb of saying `at`; undefined where none can be told. */
export function subjectOf(phrases: readonly Phrase[], at: number): number | undefined {
  const verb = phrases[at];
  if (verb?.form === 'participle') return subjectOfParticiple(phrases, at);
  if (verb?.form === 'infinitive')
    return agentBefore(phrases, at, 'for') ?? agentMoved(phrases, at) ?? clauseSubject(phrases, at);
  return directSubject(phrases, at) ?? clauseSubject(phrases, at);
}

/** Quoted Zell as saying; issued a statement saying. */
function subjectOfParticiple(phrases: readonly Phrase[], at: number): number | undefined {
  const before = phrases[at - 2];
  if (phrases[at - 1]?.text === 'as') {
    const quoted = quotedBefore(phrases, at - 1);
    if (quoted !== undefined) return quoted;
  }
  const following = subjectFollowing(phrases, at);
  if (following !== undefined) return following;
  // A sign is read, whoever holds it.
  if (phrases[at]?.text === 'reading' && phrases[at - 1]?.kind === 'noun' && before?.kind !== 'preposition')
    return at - 1;
  // “The dam leaks — critics saying”
  if (phrases[at - 1]?.kind === 'noun' && isDash(before)) return at - 1;
  const blamed = blamedBefore(phrases, at) ?? witnessedBefore(phrases, at);
  if (blamed !== undefined) return blamed;
  const agent =
    agentBefore(phrases, at, 'as') ?? agentBefore(phrases, at, 'with') ?? agentBefore(phrases, at, 'despite');
  return agent ?? clauseSubject(phrases, beforeSubordinate(phrases, at)) ?? clauseSubject(phrases, at);
}

/** The subject after what begins the sentence without one: Calling it “late,” Borg left; in calling it “late,” Borg. */
function subjectFollowing(phrases: readonly Phrase[], at: number): number | undefined {
  const leads = phrases[at - 1]?.kind === 'preposition' || phrases[at - 1]?.kind === 'subordinator';
  if (!isEnd(phrases[leads ? at - 2 : at - 1])) return undefined;
  for (let next = at + 1; next - at <= MAX_TO_AS && !isEnd(phrases[next]); next++) {
    const phrase = phrases[next];
    if (phrase?.text !== ',') continue;
    let subject = next + 1;
    while (phrases[subject]?.kind === 'adverb') subject++;
    return phrases[subject]?.kind === 'noun' ? subject : undefined;
  }
  return undefined;
}

/** Verbs of what somebody thinks of another for what that one says. */
const JUDGES =
  /^(?:accus|criticis|criticiz|blam|attack|mock|rebuk|condemn|denounc|prais|thank|scold|fault|chid|ridicul|suspect|applaud|reprimand|lambast|slamm|admonish|castigat|commend)(?:e|es|s|ed|ing)?$/;

/** Who is judged for it: accused Borg of saying, criticised Borg for calling it. */
function blamedBefore(phrases: readonly Phrase[], at: number): number | undefined {
  const [verb, object, preposition] = phrases.slice(Math.max(0, at - 3), at);
  if (!/^(?:of|for)$/.test(preposition?.text ?? '') || object?.kind !== 'noun') return undefined;
  return JUDGES.test(verb?.last ?? '') ? at - 2 : undefined;
}

/** Verbs of who was there when another says something. */
const WITNESSES = /^(?:recall(?:s|ed)?|remember(?:s|ed)?|hears?|heard|overheard|saw|caught|filmed|recorded)$/;

/** Who is heard to say it: recalled Borg saying. */
function witnessedBefore(phrases: readonly Phrase[], at: number): number | undefined {
  const isHeard = phrases[at - 1]?.kind === 'noun' && WITNESSES.test(phrases[at - 2]?.last ?? '');
  return isHeard ? at - 1 : undefined;
}

/** Whose words those before the quotation `at` are whom the verb `verb` has for its object: quoted Zell: “…”, heard Zell say “…”. */
export function quotedBetween(phrases: readonly Phrase[], verb: number, at: number): number | undefined {
  const { last = '', form } = phrases[verb] ?? {};
  // “Lund heard from Borg that”
  if (last === 'heard' && phrases[verb + 1]?.text === 'from' && phrases[verb + 2]?.kind === 'noun')
    return verb + 2;
  if (form === 'passive' || phrases[verb + 1]?.kind !== 'noun') return undefined;
  const quotes = QUOTES.test(last) && phrases[at - 1]?.text === ':';
  const says = (classesOf(phrases[verb + 2]?.text ?? '') & Is.SayBase) !== 0;
  return quotes || (WITNESSES.test(last) && says) ? verb + 1 : undefined;
}

/** So many phrases may stand between the verb and "as": quoted on Monday by the paper in Lund as saying. */
const MAX_TO_AS = 12;
/** Verbs that give what somebody says as theirs. */
const QUOTES = /^(?:quot|cit)(?:e|es|ed|ing)$/;

/** Who is quoted before the "as" `at`: quoted Zell, the mayor, as saying; Zell was quoted in the Post as saying. */
function quotedBefore(phrases: readonly Phrase[], at: number): number | undefined {
  for (let back = at - 1; back >= 0 && at - back <= MAX_TO_AS && !isEnd(phrases[back]); back--) {
    const verb = phrases[back];
    if (verb?.kind !== 'saying') continue;
    if (verb.form === 'passive') return subjectOf(phrases, back);
    const isNext = back === at - 2;
    return phrases[back + 1]?.kind === 'noun' && (isNext || QUOTES.test(verb.last)) ? back + 1 : undefined;
  }
  return phrases[at - 1]?.kind === 'noun' ? at - 1 : undefined;
}

/**
 * The number of whoever the verb `at` quotes, with "as saying" or the like after it; null where that is "him" or "her",
 * and undefined where it quotes nobody so.
 */
export function quotedAfter(phrases: readonly Phrase[], at: number): number | null | undefined {
  const verb = phrases[at];
  if (verb?.kind !== 'saying' || !QUOTES.test(verb.last)) return undefined;
  for (let next = at + 1; next - at <= MAX_TO_AS && !isEnd(phrases[next]); next++) {
    const said = phrases[next + 1];
    if (phrases[next]?.text !== 'as' || said?.kind !== 'saying') continue;
    if (verb.form === 'passive') return directSubject(phrases, at);
    return phrases[at + 1]?.kind === 'noun' ? at + 1 : null;
  }
  return undefined;
}

/**
 * Where the clause inside of another begins that ends before `at` with a comma or "by": "left after they came, saying";
 * else `at`.
 */
function beforeSubordinate(phrases: readonly Phrase[], at: number): number {
  if (phrases[at - 1]?.text !== ',' && phrases[at - 1]?.text !== 'by') return at;
  const start = segmentStart(phrases, at - 1);
  for (let back = at - 2; back > start; back--) {
    const phrase = phrases[back];
    const opens = phrase?.kind === 'subordinator' || OPENS_CLAUSE.has(phrase?.text ?? '');
    // What “comes as Borg leaves, saying” is Borg's.
    if (phrase?.text === 'as' && /^c[ao]me?s?$/.test(phrases[back - 1]?.text ?? '')) return at;
    if (opens && phrase?.text !== 'that' && phrases[back + 1]?.kind === 'noun' && hasVerb(phrases, back + 1))
      return back;
  }
  return at;
}

/** Who does it in "for Borg to say", "with Borg saying". */
function agentBefore(phrases: readonly Phrase[], at: number, preposition: string): number | undefined {
  return phrases[at - 1]?.kind === 'noun' && phrases[at - 2]?.text === preposition ? at - 1 : undefined;
}

/** Verbs of what makes others do something. */
const MOVES =
  /^(?:prompted|prompting|prompts|led|leads|leading|forced|forces|forcing|caused|causes|causing|inspired|inspires|pushed|drove|compelled|provoked|got|gets|persuaded|allowed|allows|allowing|enabled)$/;

/** Who does it in "prompted Borg to say". */
function agentMoved(phrases: readonly Phrase[], at: number): number | undefined {
  return phrases[at - 1]?.kind === 'noun' && MOVES.test(phrases[at - 2]?.text ?? '') ? at - 1 : undefined;
}

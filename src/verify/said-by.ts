import { qualifiersIn } from '../languages/english/qualifiers.js';
import type { Speech } from '../languages/english/speech.js';
import { isName } from './names.js';

/** Verbs with which somebody says that another says something, or that nobody does. */
const OF_OTHERS =
  /(?<!\p{L})(?:den(?:y|ies|ied|ying)|quot(?:es?|ed|ing)|cit(?:es?|ed|ing)|accus(?:es?|ed|ing)|as saying|of saying|according to|chant(?:s|ed|ing)?|hears?|heard|told by|asked by|disagree[sd]?|believes?)(?!\p{L})/iu;
/** What keeps a verb beside somebody from being something that they say: “refused to say”, “should have said”. */
const UNSAID = /(?<!\p{L})(?:refus\p{L}*|declin\p{L}*|fail\p{L}*|should|would|could|might|ought)(?!\p{L})/iu;
/** Right after a verb of saying, another's: “Stein claimed Dean had said”. */
const SAID_BEFORE = /^\s(?:that\s)?(?:\p{Lu}\S*\s|he\s|she\s|they\s){1,3}(?:ha[ds]\s)?said(?!\p{L})/u;
/** Names a source. */
const ACCORDING = /according to/i;
/** How far that is looked for, in UTF-16 code units. */
const REACH_TO_SAYER = 80;
/** Stands for a thing: “it said on a poster”. */
const THING = /^it$/iu;
/** What makes the subject after it that of another clause: “…” as Vance spoke. */
const OTHER_CLAUSE = /(?<!\p{L})(?:as|when|while|after|before|because|that|if|than)\s$/iu;
/** How much around a quotation is read for these, in UTF-16 code units. */
const REACH_TO_SPEAKER = 160;

/**
 * True if a speech's speaker can be told to say it: named next to a plain verb of saying, neither denying it nor
 * telling what another said. Whoever is in doubt is nobody's speaker.
 */
export function isSaidBy(text: string, { quotation, speaker, cue, isDenied }: Speech): boolean {
  if (cue === null || speaker === null || isDenied) return false;
  const name = text.slice(speaker.start, speaker.end);
  if (THING.test(name)) return false;
  if (/['’]s?(?!\p{L})/u.test(name) || /['’]s?\s/.test(text.slice(speaker.end, speaker.end + 3)))
    return false;
  const before = text.slice(
    Math.max(0, Math.min(speaker.start, quotation.start) - REACH_TO_SPEAKER),
    quotation.start,
  );
  const after = text.slice(
    quotation.end,
    Math.max(quotation.end, cue.end, speaker.end) + REACH_TO_SPEAKER / 4,
  );
  if (OTHER_CLAUSE.test(text.slice(Math.max(0, speaker.start - REACH_TO_SPEAKER), speaker.start)))
    return false;
  const around = sentenceOf(before, after);
  if (ACCORDING.test(text.slice(cue.start, cue.end))) return isSource(name, around);
  if (OF_OTHERS.test(around)) return false;
  const [from, to] = [Math.min(speaker.start, cue.start), Math.max(speaker.end, cue.end)];
  if (SAID_BEFORE.test(text.slice(to, to + REACH_TO_SAYER))) return false;
  if (UNSAID.test(text.slice(from, to))) return false;
  // “Nor Keller said” and “neither” stand before the name.
  return !qualifiersIn(text.slice(Math.max(0, from - 12), to)).some(
    ({ qualifier }) => qualifier === 'negation',
  );
}

/** True if a sentence gives what it says by its source, which is a name, and nobody quotes another there. */
function isSource(name: string, around: string): boolean {
  return isName(name) && !OF_OTHERS.test(around.replace(ACCORDING, ''));
}

/** What stands around a quotation in its own sentence. */
function sentenceOf(before: string, after: string): string {
  const end = after.search(/[.!?](?:\s|$)|["“„«]/);
  const start = Math.max(
    ...['. ', '! ', '? ', '”', '"', '»'].map((one) => before.trimEnd().lastIndexOf(one)),
  );
  return `${before.slice(start + 1)} ${end === -1 ? after : after.slice(0, end)}`;
}

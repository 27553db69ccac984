import type { Span } from '../../text/span.js';
import { classesOf, SAYING } from './word-classes.js';

/** Who is said to say something, and the words that say so. */
interface Said {
  readonly speaker: Span;
  /** The verb or phrase of saying; null where none stands beside the speaker. */
  readonly cue: Span | null;
  /** The quotation that it is about, if it is about one. */
  readonly quotation?: Span | undefined;
}

const NEGATION =
  /(?<!\p{L})(?:not|never|nor|neither|cannot|hardly|barely|scarcely|(?:do|does|did|has|have|had|is|was|wo|wou?ld|could|ca|should|might)n[’'ʼ]t)(?!\p{L})/iu;
/** With these a negation takes nothing back: “not only said”, “did not hesitate to say”, “had never before said”. */
const SAID_ALL_THE_SAME =
  /(?:not|n[’'ʼ]t|never|cannot)\s(?:only|just|merely|simply|before|so|more|(?:\p{L}+\s)?(?:hesitat|stop|tir|ceas|fail|help|resist|shy|minc|forg|miss|afraid|content)\p{L}*)(?!\p{L})/iu;
/** Nobody: “no official said”, “neither of them said”. */
const NOBODY = /^(?:[Nn]o one|[Nn]obody|[Nn]one|[Nn]either|[Nn]ot|[Nn]o \p{Ll})(?!\p{Lu})/u;
/** Before somebody, what denies that they say it: “nor did Borg say”, “denied that Borg said”, “no evidence that Borg said”. */
const DENIED_BEFORE =
  /(?<!\p{L})(?:(?:nor|neither|never|(?<!or\s)not)(?:\s(?:did|does|do|has|had|once did))?|den(?:y|ies|ied|ying)(?:\sthat)?|(?:not\strue|untrue|false|no\s(?:evidence|proof|record|sign|indication))\sthat)\s$/iu;
/** So much is looked at for that, in UTF-16 code units: “no indication that ”, and what stands before it. */
const BEFORE = 20;
/** Verbs and prepositions with which what follows is not said: “refused to say”, “denied ever having said”, “stopped short of saying”. */
const UNSAID = new RegExp(
  [
    String.raw`(?:refus|declin|fail|forg[oe]t|neglect)\p{L}*\sto\s(?:\p{L}+\s)?\p{L}+`,
    String.raw`den(?:y|ies|ied|ying)\s(?:\p{L}+\s){0,4}\p{L}+`,
    String.raw`(?:without|short\sof|far\sfrom|instead\sof|rather\sthan|avoid\p{L}*|refrain\p{L}*\sfrom|against)\s(?:\p{L}+\s)?\p{L}+`,
    String.raw`(?:should|could|would|might|ought\sto)\s(?:\p{L}+\s)?have\s(?:\p{L}+\s)?\p{L}+`,
  ]
    .map((one) => String.raw`(?<!\p{L})${one}$`)
    .join('|'),
  'iu',
);
const DENIES = /^den(?:y|ies|ied|ying)$/i;
/** What is said by whoever denies something: “denied it: “…””. */
const OPENS = /[:,]\s*$/;
/** An aside between its commas: “, who was never there,”. */
const ASIDE = /,[^,]*,/g;
/** What parts the verb from another before it: “did not come, but said”, “never laughed and said”. */
const OTHER_VERB = /^.*(?:,|;|(?<!\p{L})(?:but|and)(?!\p{L}))/su;
/** Without a verb of saying, words are denied by the verb of using them: “never used the word”. */
const UNUSED =
  /(?:not|never|n[’'ʼ]t)\s(?:\p{L}+\s)?(?:us(?:e|es|ed|ing)|utter(?:s|ed|ing)?|sp(?:eak|oke|oken))(?!\p{L})/iu;
/** Farther apart they are in two clauses, in UTF-16 code units; it bounds the work too. */
const MOST_BETWEEN = 200;

/**
 * True if a text says of somebody that they do not say something: “Borg never said”, “denied saying”, “refused to
 * say”, “should have said”. What a verb of denial itself is about is denied, too: “Borg denied that “…””.
 */
export function isDenied(text: string, { speaker, cue, quotation }: Said): boolean {
  const beside = cue ?? quotation ?? speaker;
  const isFirst = speaker.start <= beside.start;
  const from = isFirst ? speaker.end : beside.end;
  const to = isFirst ? (cue ? cue.end : beside.start) : speaker.start;
  if (to - from > MOST_BETWEEN || meets(quotation, { start: from, end: to })) return false;
  const name = text.slice(speaker.start, speaker.end);
  if (NOBODY.test(name)) return true;
  const start = Math.min(speaker.start, beside.start);
  if (DENIED_BEFORE.test(text.slice(Math.max(0, start - BEFORE), start))) return true;
  const verb = cue && !isFirst ? text.slice(cue.start, cue.end) : '';
  const between = `${verb} ${text.slice(from, Math.max(from, to))}`.replace(ASIDE, ' ').trim();
  if (cue === null) return UNUSED.test(between);
  const own = between.replace(OTHER_VERB, '');
  if (UNSAID.test(own) || (NEGATION.test(own) && !SAID_ALL_THE_SAME.test(own))) return true;
  if (!DENIES.test(text.slice(cue.start, cue.end))) return false;
  return isOfSaying(text.slice(cue.end)) || (quotation !== undefined && isWhatIsDenied(text, cue, quotation));
}

/** What may stand between a verb of denial and the saying that is denied. */
const DENIED_SAYING = /^\s(?:(?:ever|having|even|he|she|they|that|had|has)\s){0,4}(\p{L}{1,30})(?!\p{L})/u;

/** True if what follows a verb of denial is that somebody said something: “denied ever having said”. */
function isOfSaying(after: string): boolean {
  const [, verb = ''] = DENIED_SAYING.exec(after) ?? [];
  return (classesOf(verb.toLowerCase()) & SAYING) !== 0;
}

/** True if a quotation stands behind the verb of denial, and no comma or colon before it. */
function isWhatIsDenied(text: string, cue: Span, quotation: Span): boolean {
  return quotation.start >= cue.end && !OPENS.test(text.slice(cue.end, quotation.start));
}

function meets(quotation: Span | undefined, { start, end }: Span): boolean {
  return quotation !== undefined && quotation.start < end && start < quotation.end;
}

import { speechIn } from '../languages/english/speech.js';
import { mentionsSaying } from '../languages/english/word-classes.js';
import { mentionsOtherSaying } from '../languages/other-saying.js';
import { foldWord } from '../text/fold.js';
import { outerQuotationsIn } from '../text/quotation-marks.js';
import { readPart } from './claim.js';
import { isName } from './names.js';
import { isSaidBy } from './said-by.js';
import { isSetOff } from './set-off.js';

/** A quotation in something that a member gave, and who is said there to have said it. */
export interface GivenQuotation {
  /** The words between the marks. */
  readonly text: string;
  /** The name as given; null where none is. */
  readonly speaker: string | null;
}

const BETWEEN_PARAGRAPHS = /\n[^\S\n]*\n/;

/** Every quotation of a text, paragraph by paragraph. */
export function quotationsGiven(text: string): GivenQuotation[] {
  return text.split(BETWEEN_PARAGRAPHS).flatMap((paragraph) => {
    const all = speechIn(paragraph);
    const said = all.filter((speech) => isSaidBy(paragraph, speech));
    const cued = new Set(said.flatMap(({ speaker }) => speaker?.start ?? []));
    const outer = all.filter(({ quotation }) => quotation.depth === 0);
    return outer.map(({ quotation: { start, end, innerStart, innerEnd }, speaker: own }): GivenQuotation => {
      // One that follows, as after “…,” Borg said, has the speaker of the one before.
      const named = own && cued.has(own.start) ? paragraph.slice(own.start, own.end) : null;
      const speaker = signedBy(paragraph, end) ?? labelledBy(paragraph, start) ?? named;
      return {
        text: paragraph.slice(innerStart, innerEnd),
        speaker: speaker !== null && isName(speaker) ? speaker : null,
      };
    });
  });
}

/**
 * The quotations of a text that says who said them, or sets them off from its own words as if it did; none where it
 * does not, since then what stands around the marks may be a part of what is quoted.
 */
export function attributedQuotations(text: string): GivenQuotation[] {
  const given = quotationsGiven(text);
  const telling = given.some(({ text: quotation }) => !readPart(quotation).tooShort);
  const attributed = () => given.some(({ speaker }) => speaker !== null) || hasSaying(text) || setsOff(text);
  return telling && attributed() ? given : [];
}

/** True if a quotation that is long enough to be somebody's is set off from the words around it. */
function setsOff(text: string): boolean {
  return text
    .split(BETWEEN_PARAGRAPHS)
    .some((paragraph) =>
      outerQuotationsIn(paragraph).some(
        (quotation) =>
          isSetOff(paragraph, quotation) &&
          !readPart(paragraph.slice(quotation.innerStart, quotation.innerEnd)).tooShort,
      ),
    );
}

/** True if a verb of saying of any language that is known stands outside of all quotation marks. */
export function hasSaying(text: string): boolean {
  let reached = 0;
  const outside: string[] = [];
  for (const { start, end } of outerQuotationsIn(text)) {
    outside.push(text.slice(reached, start));
    reached = end;
  }
  outside.push(text.slice(reached));
  return outside.some((part) => mentionsSaying(part) || mentionsOtherSaying(part));
}

/** A name after a dash: “…” — Enrique Peña Nieto (@EPN). */
const SIGNATURE = /^[.\s]{0,3}(?:[-–—―~]{1,2})\s{0,3}(?:by )?(\p{Lu}[^\n,(|@#;:“"]{1,60})/u;
/** A name before a colon: Borg: “…”. */
const LABEL = /(?:^|\n)\s{0,8}(\p{Lu}[^:\n“"]{1,60}):\s{0,3}$/u;
/** The longest of either, with what surrounds it. */
const REACH_AROUND = 80;
/** A name has no more words. */
const MAX_NAME_WORDS = 6;

function signedBy(text: string, end: number): string | undefined {
  return nameIn(SIGNATURE.exec(text.slice(end, end + REACH_AROUND)));
}

function labelledBy(text: string, start: number): string | undefined {
  return nameIn(LABEL.exec(text.slice(Math.max(0, start - REACH_AROUND), start)));
}

/** What stands in a name besides capitals: “von der Leyen”, “Secretary of State”. */
const PARTICLES = new Set(
  'of the de del della la le al el bin ibn van von der den di da do dos y e and'.split(' '),
);
/** By itself it is a date; a name that begins so goes on. */
const MONTH =
  /^(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.?$|^(?:January|February|March|April|May|June|July|August|September|October|November|December)$/;
/** With a capital they begin a sentence, and no name. */
const NO_NAME = new Set(
  'in on at by from to for when while after before as if but and or he she it we they you i this that there'.split(
    ' ',
  ),
);

/** The name that a pattern found, if it is one: capitals and particles, no date and no sentence. */
function nameIn(match: RegExpExecArray | null): string | undefined {
  // What follows a name in a tweet: its date, or its address.
  const [cut] = match?.[1]?.split(/\s(?=https?:|\d)|\s?\(@/u) ?? [];
  const name = cut?.trim();
  const parts = name?.split(/\s+/) ?? [];
  const [first = ''] = parts;
  const capitals = parts.every((part) => /^\p{Lu}/u.test(part) || PARTICLES.has(part));
  if (!capitals || parts.length > MAX_NAME_WORDS || NO_NAME.has(foldWord(first))) return undefined;
  return parts.length === 1 && MONTH.test(first) ? undefined : name;
}

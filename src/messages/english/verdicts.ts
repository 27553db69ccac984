import { agreeing, count } from './count.js';

const list = (words: readonly string[]) => words.join(', ');

/** A number of documents or places; `isAll` is false where there may be more than were found. */
const counted = (number: number, isAll: boolean, what = 'document') =>
  `${isAll ? '' : 'at least '}${count(number, what)}`;

/** What `/verify` says. */
export const verdicts = {
  /** The verdicts as words, by what JSON names them with. */
  names: {
    exact: 'exact',
    typographic: 'typographic',
    elided: 'elided',
    'in-parts': 'in parts',
    joined: 'joined',
    altered: 'altered',
    absent: 'absent',
    'too-short': 'too short',
    unchecked: 'unchecked',
  },
  /** A quotation in the list of all. */
  line: (name: string, beginning: string) =>
    `${name.charAt(0).toUpperCase()}${name.slice(1)}: “${beginning}”`,
  /** "3 quotations: 2 altered, 1 exact". */
  summary: (quotations: number, parts: readonly { readonly number: number; readonly name: string }[]) =>
    `${count(quotations, 'quotation')}: ${list(parts.map(({ number, name }) => `${number} ${name}`))}`,

  exact: (documents: number, isAll: boolean) =>
    `Exact: character for character in ${counted(documents, isAll)}.`,
  typographic: (documents: number, isAll: boolean, folds: readonly string[]) =>
    `Typographic: same words, different typography (${list(folds)}), in ${counted(documents, isAll)}.`,
  /** `leavesOut` where there are words between the parts. */
  elided: (documents: number, isAll: boolean, leavesOut: boolean) =>
    `Elided: all parts are in ${counted(documents, isAll)}, in order and near each other. They are marked; ${leavesOut ? 'what is between them was left out' : 'no words between them were left out'}.`,
  inParts: (documents: number, isAll: boolean) =>
    `In parts: one quotation in ${counted(documents, isAll)}, interrupted by the outlet’s own words. The parts are marked.`,
  joinedAcross:
    'Joined: the parts are in different documents. Nothing here shows that they were said together.',
  joinedWithin:
    'Joined: the parts are in different places in a document, or in another order. Nothing here shows that they were said together.',
  altered: (documents: number, isAll: boolean) =>
    `Altered: not what any document says. The nearest wording is in ${counted(documents, isAll)}; differences are marked.`,
  absent:
    'Absent: no document has these words, and none of the passages that share most with them comes close.',
  tooShort: 'Too short to say whose words these are. They are in no document.',
  tooShortIn: (places: number, isAll: boolean) =>
    `Too short to say whose words these are. They are in ${counted(places, isAll, 'place')}.`,
  tookTooLong: 'Not checked: it took too long. Try a shorter quotation, or fewer at once.',
  failed: (id: string) => `Not checked: something went wrong on the bot’s side (id ${id}).`,

  firstPlaces: (shown: number, all: number, isAll: boolean) =>
    `Showing the first ${shown} of ${counted(all, isAll, 'place')}.`,
  typesetElsewhere: (places: number, isAll: boolean) =>
    `Typeset differently in ${counted(places, isAll, 'more place')}.`,
  /** In how many documents was not counted. */
  wordedElsewhere: 'Quoted in different words elsewhere.',
  inserted: (texts: string) => `Added in brackets by whoever quoted it: ${texts}`,
  setAside: (kinds: readonly string[]) => `Ignored in the comparison: ${list(kinds)}.`,
  onlyQuoted: 'Only the text inside quotation marks was checked.',
  onlyFirst: (checked: number, all: number) =>
    `Only the first ${checked} of ${count(all, 'quotation')} ${agreeing(checked, 'was', 'were')} checked.`,
  noWords: 'That message has no words to verify.',

  /** Notes on an excerpt. */
  typeset: (folds: readonly string[]) => `typeset differently: ${list(folds)}`,
  partlyQuoted: 'only part of this is inside quotation marks there',
  notQuoted: 'not inside quotation marks there',
  worded: 'worded differently there; differences are marked',
  part: (number: number, all: number) => `part ${number} of ${all}`,
  join: (notes: readonly string[]) => notes.join('; '),

  /** What a quotation leaves out, by where that is and what it is; words of the document follow in brackets. */
  leftOut: {
    omitted: 'Among the words left out',
    beside: 'In the same sentence, outside the quotation',
  },
  qualifiers: {
    negation: 'a negation',
    condition: 'a condition',
    number: 'a number',
    'question mark': 'a question mark',
  },
  leftOutWords: (where: string, what: string) => ({ before: `${where}: ${what} (`, after: ').' }),

  /** Who is said to have said it, and who is named there; names of the document stand between `before` and `after`. */
  nobodyNamed: (speaker: string) =>
    `Attributed to ${speaker}; no speaker is named next to these words there.`,
  sameNamed: (speaker: string) => `Attributed to ${speaker}, who is named as saying it.`,
  alsoNamed: (speaker: string) => ({
    before: `Attributed to ${speaker}, who is named as saying it; elsewhere `,
    after: ' is.',
  }),
  otherNamed: (speaker: string) => ({
    before: 'The documents attribute this to ',
    after: `, not to ${speaker}.`,
  }),

  given: 'As given:',
  printed: 'As printed:',
  elsewhere: 'Elsewhere:',
  /** The words of a document that tell who says it there. */
  saidBy: (speaker: string) => `Said there by: ${speaker}`,
  marked: 'Marked:',
};

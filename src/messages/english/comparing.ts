import { count } from './count.js';

/** What tells a statement: an outlet, or a document where some state no outlet. */
type Teller = 'outlet' | 'document';

/** What the statements that are shown add up to. */
interface Figures {
  readonly statements: number;
  readonly passages: number;
  /** Of the passages' words, in per cent; undefined where no two are of one statement. */
  readonly share: number | undefined;
  readonly identical: number;
  readonly part: number;
  readonly different: number;
  readonly alone: number;
  /** In no other passage that is shown, but in nearly the same text elsewhere. */
  readonly copied: number;
  /** So many are like them that these were not looked for in all. */
  readonly uncompared: number;
}

const by = (speaker: string | undefined) => (speaker === undefined ? '' : ` by ${speaker}`);

const of = (some: number, all: number) =>
  some < all ? `${some} of these` : all === 2 ? 'both' : `all ${all}`;

/** What `/compare` says. */
export const compare = {
  /** `isAll` is false where more of them may be. */
  onTopic: (statements: number, common: number, isAll: boolean, teller: Teller, topic: string) =>
    `${count(statements, 'statement')}, ${common === 0 && !isAll ? 'none found' : `${isAll ? '' : 'at least '}${common}`} in more than one ${teller}, on: ${topic}`,
  exactly: (statements: number, teller: Teller, speaker?: string) =>
    `${count(statements, 'statement')}${by(speaker)} in more than one ${teller}`,
  atLeast: (statements: number, teller: Teller, speaker?: string) =>
    `At least ${count(statements, 'statement')}${by(speaker)} in more than one ${teller}`,
  none: (teller: Teller, speaker?: string) => `No statement${by(speaker)} is in more than one ${teller}.`,
  /** Where there may be some among passages that are much alike. */
  noneCompared: (teller: Teller, speaker?: string) =>
    `No statement${by(speaker)} was found in more than one ${teller}, but some passages are like too many others to compare them all. Name a topic to see them.`,
  /** `looked` is how many passages were looked at, of how many. */
  noneYet: (teller: Teller, { at, of }: { readonly at: number; readonly of: number }, speaker?: string) =>
    `No statement${by(speaker)} in more than one ${teller} among the first ${count(at, 'passage')} of ${of}. Still looking; ask again in a moment, or name a topic.`,
  unread: (left: number, passages: number) =>
    `Left out: ${left} of ${count(passages, 'passage')}; there was no time to read the stories that they belong to`,
  notAll: (passages: number) =>
    `More may be on the topic: the ${count(passages, 'passage')} that say most of it were looked at.`,
  isCut: 'This story runs through more documents than are compared at once; some may be missing here.',
  /** Of the kinds of quotations those that there are. */
  figures: ({ statements, passages, share, ...quotations }: Figures, teller: Teller) => {
    const kinds = [
      [quotations.identical, 'identical'],
      [quotations.part, 'partly printed'],
      [quotations.different, 'different'],
      [quotations.copied, 'in nearly the same texts only'],
      [quotations.alone, `quoted in one ${teller} only`],
      [quotations.uncompared, 'not compared, as there are too many like them'],
    ] as const;
    const found = kinds.filter(([number]) => number > 0).map(([number, kind]) => `${number} ${kind}`);
    return [
      `${statements === 1 ? 'This statement' : `These ${statements} statements`}: ${count(passages, 'passage')} compared`,
      ...(share === undefined ? [] : [`${share}% of their words shared`]),
      found.length > 0 ? `quotations: ${found.join(', ')}` : 'no quotations',
    ].join('; ');
  },

  /** Above a statement: who reports it; `others` is how many have nothing on the story, as far as was found. */
  reportedIn: (tellers: number, all: number, others: number, teller: Teller) =>
    `In ${tellers} of ${count(all, teller)} on this story${others > 0 ? ` (none of it found in ${count(others, 'other')})` : ''}`,
  onlyBy: (name: string) => `Reported only by ${name}`,
  /** The others print nearly the same text; `more` is how many are not named. */
  sameTextIn: (name: string, names: readonly string[], more: number) =>
    `In ${name}, and nearly the same text in ${names.join(', ')}${more > 0 ? ` and ${more} more` : ''}`,
  /** It is not certain that the others do not report it. */
  foundIn: (name: string) => `In ${name}`,
  /** Nothing on the story was found in any other. */
  aloneOnStory: (name: string) => `Found in ${name} only`,
  /** `more` is how many are not named. */
  noCounterpart: (names: readonly string[], more: number) =>
    `no counterpart found in ${names.join(', ')}${more > 0 ? ` and ${more} more` : ''}`,
  perhapsIn: (names: readonly string[], more: number) =>
    `perhaps also in ${names.join(', ')}${more > 0 ? ` and ${more} more` : ''}`,
  /** A passage of a document that prints nearly the same text. */
  copy: (name: string, id: string) => `${name} (${id})`,
  alsoIn: (names: readonly string[], more: number) =>
    `Nearly the same text also in ${names.join(', ')}${more > 0 ? ` and ${more} more` : ''}`,
  /** How many of those that report it print its quotation. */
  samePrinted: (tellers: number, all: number) => `${of(tellers, all)} print the same quotation`,
  partlyPrinted: (tellers: number, all: number) =>
    `${of(tellers, all)} print the same quotation, some only a part of it`,
  /** Of three, two may print the same words. */
  differentlyPrinted: (tellers: number, all: number) =>
    tellers === 2
      ? `${of(tellers, all)} print a quotation in different words`
      : `${of(tellers, all)} print a quotation, not all in the same words`,
  /** Of a statement that so many have, or nearly, that it was not looked for in all. */
  crowded: 'too many passages are like it to compare them all',
  join: (parts: readonly string[]) => parts.join('; '),

  /** Below a statement. */
  introductions: 'How it is introduced',
  differences: 'Different inside quotation marks',
  spellings: 'The same words, spelt or shortened differently',
  nothingThere: '(nothing)',
};

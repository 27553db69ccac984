import { agreeing, count } from './count.js';

/** How many passages were found; `shown` are in the answer, and `complete` is false where there may be more. */
interface Found {
  readonly shown: number;
  readonly passages: number;
  readonly documents: number;
  readonly complete: boolean;
}

/** What passages were looked for, as it was asked. */
interface Narrowed {
  readonly said?: boolean | undefined;
  readonly speaker?: string | undefined;
  readonly outlet?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

function narrowed({ said, speaker, outlet, from, to }: Narrowed): string {
  return [
    said ? ' inside quotation marks' : '',
    speaker === undefined ? '' : ` said by ${speaker}`,
    outlet === undefined ? '' : ` from ${outlet}`,
    from === undefined ? '' : ` since ${from}`,
    to === undefined ? '' : ` until ${to}`,
  ].join('');
}

/** What `/quote` and `/ask` say of what they found. */
export const search = {
  /** "7 passages in 2 documents", and where there are more than an answer holds, that it holds the best. */
  found({ shown, passages, documents, complete }: Found, topic: string): string {
    const all = `${count(passages, 'passage')} in ${count(documents, 'document')}`;
    const some = `The best ${shown} of`;
    const known = complete ? all : `at least ${all}`;
    if (shown < passages) return `${some} ${known} on: ${topic}`;
    return `${complete ? all : `At least ${all}`} on: ${topic}`;
  },
  nothing: (topic: string, filters: Narrowed) => `Nothing found${narrowed(filters)} on: ${topic}`,
  searched: (documents: number) => `Searched ${count(documents, 'document')}.`,
  undated: (documents: number) =>
    `${count(documents, 'document')} without a stated date ${agreeing(documents, 'was', 'were')} left out`,

  answers: (passages: number, question: string) =>
    `${count(passages, 'passage')}, with the most relevant sentence marked: ${question}`,
  noAnswer: (question: string, filters: Narrowed) =>
    `No passage${narrowed(filters)} answers it in these words: ${question}`,
  notInDocuments: (question: string, filters: Narrowed) =>
    narrowed(filters) === ''
      ? `The documents do not answer that: ${question}`
      : `Nothing${narrowed(filters)} answers that: ${question}`,
  nearest: (passages: number) =>
    agreeing(
      passages,
      'This passage comes nearest and is no answer',
      `These ${passages} passages come nearest; none of them is an answer`,
    ),
  offerNearest: 'Show the nearest passages',
  /** What a passage lacks to be an answer: words as typed, and words of the one whose words were asked for. */
  lacks(words: readonly string[], speaker: string | undefined): string {
    const lacking = [...words, ...(speaker === undefined ? [] : [`words attributed to ${speaker}`])];
    return lacking.length > 0
      ? `Lacks: ${lacking.join(', ')}`
      : 'Has these words or similar ones, but not enough of them together';
  },
  pronoun: (speaker: string) =>
    `“he” or “she” is taken for ${speaker}, the only person named in the paragraph before`,

  corrected: (typed: string, shown: string) => `No passage says “${typed}”; showing “${shown}”`,
  loosened: (phrase: string) =>
    `No passage says “${phrase}” word for word; showing passages that have its words`,
  alsoRead: (words: readonly { readonly typed: string; readonly read: string }[]) =>
    `Also read: ${words.map(({ typed, read }) => `“${read}” for “${typed}”`).join(', ')}`,
  unknownWords: (words: readonly string[]) => `In no document: ${words.join(', ')}`,
  otherForms: (word: string, forms: readonly string[]) =>
    `No document says ${word}; they say ${forms.join(', ')}`,
  closeWords: (words: readonly string[]) => `Similar spellings in the documents: ${words.join(', ')}`,
};

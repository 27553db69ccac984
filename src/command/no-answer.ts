import type { Library } from '../library/library.js';
import { messages } from '../messages/index.js';
import type { NearSection, Reply } from '../reply/reply.js';
import { readQuery } from '../search/query.js';
import type { NearHit } from '../search/search.js';
import { shifted } from '../text/span.js';
import type { Filters } from './filters.js';
import { notesOnNothing, repeatedIn } from './nothing-found.js';
import type { Found } from './search-passages.js';
import { repeated, wordsNotAsTyped } from './word-notes.js';

/** What was asked in vain. */
export interface Unanswered {
  readonly question: string;
  readonly filters: Filters;
  /** True if the nearest passages are to be shown; false if they are offered. */
  readonly nearest: boolean;
}

/**
 * The reply where no passage answers a question: that the documents do not, where they have a name or a number of it in
 * no form, and otherwise that no passage does in its words; with the passages that come nearest, or the offer of them.
 */
export async function noAnswer(
  library: Library,
  { nearest, missing, alsoRead }: Found,
  { question, filters, nearest: isWanted }: Unanswered,
): Promise<Reply> {
  const { search } = messages;
  const words = await wordsNotAsTyped(library, question, 'answer');
  const near = await thatComeNear(nearest, question, library);
  const isMissing = missing.some((word) => words.unknown.includes(word));
  const narrowing = repeatedIn(filters);
  const headline = isMissing
    ? search.notInDocuments(repeated(question), narrowing)
    : search.noAnswer(repeated(question), narrowing);
  const notes = await notesOnNothing(library, filters, words);
  const sections = isWanted ? near.map(nearSection) : [];
  const ofNearest = sections.length > 0 && alsoRead.length > 0 ? [search.alsoRead(alsoRead)] : [];
  const message = [
    headline,
    ...(sections.length > 0 ? [search.nearest(sections.length)] : []),
    ...notes,
    ...ofNearest,
  ];
  const isOffered = !isWanted && near.length > 0;
  return {
    outcome: 'nothing',
    message: message.join('\n'),
    sections,
    perPage: Number.POSITIVE_INFINITY,
    ...(isOffered && { offer: { label: search.offerNearest, option: 'nearest' } }),
  };
}

/** The least share of the words asked that a passage has that comes near, 0 to 1: one that lacks most is on something else. */
const LEAST_HAD = 0.5;

/** Those that have at least half of the words of a question. */
async function thatComeNear(
  nearest: readonly NearHit[],
  question: string,
  { engine }: Library,
): Promise<readonly NearHit[]> {
  const { terms } = await readQuery(question, engine, 'answer');
  const asked = new Set(terms.map(({ typed }) => typed));
  return nearest.filter(({ lacks }) => lacks.length <= (1 - LEAST_HAD) * asked.size);
}

function nearSection({ passage: { excerpt }, sentence, lacks, lacksSpeaker }: NearHit): NearSection {
  const [typed, speaker] = [lacks.map(repeated), lacksSpeaker && repeated(lacksSpeaker)];
  const note = messages.search.lacks(typed, speaker);
  return {
    kind: 'near',
    quoted: { excerpt, marks: [shifted(sentence, excerpt.start)], note },
    lacks,
    lacksSpeaker,
  };
}

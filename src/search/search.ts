import type { Analyses } from '../corpus/analyses.js';
import type { Passage } from '../corpus/passage.js';
import { type SpeaksAs, speaksAs } from '../corpus/speaks-as.js';
import { answerKind } from '../languages/english/questions.js';
import { wordsAsWritten } from '../languages/terms.js';
import { foldWord } from '../text/fold.js';
import type { Span } from '../text/span.js';
import type { Around } from './context.js';
import type { Engine, Filter } from './engine.js';
import { withFeedback } from './feedback.js';
import { type Look, lookFor, type Ranked, type Similarities } from './look.js';
import { has } from './matcher.js';
import { isEnough, Measure, type Met } from './met.js';
import type { Aim } from './query.js';
import type { Scored } from './ranking.js';
import { type AskedSpeaker, speakerAskedFor } from './speaker-asked.js';

/** How many of the best are measured for how much they meet: all of them for answers, for a topic until one meets enough. */
const MEASURED = 20;
/** Where somebody's words are asked for, so many are looked through for them. */
const MEASURED_FOR_SPEAKER = 60;
/** A passage that meets less than this share of what the best one meets is on something else. */
const LEAST_OF_BEST = 0.3;
/**
 * From so many words on, what the best passages talk about counts too. On abstracts with topics of ten words it helps; on
 * news and stories with topics of one to four it leads astray.
 */
const LONG_TOPIC = 5;
/** What it adds to an answer that it has a thing of the kind that is asked for, as a share of what was asked. */
const OF_KIND = 0.3;
/** How many passages are named as the nearest where none is an answer. */
const NEAREST = 3;

/** What a search needs of a corpus. */
export interface Searchable {
  readonly engine: Engine;
  readonly analyses: Analyses;
  /** A model that an operator may name. */
  readonly embeddings?: Similarities | undefined;
}

/** A passage that a search found. */
export interface Hit {
  readonly passage: Passage;
  /** Orders the hits of one search and says nothing across searches. Without bounds. */
  readonly score: number;
  /** How much of a question it meets, 0 to 1 (see `met.ts`); undefined for a topic, whose hits are not measured one by one. */
  readonly met: number | undefined;
  /** Its sentence that says most of what was asked: UTF-16 code units of the passage; undefined with `met`. */
  readonly sentence: Span | undefined;
  /** How the one whose words were asked for speaks in it; undefined where nobody's were. */
  readonly speaks?: SpeaksAs | undefined;
}

/** A passage that comes near to what was asked and is no answer. */
export interface NearHit {
  readonly passage: Passage;
  readonly sentence: Span;
  /** What was asked for and stands neither in it nor, if it is a name or a number, in its document; as typed. */
  readonly lacks: readonly string[];
  /** Whose words were asked for and are not in it, as typed; undefined where nobody's were. */
  readonly lacksSpeaker: string | undefined;
}

/** Another word that was looked for too. */
export interface AlsoRead {
  readonly typed: string;
  readonly read: string;
}

/** What a search found. */
export interface SearchResult {
  /** Best first, equal scores in order of the corpus. */
  readonly hits: readonly Hit[];
  /** False where more passages may answer than were ranked, so that the hits are not all there are. */
  readonly complete: boolean;
  /** Where there are no hits for a question, the passages that come nearest; the nearest first. */
  readonly nearest: readonly NearHit[];
  /** Whose words were asked for by name, as typed; undefined where nobody's were. */
  readonly speaker?: string | undefined;
  /** Names and numbers that were asked for and that no document has in any form, as typed. */
  readonly missing: readonly string[];
  /** Other words for what was asked, of those that some hit or near passage has. */
  readonly alsoRead: readonly AlsoRead[];
}

/** What narrows a search. */
export interface SearchOptions {
  /** What it is after; a topic where that is not said. */
  readonly aim?: Aim | undefined;
  readonly filter?: Filter | undefined;
  /** For a topic: the least share of what the best passage meets that others meet, 0 to 1. */
  readonly leastOfBest?: number | undefined;
  /**
   * How much of what was asked must be met for there to be an answer, 0 to 1; `ENOUGH` where that is not said. At 0 all
   * is an answer, and names and numbers need not be there.
   */
  readonly least?: number | undefined;
}

const NOTHING: SearchResult = { hits: [], complete: true, nearest: [], missing: [], alsoRead: [] };

/** A passage that was measured. */
interface Measured extends Ranked {
  readonly met: Met;
  /** True if it has a word itself that was asked for, and not only other words for it. */
  readonly hasOwn: boolean;
  readonly lacks: readonly number[];
  readonly speaks: SpeaksAs | undefined;
}

/**
 * The passages that answer to `text`; none where no passage meets enough of it, or has the names and numbers in it. What
 * `text` has between quotation marks must stand in a passage word for word.
 */
export async function search(
  searchable: Searchable,
  text: string,
  options: SearchOptions = {},
): Promise<SearchResult> {
  const { aim = 'topic', filter } = options;
  const { engine, embeddings } = searchable;
  const look = await lookFor(engine, text, { aim, filter, embeddings });
  if (look.ranked.length === 0) return { ...NOTHING, missing: missingIn(look) };
  return aim === 'answer'
    ? answersIn(searchable, look, text, options)
    : onTopicIn(searchable, look, text, options);
}

function answersIn(searchable: Searchable, look: Look, text: string, { least }: SearchOptions): SearchResult {
  const speaker = speakerAskedFor(text, look.query);
  const measured = measure(searchable, look, text, 'answer', speaker);
  const isAnswer = (one: Measured) =>
    least === 0 || (fits(one, 'answer', least) && (speaker === undefined || one.speaks !== undefined));
  const worth = ({ score, met }: Measured) => score + (met.hasKind ? OF_KIND * look.query.asked : 0);
  const ordered = measured.toSorted((a, b) => worth(b) - worth(a));
  const answers = ordered.filter(isAnswer);
  const nearest = answers.length > 0 ? [] : ordered.slice(0, NEAREST);
  return {
    hits: answers.slice(0, MEASURED).map((one) => toHit(one)),
    complete: look.complete,
    nearest: nearest.map((one) => toNearHit(one, look, speaker)),
    speaker: speaker?.name,
    missing: missingIn(look),
    alsoRead: alsoReadIn(look, [...answers, ...nearest]),
  };
}

async function onTopicIn(
  searchable: Searchable,
  look: Look,
  text: string,
  { least, leastOfBest = LEAST_OF_BEST }: SearchOptions,
): Promise<SearchResult> {
  const isLong = look.query.terms.length >= LONG_TOPIC;
  const ordered = isLong
    ? await withFeedback(look.ranked, look.ranking.length, searchable.engine)
    : look.ranked;
  const best = measure(searchable, { ...look, ranked: ordered }, text, 'topic', undefined);
  if (!best.some((one) => least === 0 || fits(one, 'topic', least)))
    return { ...NOTHING, missing: missingIn(look) };
  const lacking = new Set(
    best.filter(({ lacks }) => least !== 0 && lacks.length > 0).map((one) => one.passage),
  );
  const enough = leastOfBest * Math.max(...best.map(({ share }) => share));
  const hits = ordered.filter(({ share, passage }) => share >= enough && !lacking.has(passage));
  return {
    hits: hits.map((one) => ({
      passage: one.passage,
      score: one.score,
      met: undefined,
      sentence: undefined,
    })),
    complete: look.complete,
    nearest: [],
    missing: missingIn(look),
    alsoRead: alsoReadIn(look, hits),
  };
}

/** True if a passage meets enough, in words that were asked for, and its document has all names and numbers of these. */
function fits({ met, lacks, likeness, hasOwn }: Measured, aim: Aim, least: number | undefined): boolean {
  return isEnough(met.share, { aim, least, likeness }) && hasOwn && lacks.length === 0;
}

function measure(
  { analyses }: Searchable,
  look: Look,
  text: string,
  aim: Aim,
  speaker: AskedSpeaker | undefined,
): Measured[] {
  const { query, matcher, lacking } = look;
  const asked = new Set(wordsAsWritten(text).map((word) => foldWord(word.text)));
  const kind = aim === 'answer' ? answerKind(text) : undefined;
  const measures = new Measure({ query, kind, asked, aim, matcher, analyses });
  const count = speaker === undefined ? MEASURED : MEASURED_FOR_SPEAKER;
  return look.ranked.slice(0, count).map((scored) => {
    const around: readonly Around[] = look.surroundings.of(scored.passage);
    return {
      ...scored,
      met: measures.of(scored.passage, around),
      hasOwn: matcher.in(scored.passage).some(has),
      lacks: lacking.in(scored.passage, around),
      speaks:
        speaker !== undefined && isNear(speaker.term, scored, look)
          ? speaksAs(scored.passage, speaker.name, analyses)
          : undefined,
    };
  });
}

/** True if a name stands in a passage or in the one before: nobody else speaks there under it, and reading who does is dear. */
function isNear(term: number, { passage }: Ranked, { matcher, surroundings }: Look): boolean {
  return has(matcher.in(passage)[term]) || surroundings.of(passage)[term]?.before === true;
}

function toHit({ passage, score, met, speaks }: Measured): Hit {
  return { passage, score, met: met.share, sentence: met.sentence, speaks };
}

function toNearHit(
  { passage, met, lacks, speaks }: Measured,
  { matcher, query, lacking }: Look,
  speaker: AskedSpeaker | undefined,
): NearHit {
  const matches = matcher.in(passage);
  const unmet = query.terms.flatMap(({ held }, term) =>
    held === undefined && !has(matches[term]) && (matches[term]?.synonym ?? 0) === 0 ? [term] : [],
  );
  return {
    passage,
    sentence: met.sentence,
    lacks: lacking.typed([...lacks, ...unmet].sort((a, b) => a - b)),
    lacksSpeaker: speaks === undefined ? speaker?.name : undefined,
  };
}

/** The names and numbers that no document has. */
function missingIn({ query, lacking }: Look): string[] {
  return lacking.typed(
    query.terms.flatMap(({ held, keys, rows }, term) =>
      held !== undefined && keys.length === 0 && rows.length === 0 ? [term] : [],
    ),
  );
}

function alsoReadIn({ query, matcher, synonyms }: Look, shown: readonly Scored[]): AlsoRead[] {
  const found = new Map<string, AlsoRead>();
  for (const { passage } of shown.slice(0, MEASURED)) {
    for (const [term, match] of matcher.in(passage).entries()) {
      const typed = query.terms[term]?.typed ?? '';
      if (has(match) || match.synonym === 0) continue;
      const read = synonyms[term]?.find(({ nearness }) => nearness === match.synonym)?.text;
      if (read !== undefined) found.set(`${typed} ${read}`, { typed, read });
    }
  }
  return [...found.values()];
}

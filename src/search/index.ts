/**
 * What a search is after: the passages that are most about a topic, or the one that answers a question. Somebody
 * who reads on a topic is served by what else such passages say; an answer stands or falls with the words asked.
 */
export type Aim = 'topic' | 'answer';

/** A passage that a search found, best first in a list of them. */
export interface Hit {
  /** The passage's number: its place in the list that the index was built over. */
  readonly passage: number;
  /** Orders the hits of one search and says nothing across searches. Above 0, without an upper bound. */
  readonly score: number;
  /** How much of what was asked it meets, 0 to 1 (see `met.ts`); measured of the best hits only, 0 for others. */
  readonly met: number;
}

/** What narrows a search. */
export interface SearchOptions {
  /** What it is after; a topic where that is not said. */
  readonly aim?: Aim | undefined;
  /** Only passages for whose number this holds. */
  readonly where?: ((passage: number) => boolean) | undefined;
  /** For a topic: the least share of what the best passage meets that others meet, 0 to 1. */
  readonly leastOfBest?: number | undefined;
  /** The most hits wanted. */
  readonly limit?: number | undefined;
  /** How much of what was asked must be met for there to be an answer, 0 to 1; `ENOUGH` where that is not said. */
  readonly least?: number | undefined;
}

/** An index over passages, built once. */
export interface SearchIndex {
  /**
   * The passages that answer to `text`, best first, equal scores in order of number; none where no passage meets
   * enough of it. What `text` has between quotation marks must stand in a passage word for word.
   */
  search(text: string, options?: SearchOptions): Hit[];
}

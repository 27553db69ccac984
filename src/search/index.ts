/** A passage that a search found, best first in a list of them. */
export interface Hit {
  /** The passage's number: its place in the list that the index was built over. */
  readonly passage: number;
  /** Orders the hits of one search and says nothing across searches. Above 0, without an upper bound. */
  readonly score: number;
}

/** What narrows a search. */
export interface SearchOptions {
  /** Only passages for whose number this holds. */
  readonly where?: ((passage: number) => boolean) | undefined;
  /** The most hits wanted. */
  readonly limit?: number | undefined;
}

/** An index over passages, built once. */
export interface SearchIndex {
  /**
   * The passages that answer to `topic`, best first, equal scores in order of number; none where no passage
   * meets enough of it.
   */
  search(topic: string, options?: SearchOptions): Hit[];
}

import { LRUCache } from 'lru-cache';
import type { Analyses } from '../corpus/analyses.js';
import { ownCopy } from '../text/own-copy.js';
import { CommonStatements } from './common-statements.js';
import type { Stories } from './stories.js';

/** What the statements of speakers may take in all, in bytes: of some dozen speakers of an archive, or all of a few outlets. */
const SPEAKERS_BYTES = 64 * 2 ** 20;
/** And of so many speakers, since most who are asked for say nothing. */
const SPEAKERS_KEPT = 50;
/** What a speaker takes besides, in bytes, with a name as long as an option takes. */
const SPEAKER_BYTES = 2_000;

/** How far the statements of each speaker were looked for: what was asked for last is kept. */
export class StatementsBySpeaker {
  readonly #kept: LRUCache<string, CommonStatements>;

  constructor(
    private readonly stories: Stories,
    private readonly analyses: Pick<Analyses, 'isSpeaking'>,
    bytes = SPEAKERS_BYTES,
  ) {
    this.#kept = new LRUCache({
      max: SPEAKERS_KEPT,
      maxSize: bytes,
      // Whoever was asked for last is kept in any case, since pages of these statements are turned.
      sizeCalculation: ({ keptBytes }) => Math.min(bytes, SPEAKER_BYTES + keptBytes),
    });
  }

  /** What it keeps takes, about, in bytes, as of when somebody was asked for last. */
  get keptBytes(): number {
    return this.#kept.calculatedSize;
  }

  /** The statements that more than one outlet reports and in which somebody of this name speaks. */
  of(speaker: string): CommonStatements {
    this.#weigh();
    const known = this.#kept.get(speaker);
    if (known) return known;
    const common = new CommonStatements(this.stories, (passage) =>
      this.analyses.isSpeaking(passage, speaker),
    );
    this.#kept.set(ownCopy(speaker), common);
    return common;
  }

  /** They grow as pages are turned, so that each is weighed anew, in the order in which they were asked for. */
  #weigh(): void {
    for (const speaker of [...this.#kept.rkeys()]) {
      const common = this.#kept.peek(speaker);
      this.#kept.delete(speaker);
      if (common) this.#kept.set(speaker, common);
    }
  }
}

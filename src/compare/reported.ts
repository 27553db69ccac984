import type { Passage } from '../corpus/passage.js';
import { createPace, inTime, type Pace } from '../text/pace.js';
import { tellerOf } from './comparison.js';
import type { Statement } from './statements.js';
import type { Part, Stories, Story } from './stories.js';

/** A statement as it was found. */
export interface Reported {
  readonly statement: Statement;
  /** True where its story goes on beyond what was followed, so that more documents may report it. */
  readonly isCut: boolean;
}

/** True if more than one outlet reports it: two documents of one outlet are one. */
export function isCompared({ statement }: Reported): boolean {
  return new Set(statement.map(tellerOf)).size > 1;
}

/**
 * Looks up passages in the order in which they are asked for, each in the first story that has its document. It
 * matters where stories are cut, and then what is found depends on nothing but that order.
 */
export class Reading {
  readonly #starts = new Map<Part, Part>();
  #passages = 0;

  constructor(private readonly stories: Stories) {}

  /** How many passages the stories have that were read so far. */
  get passages(): number {
    return this.#passages;
  }

  /** True if the story that `passage` is looked up in was read already. */
  knows(passage: Passage): boolean {
    return this.#starts.has(this.stories.partOf(passage));
  }

  /** The statement that `passage` reports. */
  async reported(passage: Passage, pace: Pace): Promise<Reported> {
    const story = await this.#storyOf(passage, pace);
    return { statement: story.statementOf(passage), isCut: story.cut };
  }

  async #storyOf(passage: Passage, pace: Pace): Promise<Story> {
    const part = this.stories.partOf(passage);
    const start = this.#starts.get(part);
    const story = await this.stories.storyOf(start ?? part, pace);
    if (start) return story;
    this.#passages += story.passages;
    for (const one of story.parts) if (!this.#starts.has(one)) this.#starts.set(one, part);
    return story;
  }
}

/** How far stories are read for one answer. */
export interface ReadingLimits {
  /** How many passages. */
  readonly passages: number;
  /** How long, in milliseconds of computing. */
  readonly time: number;
}

/** A second's work where they are news; in books, which quote each other's language, time ends it first. */
const READING_LIMITS: ReadingLimits = { passages: 4_000, time: 1_500 };

/**
 * The statements that `passages` report, each once, in the order in which they are first met; and how many of the
 * passages were not looked at, since the stories of those before them are too long.
 */
export async function reportedIn(
  stories: Stories,
  passages: readonly Passage[],
  { passages: most, time }: ReadingLimits = READING_LIMITS,
): Promise<{ reported: Reported[]; left: number }> {
  const reading = new Reading(stories);
  const pace = createPace({ budget: time });
  const found = new Map<string, Reported>();
  let left = 0;
  let isLate = false;
  for (const passage of passages) {
    if ((isLate || reading.passages > most) && !reading.knows(passage)) {
      left++;
      continue;
    }
    const one = await inTime(reading.reported(passage, isLate ? createPace() : pace));
    if (one === undefined) {
      isLate = true;
      // Something is shown, and it is said that it may not be all.
      if (found.size === 0) found.set(passage.id, { statement: [passage], isCut: true });
      else left++;
      continue;
    }
    const key = one.statement.map(({ id }) => id).join(' ');
    if (!found.has(key)) found.set(key, one);
  }
  return { reported: [...found.values()], left };
}

import { LRUCache } from 'lru-cache';
import type { Passage } from '../corpus/passage.js';
import { createPace, inTime, type Pace } from '../text/pace.js';
import type { Span } from '../text/span.js';
import { tellerOf } from './comparison.js';
import { type Row, rowOfOne } from './statements.js';
import type { Stories, Story } from './stories.js';
import { keyOfPart, type Part } from './tellings.js';

/** A statement as it was found. */
export interface Reported extends Row {
  /** True where its story goes on beyond what was followed, so that more documents may report it. */
  readonly isCut: boolean;
  /** True where too many passages are like one of its own for these to be compared, so that nothing is known of others. */
  readonly isCrowded: boolean;
  /** How many outlets, or documents, have anything on its story, those of near copies too. */
  readonly onStory: number;
}

/** Who prints a statement: each outlet, or document, once, those of near copies too. */
export function tellersOf({ statement, copies }: Row): Set<string> {
  return new Set([...statement, ...copies.flat()].map(tellerOf));
}

/** True if more than one outlet reports it: two documents of one outlet are one. */
export function isCompared(row: Row): boolean {
  return tellersOf(row).size > 1;
}

/**
 * Orders statements: those that outlets word differently first, of these what most of them report, and of these the
 * surest. Of the first four of each of twenty judged stories 75 of 78 are then one statement, and 67 without the last.
 */
export function compareInterest(a: Row, b: Row): number {
  return (
    Number(b.differs) - Number(a.differs) || tellersOf(b).size - tellersOf(a).size || b.sureness - a.sureness
  );
}

/** What is known of where the stories of parts were found may take so many bytes: of a hundred thousand parts, about. */
const STARTS_BYTES = 24 * 2 ** 20;
/** What a part takes of which it is known, besides the letters of its key. */
const START_BYTES = 220;
const LETTER_BYTES = 2;

/**
 * Looks up passages in the order in which they are asked for, each in the first story that has its document. It
 * matters where stories are cut, and then what is found depends on nothing but that order.
 */
export class Reading {
  /** By part the one from which its story was found, as long as somebody holds that: an archive does not fit in memory. */
  readonly #starts: LRUCache<string, { readonly start: WeakRef<Part> }>;
  #passages = 0;

  /** @param bytes what may be known of where stories were found */
  constructor(
    private readonly stories: Stories,
    bytes = STARTS_BYTES,
  ) {
    this.#starts = new LRUCache({
      maxSize: bytes,
      sizeCalculation: (_, key) => START_BYTES + key.length * LETTER_BYTES,
    });
  }

  /** What it keeps takes, about, in bytes. */
  get keptBytes(): number {
    return this.#starts.calculatedSize;
  }

  /** How many passages the stories have that were read so far. */
  get passages(): number {
    return this.#passages;
  }

  /** True if the story that `passage` is looked up in was read already. */
  knows(passage: Passage): boolean {
    return this.#starts.has(keyOfPart(this.stories.partOf(passage)));
  }

  /** The statements that `passage` reports, in its order: at least one. */
  async reported(passage: Passage, pace: Pace): Promise<Reported[]> {
    const story = await this.#storyOf(passage, pace);
    return story.rowsOf(passage).map((row) => ({
      ...row,
      isCut: story.cut,
      isCrowded: row.statement.some((one) => story.crowded.has(one)),
      onStory: story.tellers,
    }));
  }

  /** The parts of the story that `passage` is looked up in. */
  async told(passage: Passage, pace: Pace): Promise<readonly Part[]> {
    return (await this.#storyOf(passage, pace)).parts;
  }

  async #storyOf(passage: Passage, pace: Pace): Promise<Story> {
    const part = this.stories.partOf(passage);
    const start = this.#starts.get(keyOfPart(part))?.start.deref();
    const story = await this.stories.storyOf(start ?? part, pace);
    if (start) return story;
    this.#passages += story.passages;
    for (const one of story.parts) {
      const key = keyOfPart(one);
      if (!this.#starts.has(key)) this.#starts.set(key, { start: new WeakRef(part) });
    }
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

/** A passage that is asked for, and which of its statements: all, unless it is said how well stretches of it answer. */
export interface Asked {
  readonly passage: Passage;
  /** How well a stretch of the passage's document answers, 0 or more. */
  readonly worth?: (stretch: Span) => number;
}

/** A statement that answers, and the place of what asks for it. */
export interface Answering extends Reported {
  readonly asked: number;
}

/**
 * The statements that `asked` report, each once, in the order in which they are first met; and how many of the
 * passages were not looked at, since the stories of those before them are too long.
 */
export async function reportedIn(
  stories: Stories,
  asked: readonly Asked[],
  { passages: most, time }: ReadingLimits = READING_LIMITS,
): Promise<{ reported: Answering[]; left: number }> {
  const reading = new Reading(stories);
  const pace = createPace({ budget: time });
  const found = new Map<string, Answering>();
  let left = 0;
  let isLate = false;
  for (const [number, { passage, worth }] of asked.entries()) {
    if ((isLate || reading.passages > most) && !reading.knows(passage)) {
      left++;
      continue;
    }
    const rows = await inTime(reading.reported(passage, isLate ? createPace() : pace));
    if (rows === undefined) {
      isLate = true;
      // Something is shown, and it is said that it may not be all.
      if (found.size === 0)
        found.set(passage.id, {
          ...rowOfOne(passage),
          isCut: true,
          isCrowded: false,
          onStory: 1,
          asked: number,
        });
      else left++;
      continue;
    }
    for (const row of worth ? answering(rows, passage, worth) : rows) {
      const key = keyOf(row);
      if (!found.has(key)) found.set(key, { ...row, asked: number });
    }
  }
  return { reported: [...found.values()], left };
}

/** Of the statements of a passage those that answer best; all where none answers. */
function answering(
  rows: readonly Reported[],
  passage: Passage,
  worth: (stretch: Span) => number,
): readonly Reported[] {
  const worths = rows.map(({ statement, stretches }) => {
    const own = stretches[statement.indexOf(passage)];
    return own ? worth(own) : 0;
  });
  const most = Math.max(...worths);
  return rows.filter((_, at) => worths[at] === most);
}

/** What tells statements apart. */
export function keyOf({ statement, stretches }: Row): string {
  return statement.map(({ id }, at) => `${id} ${stretches[at]?.start}`).join(' ');
}

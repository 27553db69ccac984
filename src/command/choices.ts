import type { Library } from '../library/library.js';
import { messages } from '../messages/index.js';
import type { Listed } from '../search/catalogue.js';
import { createPace, type Deadline, NO_DEADLINE } from '../text/pace.js';
import { onOneLine } from '../text/typed.js';
import type { Choice } from './command.js';

/** The most choices that are offered at once: as many as anybody reads. */
export const MAX_CHOICES = 25;
/** The longest name of a choice, in UTF-16 code units: as much as Discord shows, and a line of a terminal holds. */
export const MAX_CHOICE_NAME = 100;
/** A title of which fewer characters than this have room beside a value says nothing. */
const LEAST_TITLE = 20;
/**
 * How long choices are looked for, in milliseconds: who types fast presses a key each tenth of a second, most of
 * which goes to Discord and back.
 */
const COMPLETING_MS = 25;
/** The same where each look is a request to another machine: as long as a pause of somebody who types. */
const COMPLETING_REMOTELY_MS = 400;

/** How long choices from a corpus are looked for, in milliseconds. */
export function completingMs({ engine }: Pick<Library, 'engine'>): number {
  return engine.isRemote ? COMPLETING_REMOTELY_MS : COMPLETING_MS;
}

/** A value that may be offered. */
export interface Candidate {
  readonly value: string;
  /** True if it finds something in any case, so that it may be offered without a look. */
  readonly isSure: boolean;
  /** Looks whether it finds something: the choice that it makes, or undefined where it finds nothing. */
  readonly look: () => Promise<Choice | undefined>;
}

/**
 * The first of `candidates` that find something, as far as was seen before the deadline, and after it those that surely
 * do; looked at `atOnce` by so many.
 */
export async function choicesFrom(
  candidates: readonly Candidate[],
  { deadline = NO_DEADLINE, atOnce = 1 }: { deadline?: Deadline | undefined; atOnce?: number } = {},
): Promise<Choice[]> {
  const pace = createPace();
  const found: Choice[] = [];
  for (let at = 0; at < candidates.length && found.length < MAX_CHOICES; at += atOnce) {
    const some = candidates.slice(at, at + atOnce);
    const isLate = deadline.isOver();
    const seen = isLate ? [] : await Promise.all(some.map(({ look }) => deadline.before(look())));
    for (const [number, { value, isSure }] of some.entries()) {
      const choice = seen[number];
      if (choice) found.push(choice);
      else if (isSure && deadline.isOver()) found.push(bareChoice(value));
    }
    if (!deadline.isOver()) await pace();
  }
  return found.slice(0, MAX_CHOICES);
}

/** How many choices from a corpus are looked at at once. */
export function lookedAtOnce({ engine }: Pick<Library, 'engine'>): number {
  return engine.isRemote ? MAX_CHOICES : 1;
}

/** A value that says by itself what it is. */
export function bareChoice(value: string): Choice {
  return { name: onOneLine(value, MAX_CHOICE_NAME), value };
}

/** A value with a title beside it, as far as that has room. */
export function titledChoice(value: string, title: string | undefined): Choice {
  const room = MAX_CHOICE_NAME - messages.choices.of(value, '').length;
  if (title === undefined || room < LEAST_TITLE) return bareChoice(value);
  return { name: messages.choices.of(value, beginningOf(title, room)), value };
}

/** An id of a document with its title, or with its first words where it states none. */
export function documentChoice({ id, source, opening }: Listed): Choice {
  return titledChoice(id, source.title ?? opening);
}

/** The words with which a text begins that have room in `limit` UTF-16 code units, on one line. */
function beginningOf(text: string, limit: number): string {
  const line = onOneLine(text, limit);
  const lastBlank = line.lastIndexOf(' ');
  return text.length <= limit || lastBlank === -1 ? line : `${line.slice(0, lastBlank)}…`;
}

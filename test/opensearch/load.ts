import { setTimeout as wait } from 'node:timers/promises';
import type { Session } from '../../src/surfaces/terminal/session.js';
import type { Files } from '../support/folder.js';
import { answerOf, type JsonAnswer } from '../support/session.js';

/** Documents whose every passage says of which revision it is; what stands before it moves all of it too. */
export function revision(number: number): Files {
  return Object.fromEntries(
    Array.from({ length: 30 }, (_, at) => [
      `${100 + at}.txt`,
      `${'So it began. '.repeat(number)}\n\nThe flood of ${at} rose in week ${number}.\n\n“The flood is over in week ${number},” Ann Borg said.`,
    ]),
  );
}

/** Commands that each find something in every revision. */
export const LINES = [
  '/quote topic:flood',
  '/verify quote:The flood is over in week 1',
  '/ask question:Who said that the flood is over?',
];

/** Twenty commands a second. */
const EACH_MS = 50;

/** A command that was answered. */
export interface Answered {
  /** When it was asked, by `performance.now()`, and how long it took, in ms. */
  readonly at: number;
  readonly took: number;
  readonly answer: JsonAnswer;
}

/** True if an answer is one, and all that it quotes stands in these files where it says. */
export function isOf({ outcome, excerpts = [] }: JsonAnswer, files: Files): boolean {
  const stands = excerpts.every(
    ({ file, start, end, text }) => String(files[file]).slice(start, end) === text,
  );
  return outcome === 'answered' && excerpts.length > 0 && stands;
}

/** Asks twenty commands a second, whether those before were answered or not, until it is ended. */
export class Load {
  readonly answered: Answered[] = [];
  readonly #asked: Promise<void>[] = [];
  readonly #asking: Promise<void>;
  #isOver = false;

  constructor(
    private readonly session: Session,
    private readonly lines: readonly string[],
  ) {
    this.#asking = this.#ask();
  }

  /** All that was asked, answered. */
  async end(): Promise<readonly Answered[]> {
    this.#isOver = true;
    await this.#asking;
    await Promise.all(this.#asked);
    return this.answered;
  }

  async #ask(): Promise<void> {
    for (let asked = 0; !this.#isOver; asked++) {
      const line = this.lines[asked % this.lines.length] ?? '';
      const at = performance.now();
      this.#asked.push(
        answerOf(this.session, line).then((answer) => {
          this.answered.push({ at, took: performance.now() - at, answer });
        }),
      );
      await wait(EACH_MS);
    }
  }
}

/** Of answers: how many there were, how many failed and until when after `since`, and how long the slowest took, in ms. */
export function figures(answered: readonly Answered[], since: number) {
  const failed = answered.filter(({ answer }) => answer.outcome === 'failed');
  return {
    answered: answered.length,
    failed: failed.length,
    lastFailed: Math.round(Math.max(0, ...failed.map(({ at }) => at - since))),
    slowest: Math.round(Math.max(...answered.map(({ took }) => took))),
    late: answered.filter(({ took }) => took > 1_000).length,
  };
}

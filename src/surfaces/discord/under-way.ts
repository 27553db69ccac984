import type { Logger } from 'pino';

/** The answers that are being given. */
export class UnderWay {
  readonly #answers = new Set<Promise<void>>();

  constructor(private readonly log: Logger) {}

  /** Counts an answer until it is given; one that fails is logged. */
  add(answer: Promise<void>): void {
    const answering = answer
      .catch((error: unknown) => this.log.error({ err: error }, 'An interaction was not answered'))
      .finally(() => this.#answers.delete(answering));
    this.#answers.add(answering);
  }

  /** Resolves once all answers that are now under way are given or have failed. */
  async settled(): Promise<void> {
    await Promise.all(this.#answers);
  }
}

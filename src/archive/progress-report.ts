import { messages } from '../messages/index.js';
import type { Progress } from '../search/opensearch/ingest/ingest.js';

/** How often is told how far it is, in milliseconds. */
const TOLD_EACH_MS = 1_000;

/** What a report is written to. */
export interface ReportOutput {
  write(text: string): unknown;
  readonly isTTY?: boolean;
}

/** Tells how far an ingest is: in one line that changes where somebody looks on, else as a JSON object a line. */
export class ProgressReport {
  #told = Number.NEGATIVE_INFINITY;
  #step: Progress['step'] | undefined;
  /** When the step began, in milliseconds, and what was done by then. */
  #began = 0;

  constructor(
    private readonly output: ReportOutput,
    private readonly now: () => number = () => performance.now(),
  ) {}

  /** Hears how far it is. */
  hear(progress: Progress): void {
    const at = this.now();
    const isNew = progress.step !== this.#step;
    if (isNew) [this.#step, this.#began] = [progress.step, at];
    if (!isNew && progress.done < progress.of && at - this.#told < TOLD_EACH_MS) return;
    this.#told = at;
    this.#tell(progress, Math.max(0.001, (at - this.#began) / 1_000));
  }

  /** The last line, as text or as data. */
  finish(text: string, data: object): void {
    this.output.write(this.output.isTTY ? `\r\u001B[K${text}\n` : `${JSON.stringify(data)}\n`);
  }

  #tell({ step, done, of, passages }: Progress, seconds: number): void {
    const passagesPerSecond = Math.round(passages / seconds);
    const secondsLeft = done === 0 ? undefined : Math.round((seconds / done) * (of - done));
    if (!this.output.isTTY) {
      this.output.write(`${JSON.stringify({ step, done, of, passages, passagesPerSecond, secondsLeft })}\n`);
      return;
    }
    const { progress, seconds: duration } = messages.archive;
    const [all, sofar] = [of.toLocaleString('en'), done.toLocaleString('en')];
    const left = secondsLeft === undefined ? '…' : duration(secondsLeft);
    const lines = {
      reading: () => progress.reading(sofar, all),
      copying: () => progress.copying(all),
      writing: () => progress.writing(sofar, all, passagesPerSecond.toLocaleString('en'), left),
      checking: () => progress.checking,
    };
    this.output.write(`\r\u001B[K${lines[step]()}`);
  }
}

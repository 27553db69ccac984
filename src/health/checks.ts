import { setTimeout } from 'node:timers/promises';
import { messages } from '../messages/index.js';

/** What is wrong, in a few words; undefined where all is well. May take its time, and may reject. */
export type Check = () => string | undefined | Promise<string | undefined>;

/** What all checks found: by name, what is wrong, or `ok`. */
export interface Findings {
  readonly ready: boolean;
  readonly checks: Readonly<Record<string, string>>;
}

/** How long one check may take, in milliseconds: so much of the second that Kubernetes gives a probe unless told otherwise. */
export const CHECK_WITHIN_MS = 750;
const OK = 'ok';

/** What must hold for the bot to answer, by name; each part of the program adds its own. */
export class Checks {
  readonly #checks = new Map<string, Check>();

  constructor(private readonly within = CHECK_WITHIN_MS) {}

  /** Adds a check, in place of one of the same name. */
  add(name: string, check: Check): void {
    this.#checks.set(name, check);
  }

  /** Runs all checks side by side. Never rejects. */
  async run(): Promise<Findings> {
    const found = await Promise.all(
      Array.from(this.#checks, async ([name, check]) => [name, await this.#run(check)] as const),
    );
    return { ready: found.every(([, wrong]) => wrong === OK), checks: Object.fromEntries(found) };
  }

  async #run(check: Check): Promise<string> {
    const inTime = new AbortController();
    const late = setTimeout(this.within, messages.health.noAnswer(this.within), { signal: inTime.signal });
    try {
      return (await Promise.race([(async () => check())(), late])) ?? OK;
    } catch (error) {
      return error instanceof Error ? error.message : String(error);
    } finally {
      inTime.abort();
    }
  }
}

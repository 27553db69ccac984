import { commands } from '../../commands/index.js';
import { LiveLibrary } from '../../src/library/live.js';
import { loadLibrary } from '../../src/library/load.js';
import { PLAIN, type Style } from '../../src/reply/plain-text.js';
import { Session } from '../../src/surfaces/terminal/session.js';
import { keptLog } from './bot.js';
import { libraryIn, SEEDS } from './folder.js';

/** An excerpt as JSON gives it. */
export interface JsonExcerpt {
  readonly document: string;
  readonly file: string;
  readonly passage: string;
  readonly line: number;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly score?: number;
  readonly note?: string;
  readonly marks?: readonly [number, number][];
}

/** A line of JSON, parsed. */
export interface JsonAnswer {
  readonly command: string | null;
  readonly outcome: string;
  readonly message: string;
  readonly revision: string;
  readonly excerpts?: readonly JsonExcerpt[];
  readonly comparison?: readonly {
    readonly excerpts: readonly JsonExcerpt[];
    readonly shared: readonly {
      readonly spans: readonly ([number, number] | null)[];
      readonly text: string;
    }[];
  }[];
  readonly verdicts?: readonly {
    readonly quotation: string;
    readonly verdict: string;
    readonly message: string;
    readonly excerpts: readonly JsonExcerpt[];
    readonly differences: readonly {
      readonly kind: string;
      readonly claimed: string | null;
      readonly text: string | null;
      readonly document?: string;
    }[];
  }[];
  readonly facts?: Readonly<Record<string, string>>;
  readonly citations?: Readonly<Record<string, string>>;
}

/** A session over the documents of `folder`. */
export async function sessionOver(folder = SEEDS, style: Style = PLAIN): Promise<Session> {
  const live = new LiveLibrary(await libraryIn(folder), (loading) => loadLibrary(folder, loading));
  return new Session({ commands, live, log: keptLog().log, style });
}

/** The answer to one line over the documents of `folder`, as JSON gives it. */
export async function ask(line: string, folder = SEEDS): Promise<JsonAnswer> {
  return JSON.parse(await (await sessionOver(folder)).json(line)) as JsonAnswer;
}

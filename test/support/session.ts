import { commands } from '../../commands/index.js';
import { LiveLibrary } from '../../src/library/live.js';
import { loadLibrary } from '../../src/library/load.js';
import type { JsonAnswer } from '../../src/reply/json-schema.js';
import { PLAIN, type Style } from '../../src/reply/plain-text.js';
import { Session } from '../../src/surfaces/terminal/session.js';
import { keptLog } from './bot.js';
import { libraryIn, SEEDS } from './folder.js';

export type { JsonAnswer, JsonExcerpt } from '../../src/reply/json-schema.js';

/** A session over the documents of `folder`. */
export async function sessionOver(folder = SEEDS, style: Style = PLAIN): Promise<Session> {
  const live = new LiveLibrary(await libraryIn(folder), (loading) => loadLibrary(folder, loading));
  return new Session({ commands, live, log: keptLog().log, style });
}

/** The answer to one line over the documents of `folder`, as JSON gives it. */
export async function ask(line: string, folder = SEEDS): Promise<JsonAnswer> {
  return JSON.parse(await (await sessionOver(folder)).json(line)) as JsonAnswer;
}

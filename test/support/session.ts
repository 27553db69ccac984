import { commands } from '../../commands/index.js';
import type { Fleet } from '../../src/library/fleet.js';
import { LiveLibrary } from '../../src/library/live.js';
import { loadLibrary } from '../../src/library/load.js';
import type { JsonAnswer } from '../../src/reply/json-schema.js';
import { PLAIN, type Style } from '../../src/reply/plain-text.js';
import { Session } from '../../src/surfaces/terminal/session.js';
import { keptLog } from './bot.js';
import { libraryIn, SEEDS } from './folder.js';

export type { JsonAnswer, JsonExcerpt, JsonStretch } from '../../src/reply/json-schema.js';

/** A session over the documents of `folder`, which other processes may serve too. */
export async function sessionOver(folder = SEEDS, style: Style = PLAIN, fleet?: Fleet): Promise<Session> {
  const live = new LiveLibrary(await libraryIn(folder), (loading) => loadLibrary(folder, loading), {
    fleet,
    seeds: folder,
  });
  return new Session({ commands, live, log: keptLog().log, style });
}

/** The answer to one line over the documents of `folder`, as JSON gives it. */
export async function ask(line: string, folder = SEEDS): Promise<JsonAnswer> {
  return answerOf(await sessionOver(folder), line);
}

/** The answer of a session to one line, as JSON gives it. */
export async function answerOf(session: Session, line: string): Promise<JsonAnswer> {
  return JSON.parse(await session.json(line)) as JsonAnswer;
}

/**
 * Asks once for nobody. The first comparison of a process compiles its patterns, which on a busy machine may take
 * longer than one answer is given; a test of what is answered does not depend on that.
 */
export async function warmUp(): Promise<void> {
  const session = await sessionOver();
  await session.json('/compare picture:false');
  await session.json('/verify quote:Borg said: “They gathered opposition forces.”');
}

import { describe, expect, it } from 'vitest';
import { commands } from '../../commands/index.js';
import { LiveLibrary } from '../../src/library/live.js';
import { loadLibrary } from '../../src/library/load.js';
import { PLAIN } from '../../src/reply/plain-text.js';
import { Session } from '../../src/surfaces/terminal/session.js';
import { keptLog } from '../support/bot.js';
import { folderOf, libraryIn } from '../support/folder.js';
import { answerOf } from '../support/session.js';

const HAND = '👋🏽';

/** The outcome of a command over a document with pictures, and the errors that it logged. */
async function asked(command: string, options: Record<string, string>) {
  const folder = folderOf({ '1.txt': `The dam is safe ${HAND} for all of us 🇩\u2066🏴 said Borg.` });
  const live = new LiveLibrary(await libraryIn(folder), (loading) => loadLibrary(folder, loading));
  const { log, logged } = keptLog();
  const session = new Session({ commands, live, log, style: PLAIN });
  const { outcome } = await answerOf(session, JSON.stringify({ command, options }));
  return { outcome, errors: logged.filter(({ level }) => Number(level) >= 50) };
}

describe('half of a character', () => {
  it.each([
    HAND.slice(0, -1),
    HAND.slice(1),
    '👩\u200D\uD83C',
    `safe ${HAND.slice(0, 1)}`,
    `${HAND.slice(-1)} for all of us`,
  ])('is found inside of no other: %j', async (quote) => {
    expect((await asked('verify', { quote })).errors).toEqual([]);
    expect((await asked('Verify quotes', { message: `He said: “${quote}”` })).errors).toEqual([]);
  });

  it('is no reason not to answer', async () => {
    expect(await asked('quote', { topic: `dam ${HAND.slice(0, -1)}` })).toEqual({
      outcome: 'answered',
      errors: [],
    });
  });
});

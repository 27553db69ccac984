import { REST } from '@discordjs/rest';
import { type APIInteraction, ApplicationCommandOptionType } from 'discord-api-types/v10';
import { commands } from '../../commands/index.js';
import { LiveLibrary } from '../../src/library/live.js';
import { loadLibrary } from '../../src/library/load.js';
import { createLog } from '../../src/log.js';
import { Drawing } from '../../src/picture/drawing.js';
import { PLAIN } from '../../src/reply/plain-text.js';
import { Interactions } from '../../src/surfaces/discord/interactions.js';
import { Session } from '../../src/surfaces/terminal/session.js';
import { mean, mebibytes, memoryHeld, print, table } from './measure.js';
import { type Asked, askedAt } from './soak-commands.js';

/** How often memory is looked at: ten times a quarter. */
const SAMPLES = 40;
/** By how much the last quarter may hold more than the first, while the caches fill: what grows for good does so by more. */
const FLAT = 1.1;
/** In a run of hundreds, whose caches are still filling. */
const FLAT_IN_SMOKE = 1.5;

/**
 * Asks `count` commands with long options, no two alike, of a session and of Discord's interactions over the documents
 * that come with the project, and says how what the heap holds grows. Ends with a fault where it does.
 */
export async function benchSoak(count: number, smoke: boolean): Promise<void> {
  const ask = await asker();
  for (const warm of Array.from({ length: 50 }, (_, at) => askedAt(-1 - at))) await ask.answer(warm);
  const held: number[] = [];
  const began = performance.now();
  for (let at = 0; at < count; at++) {
    await ask.answer(askedAt(at));
    // The loop turns between two commands, as it does between those of two members.
    if (at % 16 === 0) await new Promise(setImmediate);
    if ((at + 1) % Math.max(1, Math.floor(count / SAMPLES)) === 0) {
      held.push(memoryHeld().heap);
      if (!smoke) process.stderr.write(`${at + 1} of ${count}: ${mebibytes(held.at(-1) ?? 0)}\n`);
    }
  }
  await ask.close();
  const took = (performance.now() - began) / 1_000;
  const quarter = Math.max(1, Math.floor(held.length / 4));
  const [first, last] = [mean(held.slice(0, quarter)), mean(held.slice(-quarter))];
  print(`\nSoak: ${count} commands with long options, no two alike, in ${took.toFixed(0)} s`);
  table([
    ['heap and buffers after a collection', 'first quarter', 'last quarter', 'last / first', 'most'],
    ['', mebibytes(first), mebibytes(last), (last / first).toFixed(3), mebibytes(Math.max(...held))],
  ]);
  print(`  ${held.map((bytes) => (bytes / 2 ** 20).toFixed(1)).join(' ')}`);
  if (ask.failed.length > 0) print(`  failed: ${ask.failed.length}, such as ${ask.failed[0]}`);
  if (last / first > (smoke ? FLAT_IN_SMOKE : FLAT) || ask.failed.length > 0) process.exitCode = 1;
}

/** Asks commands of one library, each by the way that it names. */
async function asker(): Promise<{
  answer(asked: Asked): Promise<void>;
  close(): Promise<void>;
  readonly failed: string[];
}> {
  const loaded = await loadLibrary('seeds');
  if ('faults' in loaded) throw new Error('the documents are faulty');
  const live = new LiveLibrary(loaded.library, (previous) => loadLibrary('seeds', previous));
  const failed: string[] = [];
  const log = createLog('error', { write: (line) => void failed.push(line) });
  const drawing = new Drawing({ log });
  const session = new Session({ commands, live, log, style: PLAIN });
  const parts = { commands, live, log, drawing, guildId: undefined };
  const interactions = new Interactions(parts, { rest: new REST(), userId: undefined });
  return {
    failed,
    close: () => drawing.close(),
    async answer(asked) {
      if (asked.way === 'terminal') {
        await session.json(JSON.stringify({ command: asked.command, options: asked.options }));
        return;
      }
      await interactions.answer(interactionOf(asked), async (response) => void JSON.stringify(response));
    },
  };
}

/** An interaction as far as answering one reads it. */
function interactionOf({ way, command: name, options, focused }: Asked): APIInteraction {
  const type = { string: ApplicationCommandOptionType.String, boolean: ApplicationCommandOptionType.Boolean };
  return {
    id: '1',
    token: 'soak',
    application_id: '1',
    type: way === 'completion' ? 4 : 2,
    user: { id: '1', username: 'member' },
    data: {
      id: '1',
      name,
      type: 1,
      options: Object.entries(options).map(([option, value]) => ({
        name: option,
        type: type[typeof value as keyof typeof type],
        value,
        ...(option === focused && { focused: true }),
      })),
    },
  } as unknown as APIInteraction;
}

import type { Logger } from 'pino';
import { onTestFinished } from 'vitest';
import { commands as allCommands } from '../../commands/index.js';
import type { Command } from '../../src/command/command.js';
import { LiveLibrary, type ReloadOutcome } from '../../src/library/live.js';
import { type LoadOptions, type LoadResult, loadLibrary } from '../../src/library/load.js';
import { createLog } from '../../src/log.js';
import { Drawing, type DrawingParts } from '../../src/picture/drawing.js';
import { type Bot, type BotParts, startBot } from '../../src/surfaces/discord/bot.js';
import { type HttpBotParts, startHttpBot } from '../../src/surfaces/discord/http/bot.js';
import { LocalDiscord } from '../discord-server/server.js';
import { libraryIn, SEEDS } from './folder.js';

export interface BotOptions extends Pick<BotParts, 'observer' | 'signal' | 'startWithin' | 'pauses'> {
  readonly folder?: string;
  readonly commands?: readonly Command[];
  readonly load?: (loading: LoadOptions) => Promise<LoadResult>;
  /** Is told how each reload ended. */
  readonly onReload?: (outcome: ReloadOutcome) => void;
  readonly token?: string;
  /** The server of moderators; null: none is configured. */
  readonly guildId?: string | null;
  /** How pictures are drawn. */
  readonly drawn?: Omit<Partial<DrawingParts>, 'log'>;
  /** Where it logs to, for a test that reads it before the bot is started. */
  readonly kept?: ReturnType<typeof keptLog>;
  /** After how many milliseconds without an answer Discord is told that it takes longer. */
  readonly deferAfter?: number;
  /** How many milliseconds choices are looked for: longer than any machine takes, where a test is of something else. */
  readonly completeWithin?: number;
  /** How long an attachment may take, in milliseconds: longer than any machine takes, where a test is of something else. */
  readonly attachWithin?: number;
  /** How interactions come to it; over the gateway if left out. */
  readonly way?: Way;
}

/** The ways in which Discord sends interactions to a bot. */
export const WAYS = ['gateway', 'HTTP'] as const;
export type Way = (typeof WAYS)[number];

/** A bot on a local Discord, and what it logged. */
export interface RunningBot {
  readonly bot: Pick<Bot, 'stop'> & Partial<Bot>;
  readonly live: LiveLibrary;
  readonly log: Logger;
  /** The lines of its log, parsed. */
  readonly logged: Record<string, unknown>[];
}

/** A local Discord, gone when the test is over. */
export async function startDiscord(): Promise<LocalDiscord> {
  const discord = await LocalDiscord.start();
  onTestFinished(() => discord.stop());
  return discord;
}

/** A log that keeps its lines. */
export function keptLog(): { log: Logger; logged: Record<string, unknown>[] } {
  const logged: Record<string, unknown>[] = [];
  const log = createLog('debug', {
    write: (line) => void logged.push(JSON.parse(line) as Record<string, unknown>),
  });
  return { log, logged };
}

/** Starts the bot on `discord`, as `npm start` does with a token; it is stopped when the test is over. */
export async function startOn(discord: LocalDiscord, options: BotOptions = {}): Promise<RunningBot> {
  const {
    folder = SEEDS,
    commands = allCommands,
    token = discord.token,
    guildId = discord.guildId,
    drawn = {},
    deferAfter,
    completeWithin = 60_000,
    way = 'gateway',
    observer,
    signal,
    startWithin,
    pauses,
  } = options;
  const { log, logged } = options.kept ?? keptLog();
  const drawing = new Drawing({ log, ...drawn });
  onTestFinished(() => drawing.close());
  const live = new LiveLibrary(
    await libraryIn(folder),
    options.load ?? ((loading) => loadLibrary(folder, loading)),
    { onReload: options.onReload, seeds: folder },
  );
  discord.gateway.passIdentifyTime();
  const parts = {
    attachments: { origins: [discord.cdn.origin], within: options.attachWithin ?? 60_000 },
    token,
    apiUrl: discord.url,
    guildId: guildId ?? undefined,
    commands,
    live,
    log,
    drawing,
    deferAfter,
    completeWithin,
    observer,
    pauses,
  };
  const bot =
    way === 'HTTP' ? await startOverHttp(discord, parts) : await startBot({ ...parts, signal, startWithin });
  onTestFinished(() => bot.stop());
  return { bot, live, log, logged };
}

/** A bot whose address is entered at `discord`. */
async function startOverHttp(
  { endpoint }: LocalDiscord,
  parts: Omit<HttpBotParts, 'publicKey' | 'port'>,
): Promise<Pick<Bot, 'stop'>> {
  const bot = await startHttpBot({ ...parts, publicKey: endpoint.publicKey, port: 0 });
  await endpoint.register(`http://127.0.0.1:${bot.port}/discord`);
  return bot;
}

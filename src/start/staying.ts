import type { Logger } from 'pino';
import type { Health } from '../health/health.js';
import type { ManagerLink } from '../processes/manager-link.js';
import type { Corpus } from './corpus.js';
import { exitWith } from './exit.js';

/** How long answers under way may take to finish after a signal to stop, in milliseconds. */
const STOP_LIMIT_MS = 10_000;

/** A bot that answers until it is stopped. */
export interface StayingBot {
  /** Settles where it can answer nobody any more, with the error why; without it, that never is. */
  readonly refused?: Promise<Error>;
  /** Resolves once the answers under way are given. */
  stop(): Promise<void>;
}

/** What a bot that stays has about it. */
export interface Surroundings {
  readonly corpus: Corpus;
  readonly health: Health | undefined;
  readonly log: Logger;
  /** What a process that was started by another says to that. */
  readonly link: ManagerLink | undefined;
  /** True for an error that would come again however often the bot is started. */
  readonly isFinal: (error: unknown) => boolean;
  /** What whoever runs the bot is told of an error that keeps it from answering, in lines. */
  readonly whatToDo: (error: unknown) => readonly string[];
}

/**
 * Starts a bot and lets it answer until a signal comes, or it can answer nobody any more; then the program ends. A
 * start that takes `signal` is ended by it.
 */
export async function stayUntilStopped(
  start: (signal: AbortSignal) => Promise<StayingBot>,
  surroundings: Surroundings,
): Promise<void> {
  const { corpus, health, log, link, isFinal, whatToDo } = surroundings;
  // What discord.js rejects inside of itself, such as over a broken event, is no reason to leave everybody.
  process.on('unhandledRejection', (error) => log.error({ err: error }, 'Unhandled rejection'));
  const starting = new AbortController();
  let bot: StayingBot | undefined;
  const leave = async () => {
    limitLeaving();
    health?.beginStopping();
    await bot?.stop();
    await corpus.close();
    await health?.close();
  };
  let isStopping = false;
  const stop = (signal: string) => {
    if (isStopping) return;
    isStopping = true;
    log.info({ signal }, 'Stopping');
    limitLeaving();
    // A start that is not through ends first.
    if (bot) void leave().then(() => process.exit(0));
    else starting.abort();
  };
  for (const signal of ['SIGTERM', 'SIGINT']) process.once(signal, stop);

  bot = await start(starting.signal).catch(async (error: unknown) => {
    if (!starting.signal.aborted) log.fatal({ err: error }, 'The bot could not be started');
    if (isFinal(error)) await link?.refuse();
    await leave();
    if (starting.signal.aborted) return process.exit(0);
    return exitWith(whatToDo(error));
  });
  if (starting.signal.aborted) await leave().then(() => process.exit(0));
  // Asked for once, the names of speakers are read by the time that a member types one.
  void corpus.live.serving.library.catalogue.speakers('', 1).catch(() => {});
  link?.attend(corpus.live, () => stop('disconnect'));
  if (!bot.refused) return;
  const error = await bot.refused;
  log.fatal({ err: error }, 'The bot can answer nobody any more');
  await link?.refuse();
  // Said first, since leaving may take until the limit.
  process.stderr.write(`${whatToDo(error).join('\n')}\n`);
  await leave();
  process.exit(1);
}

/** Leaving ends with status 1 where it takes too long. */
function limitLeaving(): void {
  setTimeout(() => process.exit(1), STOP_LIMIT_MS).unref();
}

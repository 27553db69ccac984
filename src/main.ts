import { parseArgs } from 'node:util';
import dotenv from 'dotenv';
import type { Logger } from 'pino';
import { commands } from '../commands/index.js';
import { type Config, readConfig } from './config.js';
import { describeFault } from './corpus/fault.js';
import { Embeddings } from './embeddings/embeddings.js';
import { LiveLibrary } from './library/live.js';
import { type LoadOptions, loadLibrary } from './library/load.js';
import { createLog } from './log.js';
import { messages } from './messages/index.js';
import { Drawing } from './picture/drawing.js';
import { chat, type Mode } from './surfaces/terminal/chat.js';
import { schemaDocument } from './surfaces/terminal/schema-document.js';
import { Session } from './surfaces/terminal/session.js';
import { styleFor } from './surfaces/terminal/style.js';

/** How long answers under way may take to finish after a signal to stop, in milliseconds. */
const STOP_LIMIT_MS = 10_000;

/** Ends the process at once: what is wrong, one problem a line. */
function exitWith(problems: readonly string[]): never {
  process.stderr.write(`${problems.join('\n')}\n`);
  process.exit(1);
}

function readArguments(): { seeds?: string; chat?: boolean; json?: boolean; schema?: boolean } {
  try {
    const { values } = parseArgs({
      options: {
        seeds: { type: 'string' },
        chat: { type: 'boolean' },
        json: { type: 'boolean' },
        schema: { type: 'boolean' },
        help: { type: 'boolean' },
      },
    });
    if (values.help) {
      process.stdout.write(messages.settings.usage);
      process.exit(0);
    }
    if (values.seeds?.trim() === '') return exitWith([messages.settings.emptySeeds]);
    return values;
  } catch (error) {
    return exitWith([error instanceof Error ? error.message : String(error), '', messages.settings.usage]);
  }
}

async function openOrExit(folder: string, log: Logger): Promise<Embeddings> {
  const opened = await Embeddings.open(folder, { log });
  return 'faults' in opened ? exitWith(opened.faults) : opened.embeddings;
}

async function loadOrExit(folder: string, embeddings: Embeddings | undefined): Promise<LiveLibrary> {
  const load = (options?: LoadOptions) => loadLibrary(folder, { ...options, embeddings });
  const result = await load();
  if ('faults' in result) return exitWith(result.faults.map(describeFault));
  return new LiveLibrary(result.library, load);
}

async function runOnDiscord(token: string, config: Config, live: LiveLibrary, log: Logger): Promise<void> {
  // Only here, since discord.js takes long to load and the terminal needs none of it.
  const { isTokenRefused, startBot } = await import('./surfaces/discord/bot.js');
  const { DISCORD_GUILD_ID: guildId, DISCORD_API_URL: apiUrl } = config;
  const parts = { token, apiUrl, guildId, commands, live, log, drawing: new Drawing({ log }) };
  const bot = await startBot(parts).catch(async (error: unknown) => {
    log.fatal({ err: error }, 'Connecting to Discord failed');
    await live.serving.library.embeddings?.close();
    return exitWith(
      isTokenRefused(error)
        ? messages.settings.tokenRefused
        : messages.settings.unreachable(
            error instanceof Error ? error.message : String(error),
            apiUrl !== undefined,
          ),
    );
  });
  // Asked for once, the names of speakers are read by the time that a member types one.
  live.serving.library.speakers.names();
  // What discord.js rejects inside of itself, such as over a broken event, is no reason to leave everybody.
  process.on('unhandledRejection', (error) => log.error({ err: error }, 'Unhandled rejection'));
  const stop = (signal: string) => {
    log.info({ signal }, 'Stopping');
    setTimeout(() => process.exit(1), STOP_LIMIT_MS).unref();
    void bot
      .stop()
      .then(() => live.serving.library.embeddings?.close())
      .then(() => process.exit(0));
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
}

async function runInTerminal(mode: Mode, live: LiveLibrary, log: Logger, hasToken: boolean): Promise<void> {
  const session = new Session({ commands, live, log, style: styleFor(process.stdout) });
  if (mode === 'text') {
    const { library } = live.serving;
    const { documents, passages } = library.engine.size;
    const { greeting, chatAsked, chatWithoutToken } = messages.settings;
    process.stdout.write(greeting(documents, passages, hasToken ? chatAsked : chatWithoutToken));
  }
  await chat(session, live, mode, { input: process.stdin, output: process.stdout }).catch(
    (error: unknown) => {
      if (!isUnread(error)) throw error;
    },
  );
  await live.serving.library.embeddings?.close();
}

/** Whoever reads the answers may stop reading, as `head` does; there is nobody left to tell. */
function isUnread(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EPIPE';
}

let embeddings: Embeddings | undefined;
process.stdout.on('error', (error) => {
  void Promise.resolve(embeddings?.close()).then(() => process.exit(isUnread(error) ? 0 : 1));
});

dotenv.config({ quiet: true });
const args = readArguments();
if (args.schema) {
  const schema = `${JSON.stringify(schemaDocument(commands), null, 2)}\n`;
  // Whoever reads it through a pipe has it whole before the program ends.
  await new Promise((resolve) => process.stdout.write(schema, resolve));
  process.exit(0);
}
const result = readConfig(process.env);
if ('problems' in result) exitWith([messages.settings.invalid, ...result.problems]);
const { config } = result;
const inTerminal = args.json || args.chat || config.DISCORD_TOKEN === undefined;
const log = createLog(config.LOG_LEVEL ?? (inTerminal ? 'warn' : 'info'));
if (config.EMBEDDINGS_DIR !== undefined) embeddings = await openOrExit(config.EMBEDDINGS_DIR, log);
const live = await loadOrExit(args.seeds ?? config.SEEDS_DIR, embeddings);
if (inTerminal || config.DISCORD_TOKEN === undefined) {
  await runInTerminal(args.json ? 'json' : 'text', live, log, config.DISCORD_TOKEN !== undefined);
} else {
  await runOnDiscord(config.DISCORD_TOKEN, config, live, log);
}

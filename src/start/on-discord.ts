import type { Logger } from 'pino';
import { commands } from '../../commands/index.js';
import type { Config } from '../config.js';
import type { Health } from '../health/health.js';
import { Drawing } from '../picture/drawing.js';
import type { ManagerLink } from '../processes/manager-link.js';
import type { Corpus } from './corpus.js';
import { shardsOf } from './processes.js';
import { stayUntilStopped } from './staying.js';

/** What a bot on Discord is made of. */
export interface DiscordParts {
  readonly config: Config;
  readonly corpus: Corpus;
  readonly health: Health | undefined;
  readonly log: Logger;
  /** What a process that was started by another says to that. */
  readonly link: ManagerLink | undefined;
}

/** The bot, over whichever way Discord reaches it. */
function botParts({ config, corpus, health, log }: DiscordParts) {
  const { DISCORD_GUILD_ID: guildId, DISCORD_API_URL: apiUrl } = config;
  const { live } = corpus;
  const { observer } = health ?? {};
  return { apiUrl, guildId, commands, live, log, drawing: new Drawing({ log }), observer };
}

/** Answers on Discord's gateway until the program is to end. */
export async function runOnGateway(token: string, parts: DiscordParts): Promise<void> {
  // Only here, since discord.js takes long to load and the terminal needs none of it.
  const { isFinal, startBot, whatToDo } = await import('../surfaces/discord/bot.js');
  const { config, link } = parts;
  const waitToIdentify = link && ((shard: number, signal: AbortSignal) => link.waitToIdentify(shard, signal));
  const bot = { ...botParts(parts), token, shards: link?.shards ?? shardsOf(config), waitToIdentify };
  await stayUntilStopped((signal) => startBot({ ...bot, signal }), {
    ...parts,
    isFinal,
    whatToDo: (error) => whatToDo(error, bot.apiUrl !== undefined),
  });
}

/** Where interactions come in over HTTP. */
export interface InteractionAddress {
  readonly port: number;
  readonly publicKey: string;
}

/** Waits for what Discord sends, instead of connecting to it, until the program is to end. */
export async function runOverHttp(address: InteractionAddress, parts: DiscordParts): Promise<void> {
  const { StartError, startHttpBot } = await import('../surfaces/discord/http/bot.js');
  const { DISCORD_TOKEN: token, INTERACTIONS_HOST: host } = parts.config;
  const bot = { ...botParts(parts), ...address, host, token };
  await stayUntilStopped(() => startHttpBot(bot), {
    ...parts,
    isFinal: () => false,
    whatToDo(error) {
      if (error instanceof StartError) return error.lines;
      throw error;
    },
  });
}

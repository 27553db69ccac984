import { type Client, DiscordAPIError, DiscordjsError, DiscordjsErrorCodes, Events } from 'discord.js';
import { createClient } from './client.js';
import { type InteractionParts, Interactions } from './interactions.js';
import { registerCommands } from './registration.js';

/** What a bot is started with. */
export interface BotParts extends InteractionParts {
  readonly token: string;
  /** Another base of Discord's API, such as a local one. */
  readonly apiUrl?: string | undefined;
}

/** A bot that is on Discord. */
export interface Bot {
  /** Leaves Discord once the answers under way are given. Safe to call twice. */
  stop(): Promise<void>;
}

/**
 * Goes on Discord, tells it of the commands where it knows others, and answers from then on.
 * Rejects with the error of discord.js where Discord does not let the bot in.
 */
export async function startBot(parts: BotParts): Promise<Bot> {
  const { log, commands, guildId } = parts;
  const client = createClient(log, parts.apiUrl);

  const underWay = new Set<Promise<void>>();
  const interactions = new Interactions(parts);
  client.on(Events.InteractionCreate, (interaction) => {
    const answering = interactions
      .answer(interaction)
      .catch((error: unknown) => log.error({ err: error }, 'An interaction was not answered'))
      .finally(() => underWay.delete(answering));
    underWay.add(answering);
  });

  const ready = new Promise<Client<true>>((resolve) => client.once(Events.ClientReady, resolve));
  await client.login(parts.token);
  const { application } = await ready;
  log.info({ applicationId: application.id }, 'Connected to Discord');
  await registerCommands(commands, { rest: client.rest, applicationId: application.id, guildId }, log).catch(
    // Answering what Discord knows already is better than not answering at all.
    (error: unknown) => log.error({ err: error }, 'Registering the commands failed'),
  );

  return {
    async stop() {
      // The gateway closes first, so that nothing new arrives while the last answers go out over HTTP.
      await client.destroy();
      await Promise.all(underWay);
      log.info('Disconnected from Discord');
    },
  };
}

/** True if what `startBot` rejected with means that the token is wrong. */
export function isTokenRefused(error: unknown): boolean {
  if (error instanceof DiscordAPIError) return error.status === 401;
  return error instanceof DiscordjsError && error.code === DiscordjsErrorCodes.TokenInvalid;
}

import type { Client } from 'discord.js';
import { type APIInteraction, GatewayDispatchEvents } from 'discord-api-types/v10';
import type { Part } from './client.js';
import { type InteractionParts, Interactions } from './interactions.js';
import { PAUSES, type Pauses } from './pauses.js';
import type { GatewayRefusedError } from './refusal.js';
import { registerCommands, registerPatiently } from './registration.js';
import { openPatiently, START_WITHIN_MS } from './start.js';
import { UnderWay } from './under-way.js';
import { callback } from './webhook.js';

export { isFinal } from './start.js';
export { whatToDo } from './what-to-do.js';

/** What a bot is started with. */
export interface BotParts extends InteractionParts, Part {
  readonly token: string;
  /** Another base of Discord's API, such as a local one. */
  readonly apiUrl?: string | undefined;
  /** Ends a start that is not through yet, which then rejects with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  /** How long Discord may take to let the bot in, in milliseconds; `START_WITHIN_MS` if left out. */
  readonly startWithin?: number | undefined;
  /** How long to wait before what failed at the start is tried again; `PAUSES` if left out. */
  readonly pauses?: Pauses | undefined;
}

/** A bot that is on Discord. */
export interface Bot {
  /** Settles where Discord closes the connection for good, so that the bot answers nobody any more. */
  readonly refused: Promise<GatewayRefusedError>;
  /** Leaves Discord once the answers under way are given. Safe to call twice. */
  stop(): Promise<void>;
}

/**
 * Goes on Discord, tells it of the commands where it knows others and shard 0 is here, and answers from then on. Where
 * Discord is up but does not let the bot in, or does not take the commands, it is tried again with growing pauses.
 * Rejects with the error of discord.js, or a GatewayRefusedError, where Discord does not let the bot in at all.
 */
export async function startBot(parts: BotParts): Promise<Bot> {
  const { log, commands, guildId, signal, shards } = parts;
  const { startWithin: within = START_WITHIN_MS, pauses = PAUSES } = parts;

  const underWay = new UnderWay(log);
  const prepare = (client: Client) => {
    const reach = {
      rest: client.rest,
      get userId() {
        return client.user?.id;
      },
    };
    const interactions = new Interactions(parts, reach);
    // As Discord sends it and not as an object of discord.js, so that it is what comes over HTTP too.
    client.ws.on(GatewayDispatchEvents.InteractionCreate, (interaction: APIInteraction) =>
      underWay.add(interactions.answer(interaction, callback(client.rest, interaction))),
    );
  };

  const { connection, client } = await openPatiently({ ...parts, prepare }, { within, pauses, signal });
  const { application, rest } = client;
  log.info({ applicationId: application.id }, 'Connected to Discord');
  const leaving = new AbortController();
  // Of several processes, one is enough to tell Discord; shard 0 is one that every bot has.
  if ((shards?.first ?? 0) === 0) {
    await registerPatiently(
      () => registerCommands(commands, { rest, applicationId: application.id, guildId }, log),
      { log, pauses, signal: leaving.signal },
    );
  }

  return {
    refused: connection.refused,
    async stop() {
      leaving.abort();
      // The gateway closes first, so that nothing new arrives while the last answers go out over HTTP.
      await connection.leave();
      await underWay.settled();
      log.info('Disconnected from Discord');
    },
  };
}

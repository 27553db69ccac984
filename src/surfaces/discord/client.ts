import { Client, type ClientOptions, Events, Options } from 'discord.js';
import type { Logger } from 'pino';
import { type Shards, shardIds } from '../../shards.js';
import type { BotObserver } from './observer.js';
import { restOptions } from './rest.js';

/** What looks on at a client. */
export interface Watched {
  readonly observer?: BotObserver | undefined;
  /** How its gateway is made. */
  readonly ws?: ClientOptions['ws'];
}

/** Which part of the bot's servers a client serves. */
export interface Part {
  /** Its shards; without them all, as many as Discord recommends. */
  readonly shards?: Shards | undefined;
  /** Resolves when a shard may identify itself, where other processes identify theirs; rejects once `signal` is aborted. */
  readonly waitToIdentify?: ((shard: number, signal: AbortSignal) => Promise<void>) | undefined;
}

/**
 * A client that only answers, and logs what goes wrong with its connection: no intent, since interactions come without; no cache, since all that an answer
 * needs comes with the question.
 */
export function createClient(log: Logger, apiUrl?: string, watched: Watched & Part = {}): Client {
  const { observer, ws = {}, shards, waitToIdentify } = watched;
  const client = new Client({
    ws: {
      ...ws,
      ...(waitToIdentify && { buildIdentifyThrottler: () => ({ waitForIdentify: waitToIdentify }) }),
    },
    intents: [],
    ...(shards ? { shards: shardIds(shards), shardCount: shards.of } : { shards: 'auto' }),
    rest: restOptions(apiUrl, observer),
    makeCache: Options.cacheWithLimits({
      ApplicationCommandManager: 0,
      ApplicationEmojiManager: 0,
      AutoModerationRuleManager: 0,
      BaseGuildEmojiManager: 0,
      EntitlementManager: 0,
      GuildBanManager: 0,
      GuildEmojiManager: 0,
      GuildInviteManager: 0,
      GuildMemberManager: 0,
      GuildMessageManager: 0,
      GuildScheduledEventManager: 0,
      GuildStickerManager: 0,
      MessageManager: 0,
      PresenceManager: 0,
      ReactionManager: 0,
      ReactionUserManager: 0,
      StageInstanceManager: 0,
      ThreadManager: 0,
      ThreadMemberManager: 0,
      UserManager: 0,
      VoiceStateManager: 0,
    }),
  });
  // discord.js turns a rejection of a listener into this event, and without a listener the process would end.
  client.on(Events.Error, (error) => log.error({ err: error }, 'Error in the connection to Discord'));
  client.on(Events.Warn, (message) => log.warn({ message }, 'Warning from discord.js'));
  return client;
}

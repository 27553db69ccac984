import { Client, Events, Options } from 'discord.js';
import type { Logger } from 'pino';

/** One attempt at a request to Discord, in milliseconds; with the retry it stays within the 15 minutes of a token. */
const REST_TIMEOUT_MS = 5_000;

/**
 * A client that only answers, and logs what goes wrong with its connection: no intent, since interactions come without; no cache, since all that an answer
 * needs comes with the question; no mention, whatever a text says.
 */
export function createClient(log: Logger, apiUrl?: string): Client {
  const client = new Client({
    intents: [],
    shards: 'auto',
    allowedMentions: { parse: [] },
    rest: { timeout: REST_TIMEOUT_MS, retries: 1, ...(apiUrl !== undefined && { api: apiUrl }) },
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

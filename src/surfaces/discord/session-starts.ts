import { REST } from '@discordjs/rest';
import { type RESTGetAPIGatewayBotResult, Routes } from 'discord-api-types/v10';
import { restOptions } from './rest.js';

/** What Discord says of how a bot is to start. */
export interface SessionStarts {
  /** How many shards it recommends. */
  readonly recommended: number;
  /** How many sessions may still be started, one for each shard, and in how many milliseconds there are more. */
  readonly remaining: number;
  readonly resetAfter: number;
  /** How many shards it lets identify themselves at a time. */
  readonly maxConcurrency: number;
}

/** Asks Discord. Rejects with the error of @discordjs/rest where it does not answer, or refuses the token. */
export async function fetchSessionStarts(token: string, apiUrl?: string): Promise<SessionStarts> {
  const rest = new REST({ version: '10', ...restOptions(apiUrl, undefined) }).setToken(token);
  const gateway = (await rest.get(Routes.gatewayBot())) as RESTGetAPIGatewayBotResult;
  const { max_concurrency: maxConcurrency, remaining, reset_after: resetAfter } = gateway.session_start_limit;
  return { recommended: gateway.shards, remaining, resetAfter, maxConcurrency };
}

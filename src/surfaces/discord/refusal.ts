import { GatewayCloseCodes } from 'discord-api-types/v10';

/** The codes with which Discord closes a connection that must not be made again, and why. */
const REFUSALS = {
  [GatewayCloseCodes.AuthenticationFailed]: 'token',
  [GatewayCloseCodes.InvalidShard]: 'shard',
  [GatewayCloseCodes.ShardingRequired]: 'sharding',
  [GatewayCloseCodes.InvalidAPIVersion]: 'version',
  [GatewayCloseCodes.InvalidIntents]: 'intents',
  [GatewayCloseCodes.DisallowedIntents]: 'privileged intents',
} as const;

/** What Discord's gateway does not let the bot in for. */
export type Refused = (typeof REFUSALS)[keyof typeof REFUSALS];

/** Discord closed a connection for good. */
export class GatewayRefusedError extends Error {
  constructor(
    message: string,
    readonly refused: Refused,
    readonly code: number,
  ) {
    super(message);
  }
}

/** Why Discord will not take a connection again that it closed with `code`; undefined where it will. */
export function refusalOf(code: number): Refused | undefined {
  return (REFUSALS as Partial<Record<number, Refused>>)[code];
}

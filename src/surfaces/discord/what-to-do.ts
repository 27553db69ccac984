import { messages } from '../../messages/index.js';
import { GatewayRefusedError } from './refusal.js';
import { isTokenRefused } from './start.js';

/**
 * What whoever runs the bot is told of an error that keeps it off Discord: what is wrong and what to do, in lines.
 * `hasAddress` is true if another base of Discord's API is set.
 */
export function whatToDo(error: unknown, hasAddress: boolean): readonly string[] {
  const { refused, tokenRefused, unreachable } = messages.settings;
  if (error instanceof GatewayRefusedError) return refused[error.refused];
  if (isTokenRefused(error)) return tokenRefused;
  return unreachable(error instanceof Error ? error.message : String(error), hasAddress);
}

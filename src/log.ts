import { type DestinationStream, type Logger, pino, stdSerializers } from 'pino';

export const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/**
 * A log of JSON lines, on standard error unless told otherwise, so that standard output is answers alone.
 * An error is written by its kind, message and stack: what discord.js hangs on one (the request with its
 * interaction token, the body with what a member typed) is left out.
 */
export function createLog(level: LogLevel, destination: DestinationStream = process.stderr): Logger {
  return pino({ base: undefined, level, serializers: { err: errorFields } }, destination);
}

function errorFields(error: unknown): object {
  if (!(error instanceof Error)) return { message: String(error) };
  const { type, message, stack } = stdSerializers.err(error);
  const code = 'code' in error ? { code: error.code } : {};
  const status = 'status' in error ? { status: error.status } : {};
  return { type, message, ...code, ...status, stack };
}

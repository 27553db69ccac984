import { ErrorCode } from '@modelcontextprotocol/sdk/types.js';
import type { Logger } from 'pino';
import { failure } from '../../command/run.js';

/** The protocol's code for a resource that is not there (Model Context Protocol, 2025-06-18, Resources, Error Handling). */
const RESOURCE_NOT_FOUND = -32_002;

/** A request that is answered with an error of the protocol: its code, and what a client is told. */
class ProtocolError extends Error {
  override readonly name = 'ProtocolError';

  constructor(
    readonly code: number,
    message: string,
    readonly data?: unknown,
  ) {
    super(message);
  }
}

/** A request that names what there is not, or is not as it should be. */
export function invalidParams(message: string): Error {
  return new ProtocolError(ErrorCode.InvalidParams, message);
}

/** A request for a resource that is not there. */
export function notFound(message: string, uri: string): Error {
  return new ProtocolError(RESOURCE_NOT_FOUND, message, { uri });
}

/** What `work` gives. What breaks is logged, and told without its particulars. */
export async function guarded<T>(during: string, log: Logger, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof ProtocolError) throw error;
    throw new ProtocolError(ErrorCode.InternalError, failure(error, log, during).message);
  }
}

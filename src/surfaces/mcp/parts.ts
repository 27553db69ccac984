import type { Logger } from 'pino';
import type { Asker, Command } from '../../command/command.js';
import type { LiveLibrary } from '../../library/live.js';
import { messages } from '../../messages/index.js';

/** What assistants are answered with. */
export interface McpParts {
  readonly commands: readonly Command[];
  readonly live: LiveLibrary;
  readonly log: Logger;
}

/** An assistant may ask all that anybody may, and does not move the corpus. */
export const ASSISTANT: Asker = { name: messages.mcp.asker, mayModerate: false };

import type { Logger } from 'pino';
import { describeFault, type Fault } from '../corpus/fault.js';
import { messages } from '../messages/index.js';

/** So many warnings are logged of one load: a screen of them. */
const MOST_LOGGED = 20;

/** Logs what is worth knowing of the documents that were loaded, and how much more there is of it. */
export function logWarnings(warnings: readonly Fault[], log: Logger): void {
  const { logged, loggedMore } = messages.seedWarnings;
  for (const warning of warnings.slice(0, MOST_LOGGED)) log.warn({ warning: describeFault(warning) }, logged);
  const more = warnings.length - MOST_LOGGED;
  if (more > 0) log.warn(loggedMore(more));
}

/** The same in lines for who reads a terminal. */
export function warningLines(warnings: readonly Fault[]): string[] {
  const { seedWarnings, seeds } = messages;
  const lines = warnings.slice(0, MOST_LOGGED).map((warning) => seeds.warning(describeFault(warning)));
  const more = warnings.length - MOST_LOGGED;
  return more > 0 ? [...lines, seeds.warning(seedWarnings.loggedMore(more))] : lines;
}

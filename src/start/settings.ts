import type { Logger } from 'pino';
import { settingsWithoutEffect } from '../config.js';

/** Names the settings that change nothing: in a terminal a line each, otherwise in the log. */
export function warnOfSettings(log: Logger, inTerminal: boolean): void {
  for (const setting of settingsWithoutEffect(process.env)) {
    if (inTerminal) process.stderr.write(`${setting}\n`);
    else log.warn({ setting }, 'A setting has no effect');
  }
}

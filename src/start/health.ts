import type { Logger } from 'pino';
import { commands } from '../../commands/index.js';
import type { Health } from '../health/health.js';
import { messages } from '../messages/index.js';
import { exitWith } from './exit.js';

/** Says over HTTP how the program is, from now on. Where nobody can listen there, the program ends with what to do. */
export async function openHealth(port: number, host: string, log: Logger): Promise<Health> {
  // Only here, since who does not ask for metrics needs none of what makes them.
  const { Health: Served } = await import('../health/health.js');
  const names = commands.map(({ name }) => name);
  const health = await Served.open({ port, host, commands: names }).catch((error: unknown) =>
    exitWith([messages.settings.cannotListen('HEALTH', port, error)]),
  );
  log.info({ host, port: health.port }, 'Serving health and metrics');
  return health;
}

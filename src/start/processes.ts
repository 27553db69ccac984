import { fileURLToPath } from 'node:url';
import type { Logger } from 'pino';
import { type Config, LAST_PORT } from '../config.js';
import { messages } from '../messages/index.js';
import { MAX_PROCESSES, processesIn } from '../processes/size.js';
import type { Shards } from '../shards.js';
import type { Arguments } from './arguments.js';
import { exitWith } from './exit.js';

const SCRIPT = fileURLToPath(new URL('../main.js', import.meta.url));

/** The shards that the configuration names; undefined where Discord is to say how many there are. */
export function shardsOf({ DISCORD_SHARDS: shards }: Config): Shards | undefined {
  return shards === 'auto' ? undefined : shards;
}

/** The port at which a process, counted from 1, says how it is: each the next, but where any will do. */
export function healthPortOf(port: number, process: number): number {
  return port === 0 ? 0 : port + process - 1;
}

/** Runs as many processes of this program as `number` says until it is told to stop. Then this one ends too. */
export async function runProcesses(
  number: string,
  args: Arguments,
  config: Config,
  log: Logger,
): Promise<never> {
  const { processesInTerminal, processesOverHttp, processesWithoutToken, portsOfProcesses } =
    messages.settings;
  const { DISCORD_TOKEN: token, DISCORD_API_URL: apiUrl, HEALTH_PORT: port = 0 } = config;
  // What is wrong whatever else is set, first.
  if (processesIn(number) === undefined) return exitWith([messages.settings.notProcesses(MAX_PROCESSES)]);
  if (args.json || args.chat || args.mcp) return exitWith([processesInTerminal]);
  if (config.INTERACTIONS_PORT !== undefined) return exitWith([processesOverHttp]);
  if (token === undefined) return exitWith([processesWithoutToken]);
  const lastPort = healthPortOf(port, Number(number));
  if (lastPort > LAST_PORT) return exitWith([portsOfProcesses(lastPort)]);
  const { runProcesses: run } = await import('../surfaces/discord/processes.js');
  const given = args.seeds === undefined ? [] : ['--seeds', args.seeds];
  const ended = await run(number, {
    script: SCRIPT,
    args: given,
    token,
    apiUrl,
    shards: shardsOf(config),
    log,
  });
  return 'problems' in ended ? exitWith(ended.problems) : process.exit(ended.status);
}

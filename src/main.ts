import dotenv from 'dotenv';
import { commands } from '../commands/index.js';
import { readConfig } from './config.js';
import { loneProcess } from './library/fleet.js';
import { createLog } from './log.js';
import { messages } from './messages/index.js';
import { ManagerLink } from './processes/manager-link.js';
import { otherShards } from './shards.js';
import { readArguments } from './start/arguments.js';
import { type Corpus, openCorpus } from './start/corpus.js';
import { exitWith } from './start/exit.js';
import { runForAssistant, watchFor } from './start/for-assistant.js';
import { openHealth } from './start/health.js';
import { isUnread, progressOf, runInTerminal } from './start/in-terminal.js';
import { Loading } from './start/loading.js';
import { runOnGateway, runOverHttp } from './start/on-discord.js';
import { healthPortOf, runProcesses, shardsOf } from './start/processes.js';
import { warnOfSettings } from './start/settings.js';
import { schemaDocument } from './surfaces/terminal/schema-document.js';

let corpus: Corpus | undefined;
process.stdout.on('error', (error) => {
  void Promise.resolve(corpus?.close()).then(() => process.exit(isUnread(error) ? 0 : 1));
});

dotenv.config({ quiet: true });
const args = readArguments();
if (args.schema) {
  const schema = `${JSON.stringify(schemaDocument(commands), null, 2)}\n`;
  // Whoever reads it through a pipe has it whole before the program ends.
  await new Promise((resolve) => process.stdout.write(schema, resolve));
  process.exit(0);
}
const result = readConfig(process.env);
if ('problems' in result) exitWith([messages.settings.invalid, ...result.problems]);
const { config } = result;
const { DISCORD_TOKEN: token, INTERACTIONS_PORT: port, DISCORD_PUBLIC_KEY: publicKey } = config;
const overHttp = port !== undefined && publicKey !== undefined ? { port, publicKey } : undefined;
const isForDiscord = token !== undefined || overHttp !== undefined;
const inTerminal = args.json || args.chat || args.mcp || !isForDiscord;
const ownLog = createLog(config.LOG_LEVEL ?? (inTerminal ? 'warn' : 'info'));
if (args.child === undefined) warnOfSettings(ownLog, inTerminal);
if (args.processes !== undefined) await runProcesses(args.processes, args, config, ownLog);
const link = args.child === undefined ? undefined : new ManagerLink(args.child, ownLog);
const log = link?.log ?? ownLog;
const shards = overHttp ? undefined : shardsOf(config);
const alone = shards && otherShards(shards).length > 0 ? loneProcess(shards) : undefined;
// Before the documents, so that whoever watches sees them being loaded.
const healthPort = inTerminal ? undefined : config.HEALTH_PORT;
const health =
  healthPort === undefined
    ? undefined
    : await openHealth(healthPortOf(healthPort, link?.process ?? 1), config.HEALTH_HOST, log);
if (overHttp) health?.expectInteractions();
else health?.expectGateway();
const seeds = args.seeds ?? config.SEEDS_DIR;
const mode = args.json ? 'json' : 'text';
const watch = args.mcp ? await watchFor(config, seeds, log) : undefined;
const loading = inTerminal && !args.mcp ? new Loading() : undefined;
const open = () => openCorpus({ config, seeds, log, health, fleet: link ?? alone, loading });
corpus = await (loading ? progressOf(mode).during(loading.told, open) : open());
const parts = { config, corpus, health, log, link };
if (args.mcp) await runForAssistant(corpus, watch, log);
else if (loading) await runInTerminal(mode, corpus, { log, level: config.LOG_LEVEL, isForDiscord, loading });
else if (overHttp) await runOverHttp(overHttp, parts);
else if (token !== undefined) await runOnGateway(token, parts);

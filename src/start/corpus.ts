import type { Logger } from 'pino';
import type { Config } from '../config.js';
import { describeFault } from '../corpus/fault.js';
import { Embeddings } from '../embeddings/embeddings.js';
import type { Health } from '../health/health.js';
import type { Fleet } from '../library/fleet.js';
import { LiveLibrary } from '../library/live.js';
import { type LoadOptions, loadLibrary } from '../library/load.js';
import { messages } from '../messages/index.js';
import { ClusterError } from '../search/opensearch/cluster-error.js';
import { exitWith } from './exit.js';
import type { Loading } from './loading.js';
import { logWarnings, warningLines } from './log-warnings.js';

/** The corpus that is served, and how what holds it is left. */
export interface Corpus {
  readonly live: LiveLibrary;
  readonly close: () => Promise<void>;
}

/** What a corpus is opened with. */
export interface CorpusParts {
  readonly config: Config;
  /** The folder with the documents. */
  readonly seeds: string;
  readonly log: Logger;
  /** Is told of reloads, and of what a cluster answers. */
  readonly health: Health | undefined;
  /** The other processes of the bot, which have to read the folder themselves; each follows a cluster without being told. */
  readonly fleet: Fleet | undefined;
  /** In a terminal, what says how far documents are loaded; what is wrong is read there in words alone. */
  readonly loading: Loading | undefined;
}

/** The corpus that the configuration names, in memory or in a cluster. Where there is none, the program ends with what to do. */
export async function openCorpus(parts: CorpusParts): Promise<Corpus> {
  const { ENGINE_URL: nodes, EMBEDDINGS_DIR: model } = parts.config;
  if (nodes && model !== undefined) return exitWith([messages.archive.withModel]);
  const corpus = await (nodes ? openArchive(nodes, parts) : loadSeeds(parts));
  parts.health?.watch(corpus.live);
  return corpus;
}

async function openArchive(
  nodes: readonly URL[],
  { config, seeds, log, health, loading }: CorpusParts,
): Promise<Corpus> {
  // Only here, since nothing of the client is needed without a cluster.
  const { Archive } = await import('../archive/archive.js');
  const { ENGINE_CA: ca, ENGINE_NAME: name, KEEP_REVISIONS: keep } = config;
  try {
    const reports = { recorder: health?.engine, onReload: health?.reloaded };
    const open = () => Archive.open({ nodes, ca, name, keep, seeds, log, ...reports });
    const archive = await (loading ? loading.during(open) : open());
    health?.watchCluster(() => archive.isAnswering);
    return { live: archive.live, close: () => archive.close() };
  } catch (error) {
    if (!loading || !(error instanceof ClusterError))
      log.fatal({ err: error }, 'The archive cannot be served');
    if (!(error instanceof ClusterError)) throw error;
    return exitWith([messages.archive.fault(messages.archive.faults[error.fault], error.message)]);
  }
}

async function loadSeeds({ config, seeds, log, health, fleet, loading }: CorpusParts): Promise<Corpus> {
  const { EMBEDDINGS_DIR: folder } = config;
  const embeddings = folder === undefined ? undefined : await openModel(folder, log);
  const plain = async (options?: LoadOptions) => {
    const result = await loadLibrary(seeds, { ...options, embeddings, onRead: loading?.onRead });
    if ('faults' in result) return result;
    const { warnings } = result.library;
    if (!loading) logWarnings(warnings, log);
    else for (const line of warningLines(warnings)) process.stderr.write(`${line}\n`);
    return result;
  };
  const load = (options?: LoadOptions) => (loading ? loading.during(() => plain(options)) : plain(options));
  const result = await load();
  if ('faults' in result) return exitWith(result.faults.map(describeFault));
  const live = new LiveLibrary(result.library, load, { onReload: health?.reloaded, fleet, seeds });
  return { live, close: async () => embeddings?.close() };
}

async function openModel(folder: string, log: Logger): Promise<Embeddings> {
  const opened = await Embeddings.open(folder, { log });
  return 'faults' in opened ? exitWith(opened.faults) : opened.embeddings;
}

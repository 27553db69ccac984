import { onTestFinished } from 'vitest';
import { commands } from '../../commands/index.js';
import { Archive, type ArchiveSettings } from '../../src/archive/archive.js';
import { PLAIN } from '../../src/reply/plain-text.js';
import { ingest } from '../../src/search/opensearch/ingest/ingest.js';
import { Session } from '../../src/surfaces/terminal/session.js';
import { keptLog } from '../support/bot.js';
import { type Files, folderOf } from '../support/folder.js';
import { clientOf } from './indexed.js';

/** An archive as a process has it, a session over it, and what it logged. */
export async function archiveOf(
  nodes: readonly string[],
  name: string,
  seeds: string,
  settings: Partial<ArchiveSettings> = {},
) {
  const { log, logged } = keptLog();
  const archive = await Archive.open({
    nodes: nodes.map((node) => new URL(node)),
    name,
    seeds,
    keep: 2,
    log,
    ...settings,
  });
  onTestFinished(() => archive.close());
  return { archive, logged, session: new Session({ commands, live: archive.live, log, style: PLAIN }) };
}

/** A folder, and a client of a cluster in which an ingest put it. */
export async function served(nodes: readonly string[], files: Files) {
  const folder = folderOf(files);
  const cluster = clientOf(nodes);
  await ingest(cluster, { roots: [folder], keep: 2 });
  return { folder, cluster };
}

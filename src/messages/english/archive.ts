import { count } from './count.js';

/** What whoever runs a cluster reads of it. */
export const archive = {
  /** What is wrong with a cluster, and what to do. */
  faults: {
    unreachable:
      'No node of the cluster answers. Check the addresses in ENGINE_URL (http or https), and that the cluster is running.',
    late: 'The cluster does not answer in time. Look at its load and health, then try again.',
    refused:
      'The cluster refuses this user. Check the user and the password in ENGINE_URL, and its privileges (docs/cluster.md).',
    untrusted:
      'The cluster’s certificate cannot be verified for this address. Set ENGINE_CA to the file of the authority that signed it, and use a name that it is for.',
    'in part':
      'Parts of the cluster do not answer. Look at its health, and try again once it is yellow or green.',
    'read-only':
      'The cluster accepts no documents: an index or the whole cluster is blocked for writing. Lift the block.',
    full: 'The cluster has no room: its disks are too full. Free some, or add a node.',
    overloaded: 'The cluster has too much to do. Try again later.',
    'too old': 'The cluster is not OpenSearch 2.11 or later.',
    'no corpus':
      'There is no corpus under this name in the cluster that this program can read. Check ENGINE_NAME, or run: npm run ingest',
    damaged:
      'The cluster returned something other than what was stored. Ingest the documents again: npm run ingest',
    conflict: 'Another program changed the same thing in the cluster. Try again.',
    other: 'The cluster answered with an error.',
  },
  /** The same with what was seen, which names no query and no password. */
  fault: (fault: string, seen: string) => `${fault} (${seen})`,
  withModel: 'EMBEDDINGS_DIR works only without ENGINE_URL. Unset one of them.',

  ingestUsage:
    'Usage: npm run ingest -- [DIR…]\nPuts the documents of these folders, or of SEEDS_DIR, into the cluster at ENGINE_URL.\n',
  noEngine:
    'ENGINE_URL is not set. Set it to the address of your cluster, such as https://user:password@host:9200.',
  stopped: 'Stopped. What was put in is kept; run it again to go on.',
  running: 'Another ingest is running. Wait for it; one that was killed is forgotten after half a minute.',
  /** A reload that would remove most of an archive. */
  removesMost: (removed: number, all: number) => ({
    problem: `${removed} of the ${count(all, 'document')} in the archive are not in this folder, and a reload would remove them`,
    remedy:
      'set SEEDS_DIR to the folder that the archive was made from, or run npm run ingest with all its folders',
  }),
  changedMeanwhile: (file: string) =>
    `${file} changed while it was read. Run it again; what was put in is kept.`,
  changed: { problem: 'changed while it was read', remedy: 'reload again' },
  same: (documents: number, passages: number) =>
    `Nothing changed: ${count(documents, 'document')}, ${count(passages, 'passage')}.`,
  made: (
    facts: { documents: number; passages: number; revision: string },
    { added, changed, removed }: Record<'added' | 'changed' | 'removed', number>,
  ) =>
    `Serving ${count(facts.documents, 'document')}, ${count(facts.passages, 'passage')}: ${added} added, ${changed} changed, ${removed} removed. Revision ${facts.revision}.`,
  progress: {
    reading: (done: string, of: string) => `Reading ${done} of ${of} files`,
    copying: (of: string) => `Copying ${of} documents that are the same`,
    writing: (done: string, of: string, rate: string, left: string) =>
      `Writing ${done} of ${of} documents, ${rate} passages a second, ${left} left`,
    checking: 'Checking the new revision',
  },
  seconds: (seconds: number) => (seconds < 90 ? `${seconds} s` : `${Math.round(seconds / 60)} min`),
};

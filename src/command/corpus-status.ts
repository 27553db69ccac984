import { countOf, describeFault } from '../corpus/fault.js';
import type { LiveLibrary, ReloadResult, Serving } from '../library/live.js';
import { messages } from '../messages/index.js';
import { BRIEF_REVISION, type Fact } from '../reply/facts.js';
import { type FleetView, faultsOfOthers, fleetFacts, isAgreed } from '../reply/fleet-facts.js';
import { type ListSection, type Reply, say } from '../reply/reply.js';

type Reloaded = Extract<ReloadResult, { kind: 'reloaded' }>;

/** `/corpus status`: what is in use, and in which processes. */
export async function statusReply({ serving, fleet }: LiveLibrary): Promise<Reply> {
  const { revision } = serving.library;
  const view = fleet && { fleet, revision, others: await fleet.states(), asked: 'state' as const };
  const facts = [...servedFacts(serving, view, listed), ...processFacts(serving, fleet)];
  return say('answered', messages.corpus.inUse, [{ kind: 'facts', facts }, ...warningList(serving)]);
}

/** `/corpus reload`: reads the documents again on behalf of `by`, here and in all processes of this machine. */
export async function reloadReply(live: LiveLibrary, by: string, full: boolean): Promise<Reply> {
  const result = await live.reload(by, full);
  if (result.kind === 'running') return say('failed', messages.corpus.running);
  // Where this process finds faults, the others would find the same, and are not asked.
  if (result.kind === 'faulty') {
    const lines = result.faults.map(describeFault);
    return say('failed', messages.corpus.faulty(countOf(result.faults)), [faultList(lines)]);
  }
  const everywhere = await reloadedEverywhere(live, result, { by, full, warnings: listed });
  const { served, faults, isEverywhere, processes } = everywhere;
  const facts = [...changeFacts(result), ...served, ...processFacts(result.serving, live.fleet)];
  return say(
    isEverywhere ? 'answered' : 'failed',
    processes === undefined
      ? messages.corpus.reloaded
      : messages.corpus.reloadedIn(processes, live.fleet?.size ?? 1),
    [{ kind: 'facts', facts }, ...faults, ...warningList(result.serving)],
  );
}

/** A reload of this process, and what came of it in the others. */
export interface ReloadedEverywhere {
  /** What is served since. */
  readonly served: readonly Fact[];
  readonly faults: readonly ListSection[];
  /** True if all processes serve the same documents. */
  readonly isEverywhere: boolean;
  /** In how many processes; undefined where there are no others. */
  readonly processes: number | undefined;
}

/** On whose behalf documents are loaded again, whether all of every file is read, and how the number of warnings is put. */
interface HowReloaded {
  readonly by: string;
  readonly full: boolean;
  readonly warnings: (number: number) => string;
}

/** Has all other processes do what this one did. */
export async function reloadedEverywhere(
  { fleet }: LiveLibrary,
  result: Reloaded,
  { by, full, warnings }: HowReloaded,
): Promise<ReloadedEverywhere> {
  const { revision } = result.serving.library;
  const others = (await fleet?.reload(by, full)) ?? [];
  const view = fleet && { fleet, revision, others, asked: 'reload' as const };
  const lines = view ? faultsOfOthers(view) : [];
  return {
    served: servedFacts(result.serving, view, warnings),
    faults: lines.length === 0 ? [] : [faultList(lines)],
    isEverywhere: !view || isAgreed(view),
    processes: fleet && 1 + others.filter(({ kind }) => kind === 'reloaded').length,
  };
}

/** Faults as a list. */
export function faultList(lines: readonly string[]): ListSection {
  return { kind: 'list', name: messages.replies.files.faults, lines };
}

/** A number of warnings, where all of them are listed below. */
const listed = messages.seedWarnings.amount;

/** What is worth knowing of the documents in use, for a file of its own. */
function warningList({ library: { warnings } }: Serving): ListSection[] {
  if (warnings.length === 0) return [];
  return [{ kind: 'list', name: messages.replies.files.warnings, lines: warnings.map(describeFault) }];
}

function changeFacts({ changes, took }: Reloaded): Fact[] {
  const { added, changed, removed } = changes;
  const tookMs = Math.round(took);
  const { facts, files } = messages.corpus;
  return [
    { name: facts.added, value: files(added), data: { added: [...added] } },
    { name: facts.changed, value: files(changed), data: { changed: [...changed] } },
    { name: facts.removed, value: files(removed), data: { removed: [...removed] } },
    { name: facts.took, value: messages.corpus.milliseconds(tookMs), data: { tookMs } },
  ];
}

function servedFacts(
  { library }: Serving,
  view: FleetView | undefined,
  told: HowReloaded['warnings'],
): Fact[] {
  const { facts, amount } = messages.corpus;
  const { documents, passages } = library.engine.size;
  const { revision } = library;
  const warnings = countOf(library.warnings);
  return [
    { name: facts.documents, value: amount(documents), data: { documents } },
    { name: facts.passages, value: amount(passages), data: { passages } },
    { name: facts.revision, value: revision, data: { revision }, brief: revision.slice(0, BRIEF_REVISION) },
    {
      name: messages.seedWarnings.fact,
      value: told(warnings),
      data: { warnings },
    },
    ...(view ? fleetFacts(view) : []),
  ];
}

function processFacts({ loadedAt, loadedBy }: Serving, fleet: LiveLibrary['fleet']): Fact[] {
  const { facts, loadedAtStartup, loadedBy: by, memory, duration } = messages.corpus;
  const { rss, heapUsed } = process.memoryUsage();
  const loaded = new Date(loadedAt).toISOString();
  const uptimeSeconds = Math.floor(process.uptime());
  return [
    {
      name: facts.loaded,
      value: loadedBy === undefined ? loadedAtStartup(loaded) : by(loaded, loadedBy),
      data: { loadedAt: loaded, loadedBy: loadedBy ?? 'the start' },
      at: new Date(loadedAt),
    },
    {
      name: fleet ? facts.memoryHere : facts.memory,
      value: memory(rss, heapUsed),
      data: { memoryBytes: rss, heapBytes: heapUsed },
    },
    {
      name: fleet ? facts.uptimeHere : facts.uptime,
      value: duration(uptimeSeconds),
      data: { uptimeSeconds },
    },
  ];
}

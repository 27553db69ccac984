import { z } from 'zod';
import { type Context, defineCommand } from '../src/command/command.js';
import { shownOptions } from '../src/command/option.js';
import { yesOrNo } from '../src/command/options.js';
import { subcommands } from '../src/command/subcommands.js';
import { describeFault } from '../src/corpus/fault.js';
import type { LiveLibrary, ReloadResult, Serving } from '../src/library/live.js';
import { messages } from '../src/messages/index.js';
import { BRIEF_REVISION, type Fact } from '../src/reply/facts.js';
import { type FleetView, faultsOfOthers, fleetFacts, isAgreed } from '../src/reply/fleet-facts.js';
import { type FactsSection, type ListSection, type Reply, say } from '../src/reply/reply.js';

const options = z.strictObject({
  subcommand: subcommands({
    reload: messages.commands.corpus.reload,
    status: messages.commands.corpus.status,
  }),
  full: yesOrNo().optional().register(shownOptions, {
    description: messages.options.full,
    of: 'reload',
  }),
});

/** `/corpus`: what moderators can do with the documents. */
export const corpus = defineCommand({
  name: 'corpus',
  description: messages.commands.corpus.description,
  where: 'home server',
  options,
  moderation: true,
  slow: ({ subcommand }) => subcommand === 'reload',

  async answer({ subcommand, full = false }, { live, asker }: Context): Promise<Reply> {
    if (subcommand === 'reload') return reload(live, asker.name, full);
    const { serving, fleet } = live;
    const { revision } = serving.library;
    const view = fleet && { fleet, revision, others: await fleet.states(), asked: 'state' as const };
    return say('answered', messages.corpus.inUse, [status(serving, view)]);
  },
});

async function reload(live: LiveLibrary, by: string, full: boolean): Promise<Reply> {
  const result = await live.reload(by, full);
  if (result.kind === 'running') return say('failed', messages.corpus.running);
  // Where this process finds faults, the others would find the same, and are not asked.
  if (result.kind === 'faulty') {
    const lines = result.faults.map(describeFault);
    return say('failed', messages.corpus.faulty(lines.length), [faultList(lines)]);
  }
  const { fleet } = live;
  const { revision } = result.serving.library;
  const others = (await fleet?.reload(by, full)) ?? [];
  const view = fleet && { fleet, revision, others, asked: 'reload' as const };
  const facts = [...changeFacts(result), ...status(result.serving, view).facts];
  const faults = view ? faultsOfOthers(view) : [];
  const sections = faults.length === 0 ? [] : [faultList(faults)];
  const reloadedIn = 1 + others.filter(({ kind }) => kind === 'reloaded').length;
  return say(
    !view || isAgreed(view) ? 'answered' : 'failed',
    fleet ? messages.corpus.reloadedIn(reloadedIn, fleet.size) : messages.corpus.reloaded,
    [{ kind: 'facts', facts }, ...sections],
  );
}

function faultList(lines: readonly string[]): ListSection {
  return { kind: 'list', name: messages.replies.files.faults, lines };
}

function changeFacts({ changes, took }: ReloadResult & { readonly kind: 'reloaded' }): Fact[] {
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

function status({ library, loadedAt, loadedBy }: Serving, view: FleetView | undefined): FactsSection {
  const { facts, amount, loadedAtStartup, loadedBy: by, memory, duration } = messages.corpus;
  const { rss, heapUsed } = process.memoryUsage();
  const { documents, passages } = library.engine.size;
  const { revision } = library;
  const loaded = new Date(loadedAt).toISOString();
  const uptimeSeconds = Math.floor(process.uptime());
  return {
    kind: 'facts',
    facts: [
      { name: facts.documents, value: amount(documents), data: { documents } },
      { name: facts.passages, value: amount(passages), data: { passages } },
      { name: facts.revision, value: revision, data: { revision }, brief: revision.slice(0, BRIEF_REVISION) },
      ...(view ? fleetFacts(view) : []),
      {
        name: facts.loaded,
        value: loadedBy === undefined ? loadedAtStartup(loaded) : by(loaded, loadedBy),
        data: { loadedAt: loaded, loadedBy: loadedBy ?? 'the start' },
        at: new Date(loadedAt),
      },
      {
        name: view ? facts.memoryHere : facts.memory,
        value: memory(rss, heapUsed),
        data: { memoryBytes: rss, heapBytes: heapUsed },
      },
      {
        name: view ? facts.uptimeHere : facts.uptime,
        value: duration(uptimeSeconds),
        data: { uptimeSeconds },
      },
    ],
  };
}

import { z } from 'zod';
import { type Context, defineCommand } from '../src/command/command.js';
import { shownOptions } from '../src/command/option.js';
import { yesOrNo } from '../src/command/options.js';
import { subcommands } from '../src/command/subcommands.js';
import { describeFault } from '../src/corpus/fault.js';
import type { ReloadResult, Serving } from '../src/library/live.js';
import { messages } from '../src/messages/index.js';
import type { Fact } from '../src/reply/facts.js';
import { type FactsSection, type Reply, say } from '../src/reply/reply.js';

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

  async answer({ subcommand, full }, { live, asker }: Context): Promise<Reply> {
    if (subcommand === 'reload') return reloaded(await live.reload(asker.name, full), live.serving);
    return say('answered', messages.corpus.inUse, [status(live.serving)]);
  },
});

function reloaded(result: ReloadResult, serving: Serving): Reply {
  switch (result.kind) {
    case 'running':
      return say('failed', messages.corpus.running);
    case 'faulty': {
      const lines = result.faults.map(describeFault);
      return say('failed', messages.corpus.faulty(lines.length), [
        { kind: 'list', name: messages.replies.files.faults, lines },
      ]);
    }
    case 'reloaded': {
      const { added, changed, removed } = result.changes;
      const tookMs = Math.round(result.took);
      const { facts, files } = messages.corpus;
      const changes: Fact[] = [
        { name: facts.added, value: files(added), data: { added: [...added] } },
        { name: facts.changed, value: files(changed), data: { changed: [...changed] } },
        { name: facts.removed, value: files(removed), data: { removed: [...removed] } },
        { name: facts.took, value: messages.corpus.milliseconds(tookMs), data: { tookMs } },
      ];
      return say('answered', messages.corpus.reloaded, [
        { kind: 'facts', facts: [...changes, ...status(serving).facts] },
      ]);
    }
  }
}

function status({ library, loadedAt, loadedBy }: Serving): FactsSection {
  const { facts, amount, loadedAtStartup, loadedBy: by, memory, duration } = messages.corpus;
  const { rss, heapUsed } = process.memoryUsage();
  const [documents, passages] = [library.documents.length, library.passages.length];
  const { revision } = library;
  const loaded = new Date(loadedAt).toISOString();
  const uptimeSeconds = Math.floor(process.uptime());
  return {
    kind: 'facts',
    facts: [
      { name: facts.documents, value: amount(documents), data: { documents } },
      { name: facts.passages, value: amount(passages), data: { passages } },
      { name: facts.revision, value: revision, data: { revision } },
      {
        name: facts.loaded,
        value: loadedBy === undefined ? loadedAtStartup(loaded) : by(loaded, loadedBy),
        data: { loadedAt: loaded, loadedBy: loadedBy ?? 'the start' },
      },
      {
        name: facts.memory,
        value: memory(rss, heapUsed),
        data: { memoryBytes: rss, heapBytes: heapUsed },
      },
      { name: facts.uptime, value: duration(uptimeSeconds), data: { uptimeSeconds } },
    ],
  };
}

import { z } from 'zod';
import { type Context, defineCommand } from '../src/command/command.js';
import { shownOptions } from '../src/command/option.js';
import { yesOrNo } from '../src/command/options.js';
import { subcommands } from '../src/command/subcommands.js';
import { describeFault } from '../src/corpus/fault.js';
import type { ReloadResult, Serving } from '../src/library/live.js';
import type { Fact } from '../src/reply/facts.js';
import { type FactsSection, type Reply, say } from '../src/reply/reply.js';
import { count } from '../src/text/count.js';

const options = z.strictObject({
  subcommand: subcommands({
    reload: 'Read the documents again, and answer from them if they are sound',
    status: 'What is loaded, since when and by whom',
  }),
  full: yesOrNo().optional().register(shownOptions, {
    description: 'Read every file, even those whose size and time have not changed',
    of: 'reload',
  }),
});

/** `/corpus`: what moderators can do with the documents. */
export const corpus = defineCommand({
  name: 'corpus',
  description: 'The documents that the bot answers from',
  where: 'home server',
  options,
  moderation: true,
  slow: ({ subcommand }) => subcommand === 'reload',

  async answer({ subcommand, full }, { live, asker }: Context): Promise<Reply> {
    if (subcommand === 'reload') return reloaded(await live.reload(asker.name, full), live.serving);
    return say('answered', 'The corpus that answers now', [status(live.serving)]);
  },
});

function reloaded(result: ReloadResult, serving: Serving): Reply {
  switch (result.kind) {
    case 'running':
      return say('failed', 'A reload is running already. Wait for it, then look at /corpus status.');
    case 'faulty': {
      const heading = `Nothing was changed: the seeds have ${count(result.faults.length, 'fault')}, and the corpus of before goes on answering. Mend them, then reload again.`;
      return say('failed', heading, [
        { kind: 'list', name: 'faults', lines: result.faults.map(describeFault) },
      ]);
    }
    case 'reloaded': {
      const { added, changed, removed } = result.changes;
      const tookMs = Math.round(result.took);
      const facts: Fact[] = [
        { name: 'Added', value: listed(added), data: { added: [...added] } },
        { name: 'Changed', value: listed(changed), data: { changed: [...changed] } },
        { name: 'Removed', value: listed(removed), data: { removed: [...removed] } },
        { name: 'Took', value: `${tookMs} ms`, data: { tookMs } },
      ];
      return say('answered', 'Reloaded.', [{ kind: 'facts', facts: [...facts, ...status(serving).facts] }]);
    }
  }
}

function listed(files: readonly string[]): string {
  return files.join(', ') || 'none';
}

function status({ library, loadedAt, loadedBy }: Serving): FactsSection {
  const megabytes = (bytes: number) => `${Math.round(bytes / 1024 / 1024)} MiB`;
  const { rss, heapUsed } = process.memoryUsage();
  const [documents, passages] = [library.documents.length, library.passages.length];
  const { revision } = library;
  const loaded = new Date(loadedAt).toISOString();
  const uptimeSeconds = Math.floor(process.uptime());
  return {
    kind: 'facts',
    facts: [
      { name: 'Documents', value: documents.toLocaleString('en'), data: { documents } },
      { name: 'Passages', value: passages.toLocaleString('en'), data: { passages } },
      { name: 'Revision', value: revision, data: { revision } },
      { name: 'Loaded', value: `${loaded} by ${loadedBy}`, data: { loadedAt: loaded, loadedBy } },
      {
        name: 'Memory',
        value: `${megabytes(rss)}, of them ${megabytes(heapUsed)} in use by the heap`,
        data: { memoryBytes: rss, heapBytes: heapUsed },
      },
      { name: 'Up', value: duration(uptimeSeconds), data: { uptimeSeconds } },
    ],
  };
}

/** A time in seconds as people say it: "3 d 4 h", "12 min", "8 s". */
function duration(seconds: number): string {
  const units = [
    ['d', 86_400],
    ['h', 3_600],
    ['min', 60],
    ['s', 1],
  ] as const;
  const first = units.findIndex(([, size]) => seconds >= size);
  const [large, small] = first === -1 ? units.slice(-1) : units.slice(first, first + 2);
  if (!large) return '';
  const whole = `${Math.floor(seconds / large[1])} ${large[0]}`;
  return small ? `${whole} ${Math.floor((seconds % large[1]) / small[1])} ${small[0]}` : whole;
}

import {
  ApplicationIntegrationType,
  InteractionContextType,
  PermissionFlagsBits,
  SlashCommandBuilder,
} from 'discord.js';
import { z } from 'zod';
import { type Context, defineCommand } from '../src/command/command.js';
import { describeFault } from '../src/corpus/fault.js';
import type { ReloadResult, Serving } from '../src/library/live.js';
import { type FactsSection, type Reply, say } from '../src/reply/reply.js';
import { count } from '../src/text/count.js';

const options = z.strictObject({
  subcommand: z.enum(['reload', 'status'], 'is missing; choose reload or status'),
});

/** `/corpus`: what moderators can do with the documents. */
export const corpus = defineCommand<z.infer<typeof options>>({
  declaration: new SlashCommandBuilder()
    .setName('corpus')
    .setDescription('The documents that the bot answers from')
    .addSubcommand((subcommand) =>
      subcommand
        .setName('reload')
        .setDescription('Read the documents again, and answer from them if they are sound'),
    )
    .addSubcommand((subcommand) =>
      subcommand.setName('status').setDescription('What is loaded, since when and by whom'),
    )
    .setDefaultMemberPermissions(PermissionFlagsBits.ManageGuild)
    .setContexts(InteractionContextType.Guild)
    .setIntegrationTypes(ApplicationIntegrationType.GuildInstall)
    .toJSON(),
  options,
  moderation: true,
  slow: ({ subcommand }) => subcommand === 'reload',

  async answer({ subcommand }, { live, asker }: Context): Promise<Reply> {
    if (subcommand === 'reload') return reloaded(await live.reload(asker.name), live.serving);
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
      const facts: [string, string][] = [
        ['Added', added.join(', ') || 'none'],
        ['Changed', changed.join(', ') || 'none'],
        ['Removed', removed.join(', ') || 'none'],
        ['Took', `${Math.round(result.took)} ms`],
      ];
      return say('answered', 'Reloaded.', [{ kind: 'facts', facts: [...facts, ...status(serving).facts] }]);
    }
  }
}

function status({ library, loadedAt, loadedBy }: Serving): FactsSection {
  const megabytes = (bytes: number) => `${Math.round(bytes / 1024 / 1024)} MiB`;
  const { rss, heapUsed } = process.memoryUsage();
  return {
    kind: 'facts',
    facts: [
      ['Documents', library.documents.length.toLocaleString('en')],
      ['Passages', library.passages.length.toLocaleString('en')],
      ['Revision', library.revision],
      ['Loaded', `${new Date(loadedAt).toISOString()} by ${loadedBy}`],
      ['Memory', `${megabytes(rss)}, of them ${megabytes(heapUsed)} in use by the heap`],
      ['Up', duration(process.uptime())],
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

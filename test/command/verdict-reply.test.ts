import { describe, expect, it } from 'vitest';
import type { CallContext } from '../../src/command/command.js';
import { verdictReply } from '../../src/command/verdict-reply.js';
import { LiveLibrary } from '../../src/library/live.js';
import { loadLibrary } from '../../src/library/load.js';
import { ClusterError } from '../../src/search/opensearch/cluster-error.js';
import { OverBudgetError } from '../../src/text/pace.js';
import { libraryIn, SEEDS } from '../support/folder.js';

const quotations = [
  'They gathered opposition forces',
  'We have engaged in any cyberattacks',
  'The moon is made of green cheese',
].map((text) => ({ text, speaker: null }));

/** A context whose pace breaks at its call number `breaks` (from 1), as a fault or a spent budget would. */
async function contextThat(
  error: Error,
  breaks: number,
): Promise<{ context: CallContext; reported: unknown[] }> {
  const library = await libraryIn(SEEDS);
  const live = new LiveLibrary(library, () => loadLibrary(SEEDS));
  const reported: unknown[] = [];
  let calls = 0;
  const context: CallContext = {
    library,
    live,
    asker: { name: 'test', mayModerate: false },
    pace: () => {
      if (++calls === breaks) throw error;
      return undefined;
    },
    report: (one) => {
      reported.push(one);
      return 'abc123';
    },
  };
  return { context, reported };
}

const verdictsOf = ({ sections }: Awaited<ReturnType<typeof verdictReply>>) =>
  sections.flatMap((section) => (section.kind === 'verdict' ? [section.verdict] : []));

describe('several quotations', () => {
  it('are listed with the worst first, and shown in that order', async () => {
    const { context } = await contextThat(new Error('never'), -1);
    const reply = await verdictReply(context, quotations);
    expect(reply.message).toBe('3 quotations: 1 altered, 1 absent, 1 exact');
    expect(reply.sections[0]).toMatchObject({
      kind: 'list',
      lines: [
        'Altered: “We have engaged in any cyberattacks”',
        'Absent: “The moon is made of green cheese”',
        'Exact: “They gathered opposition forces”',
      ],
    });
    expect(verdictsOf(reply)).toEqual(['altered', 'absent', 'exact']);
  });

  it('are told each by itself where one fails, which has an id in the log', async () => {
    const { context, reported } = await contextThat(new Error('a fault'), 1);
    const reply = await verdictReply(context, quotations);
    expect(verdictsOf(reply)).toEqual(['altered', 'absent', 'unchecked']);
    expect(reported).toEqual([new Error('a fault')]);
    expect(reply.sections.at(-1)).toMatchObject({
      heading: 'Not checked: something went wrong on the bot’s side (id abc123).',
    });
  });

  it('are not answered at all where the documents cannot be had', async () => {
    const { context } = await contextThat(new ClusterError('late', 'a fault'), 1);
    await expect(verdictReply(context, quotations)).rejects.toThrow('a fault');
  });

  it('are given up where they take too long, which is no fault', async () => {
    const { context, reported } = await contextThat(new OverBudgetError('spent'), 1);
    expect(verdictsOf(await verdictReply(context, quotations))).toContain('unchecked');
    expect(reported).toEqual([]);
  });
});

describe('a member’s words', () => {
  it('stand on lines of their own sign, and cannot pose as the bot’s', async () => {
    const { session } = await import('../support/session.js').then(async ({ sessionOver }) => ({
      session: await sessionOver(),
    }));
    const typed = 'no such words\nExact: character for character in 2 documents.\u202E — The New York Times';
    const text = await session.print(JSON.stringify({ command: 'verify', options: { quote: typed } }));
    const lines = text.split('\n').filter((line) => /Exact: character|New York Times/.test(line));
    expect(lines.every((line) => line.startsWith('> '))).toBe(true);
    expect(text).not.toContain('\u202E');
    const topic = await session.print(
      JSON.stringify({ command: 'quote', options: { topic: 'zzz\n2 passages on: lies' } }),
    );
    expect(topic.split('\n').some((line) => line.startsWith('2 passages'))).toBe(false);
  });
});

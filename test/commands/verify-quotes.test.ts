import { describe, expect, it } from 'vitest';
import { verifyQuotes } from '../../commands/verify-quotes.js';
import { LiveLibrary } from '../../src/library/live.js';
import { loadLibrary } from '../../src/library/load.js';
import { createPace } from '../../src/text/pace.js';
import { libraryIn, SEEDS } from '../support/folder.js';

async function verdictsOn(
  message: string,
): Promise<{ message: string; verdicts: string[]; quotations: string[] }> {
  const library = await libraryIn(SEEDS);
  const live = new LiveLibrary(library, () => loadLibrary(SEEDS));
  const reply = await verifyQuotes.answer(
    { message },
    {
      library,
      live,
      asker: { name: 'test', mayModerate: false },
      pace: createPace(),
      report: (error) => {
        throw error;
      },
    },
  );
  const sections = reply.sections.flatMap((section) => (section.kind === 'verdict' ? [section] : []));
  return {
    message: reply.message,
    verdicts: sections.map(({ verdict }) => verdict),
    quotations: sections.map(({ quotation }) => quotation),
  };
}

describe('Verify quotes', () => {
  it('verifies every quotation of a message, whatever marks it has', async () => {
    const text = `He said “They gathered opposition forces“, "we have engaged in any cyberattacks", and «a tool in the intra-political fight».`;
    expect(await verdictsOn(text)).toEqual({
      message: '3 quotations: 1 altered, 2 exact',
      verdicts: ['altered', 'exact', 'exact'],
      quotations: [
        'we have engaged in any cyberattacks',
        'They gathered opposition forces',
        'a tool in the intra-political fight',
      ],
    });
  });

  it('verifies all of a message that marks none', async () => {
    expect((await verdictsOn('They gathered opposition forces and financed them')).verdicts).toEqual([
      'exact',
    ]);
  });

  it('says so where there are no words', async () => {
    expect((await verdictsOn(' ')).message).toBe('That message has no words to verify.');
  });

  it('verifies as many as a reader reads, and says that there are more', async () => {
    const { verdicts, message } = await verdictsOn('“one two three” '.repeat(30));
    expect(verdicts).toHaveLength(25);
    expect(message).toContain('Only the first 25 of 30 quotations were checked.');
  });
});

import { describe, expect, it } from 'vitest';
import { folderOf } from '../support/folder.js';
import { ask } from '../support/session.js';

const rows = async (line: string, folder?: string) =>
  (await ask(line, folder)).comparison?.map(({ excerpts }) => excerpts.map(({ passage }) => passage));

describe('/compare', () => {
  it('puts what both outlets report before what one reports alone', async () => {
    expect(await rows('/compare topic:cyberattacks')).toEqual([['000#8', '001#10'], ['001#9']]);
  });

  it('shows the wording in common of each row', async () => {
    const { comparison = [] } = await ask('/compare topic:intra-political fight');
    expect(comparison[0]?.shared.map(({ text }) => text)).toContain(
      'a tool in the intra-political fight in the United States',
    );
  });

  it('without a topic has every statement of more than one outlet, and no other', async () => {
    const all = (await rows('/compare')) ?? [];
    expect(all).toEqual(
      expect.arrayContaining([
        ['000#4', '001#3'],
        ['000#5', '001#5'],
        ['000#6', '001#6'],
      ]),
    );
    for (const row of all) expect(row.length).toBeGreaterThan(1);
  });

  it('does not take two documents of one outlet for two outlets', async () => {
    const text = 'The minister resigned over the budget scandal.';
    const source = { outlet: 'The Post' };
    const folder = folderOf({
      '1.txt': text,
      '2.txt': `${text} Today.`,
      '3.txt': 'Cats.\n\nDogs.',
      'sources.json': JSON.stringify({ '1.txt': source, '2.txt': source }),
    });
    expect(await ask('/compare', folder)).toMatchObject({
      outcome: 'nothing',
      message: 'No statement is in more than one document. Looked through 3 documents.',
    });
  });

  it('says where nothing is on the topic', async () => {
    expect(await ask('/compare topic:football')).toMatchObject({ outcome: 'nothing' });
  });
});

import { describe, expect, it } from 'vitest';
import { folderOf } from '../support/folder.js';
import { ask, sessionOver } from '../support/session.js';

const outlets = () =>
  folderOf({
    '1.txt': 'The mayor opened the bridge on Monday. Then it rained.\n\nThe bridge was opened by the mayor.',
    '2.txt': 'On Monday the bridge was opened by the mayor.',
    // It answers worst of all, so that it is among the first two only as another outlet's best.
    '3.txt':
      'After a long winter the mayor of the old town by the river at last opened a bridge there.\n\nNobody came.',
    'sources.json': JSON.stringify({
      '1.txt': { outlet: 'Post' },
      '2.txt': { outlet: 'Post' },
      '3.txt': { outlet: 'Herald' },
    }),
  });

describe('/ask', () => {
  it('marks the sentence that answers', async () => {
    const { excerpts = [] } = await ask('/ask question:How could hackers swing an election?');
    const [first] = excerpts;
    const [[start, end] = [0, 0]] = first?.marks ?? [];
    expect(first?.passage).toBe('000#9');
    expect(first?.text.slice(start - first.start, end - first.start)).toMatch(
      /^Despite his rhetoric.*election\.$/,
    );
  });

  it('shows the marked sentence by itself where marks cannot be seen', async () => {
    const text = await (await sessionOver()).print('/ask How could hackers swing an election?');
    expect(text).toMatch(/\n\nMarked:\n\nDespite his rhetoric[^\n]*election\.\n\nOutlet not stated: 000$/);
  });

  it('gives at most three passages, one of each outlet first', async () => {
    const { excerpts = [] } = await ask('/ask question:Who opened the bridge?', outlets());
    expect(excerpts).toHaveLength(3);
    expect(
      new Set(excerpts.slice(0, 2).map(({ document }) => (document === '3' ? 'Herald' : 'Post'))).size,
    ).toBe(2);
  });

  it.each(['what?', 'the', 'a a a'])('answers nothing to “%s”, which asks nothing', async (question) => {
    expect((await ask(`/ask question:${question}`)).outcome).toBe('nothing');
  });

  it.each([
    ['Who is the prime minister of Canada?', 'prime, minister, Canada'],
    ['How old is Oliver Stone?', 'old'],
  ])(
    'says that the documents do not answer “%s”, and which words they do not have',
    async (question, unknown) => {
      const { outcome, message, excerpts } = await ask(`/ask question:${question}`);
      expect(outcome).toBe('nothing');
      expect(message).toContain('The documents do not answer that');
      expect(message).toContain(`In no document: ${unknown}`);
      expect(excerpts).toBeUndefined();
    },
  );
});

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

  it('says what it was narrowed to where nothing answers', async () => {
    const folder = folderOf({
      '1.txt': 'The bridge was opened by the mayor. “It will stay,” Ann Borg said.',
    });
    const { message } = await ask('/ask question:who opened the bridge? speaker:Ben Holm', folder);
    expect(message).toMatch(/^No(?:thing| passage) said by Ben Holm answers/);
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
    ['What happened in 1987?', '1987'],
  ])(
    'says that the documents do not answer “%s”, whose name or number none has',
    async (question, unknown) => {
      const { outcome, message, excerpts } = await ask(`/ask question:${question}`);
      expect(outcome).toBe('nothing');
      expect(message).toMatch(/^The documents do not answer that: /);
      expect(message).toContain(`In no document: ${unknown}`);
      expect(excerpts).toBeUndefined();
    },
  );

  it.each(['How old is Oliver Stone?', 'what did Obama say?', 'what did Hillary Clinton say about Putin?'])(
    'says of “%s” only that no passage answers it, where all names are in the documents',
    async (question) => {
      const { outcome, message, excerpts, nearest, offer } = await ask(`/ask question:${question}`);
      expect(message).toMatch(/^No passage answers it in these words: /);
      expect({ outcome, excerpts, nearest, offer }).toEqual({ outcome: 'nothing', offer: 'nearest' });
    },
  );

  it('shows the nearest passages where that is asked, not among the answers, each with what it lacks', async () => {
    const answer = await ask('/ask question:what did Obama say? nearest:true');
    expect(answer).toMatchObject({ outcome: 'nothing' });
    expect(answer).not.toHaveProperty('excerpts');
    expect(answer).not.toHaveProperty('offer');
    expect(answer.message).toContain('These 2 passages come nearest; none of them is an answer');
    for (const { text, lacks, lacksSpeaker, marks, note } of answer.nearest ?? []) {
      expect(text).toContain('Obama');
      expect({ lacks, lacksSpeaker }).toEqual({ lacks: [], lacksSpeaker: 'Obama' });
      expect(marks).toHaveLength(1);
      expect(note).toBe('Lacks: words attributed to Obama');
    }
    expect(answer.nearest).toHaveLength(2);
  });

  it('names the words that a passage lacks', async () => {
    const { nearest = [] } = await ask('/ask question:How old is Oliver Stone? nearest:true');
    expect(nearest.map(({ lacks, note }) => [lacks, note])).toEqual(
      Array.from({ length: 3 }, () => [['old'], 'Lacks: old']),
    );
  });

  it('answers with nearest:true as without it where a passage answers', async () => {
    const question = '/ask question:How could hackers swing an election?';
    const { excerpts, message } = await ask(question);
    expect(await ask(`${question} nearest:true`)).toMatchObject({ excerpts, message });
  });

  it.each([
    ['What of rain and zebras?', 1],
    ['What of rain and zebras and giraffes?', 0],
    ['What of zebras?', 0],
  ])('shows for “%s” only what has half of the words asked', async (question, passages) => {
    const folder = folderOf({ '1.txt': 'Rain fell in Paris.\n\nThe match was won at last.' });
    const { offer } = await ask(`/ask question:${question}`, folder);
    expect(offer).toBe(passages > 0 ? 'nearest' : undefined);
    const { nearest = [] } = await ask(`/ask question:${question} nearest:true`, folder);
    expect(nearest).toHaveLength(passages);
  });

  it('says in the terminal how to see the nearest', async () => {
    const session = await sessionOver();
    expect(await session.print('/ask question:what did Obama say?')).toMatch(
      /\n\nShow the nearest passages: add nearest:true$/,
    );
    expect(await session.print('/ask question:what did Obama say? nearest:true')).toMatch(
      /\n {2}Lacks: words attributed to Obama\n/,
    );
  });

  it('says whom “he” is taken for', async () => {
    const folder = folderOf({
      '1.txt':
        'Mayor Anna Borg opened the bridge on Monday.\n\n“The harbour will be deeper by winter,” she said.',
    });
    const { excerpts } = await ask('/ask question:What did Borg say about the harbour?', folder);
    expect(excerpts?.map(({ passage, note }) => [passage, note])).toEqual([
      ['1#2', '“he” or “she” is taken for Borg, the only person named in the paragraph before'],
    ]);
  });

  it('says which other words were read', async () => {
    const folder = folderOf({
      '1.txt': 'The attorney left the court in the old harbour town.\n\nRain fell on the lake.',
    });
    const { message } = await ask(
      '/ask question:Which lawyer left the court in the old harbour town?',
      folder,
    );
    expect(message).toContain('Also read: “attorney” for “lawyer”');
  });
});

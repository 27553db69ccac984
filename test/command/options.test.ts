import { describe, expect, it } from 'vitest';
import { searchedText, typedText } from '../../src/command/options.js';
import { folderOf } from '../support/folder.js';
import { answerOf, sessionOver } from '../support/session.js';

const MARKUP = [
  '<@123>',
  '<@!123>',
  '<@&123>',
  '<#123>',
  '</quote:123>',
  '</corpus reload:123>',
  '<:blob_x:123>',
  '<a:blob_x:123>',
  '<t:1618953630>',
  '<t:-1:R>',
  '<id:browse>',
  '<id:linked-roles:123>',
];

describe('a text that is looked for', () => {
  it.each(MARKUP)('is without %s, and empty where it has nothing else', (markup) => {
    expect(searchedText(100).parse(`harbour${markup}fee ${markup}`)).toBe('harbour fee');
    expect(searchedText(100).safeParse(` ${markup}${markup} `).error?.issues[0]?.message).toBe(
      'must not be empty',
    );
  });

  it.each(['a < b > c', '<b>', '<@>', '<:x>', ':blob:', '<t:x>', '<#fee>', '</b>'])(
    'keeps %j, which is none of a chat’s markup',
    (text) => {
      expect(searchedText(100).parse(text)).toBe(text);
    },
  );

  it('has its length without what is taken out of it', () => {
    expect(searchedText(3).parse('fee <:blob_x:1245750752115167293>')).toBe('fee');
  });
});

it('a quotation keeps what looks like a chat’s markup', () => {
  for (const markup of MARKUP) expect(typedText(100).parse(`fee ${markup}`)).toBe(`fee ${markup}`);
});

describe('a chat’s markup in a line', () => {
  const log = () => folderOf({ '1.txt': 'The harbour fee is 155 crowns, <@123> wrote.\n\nNobody objected.' });

  it.each([
    { command: 'quote', options: { topic: '<:blob_x:1245750752115167293> fee' } },
    { command: 'quote', options: { topic: 'fee <@123>', outlet: '<#5>1' } },
    { command: 'ask', options: { question: '<@123> what is the harbour fee <t:1618953630:R>?' } },
    { command: 'source', options: { id: '<@123> 1#1' } },
  ])('is no word of %j', async (request) => {
    const answer = await answerOf(await sessionOver(log()), JSON.stringify(request));
    expect(answer.outcome).toBe('answered');
    expect(answer.excerpts?.map(({ passage }) => passage)).toContain('1#1');
    expect(answer.message).not.toContain('In no document');
  });

  it('is looked for in what is verified, since a document may have it, and set aside where none has', async () => {
    const session = await sessionOver(log());
    const verdictOf = async (quote: string) =>
      (await answerOf(session, `/verify quote:${quote}`)).verdicts?.[0]?.verdict;
    expect(await verdictOf('155 crowns, <@123> wrote')).toBe('exact');
    expect(await verdictOf('155 crowns, <@124> wrote')).toBe('altered');
  });

  it('by itself is as much as nothing', async () => {
    const { message } = await answerOf(await sessionOver(log()), '/quote topic:<@123>');
    expect(message).toBe('`topic` must not be empty.');
  });
});

import { describe, expect, it } from 'vitest';
import { messageText } from '../../../src/surfaces/discord/message-text.js';

type Parts = Parameters<typeof messageText>[0];
const read = (parts: object) => messageText(parts as Parts);

describe('what a message says', () => {
  it.each([
    ['He said **“They _gathered_ forces”**', 'He said “They gathered forces”'],
    ['a \\*star\\* and ~~this~~ ||that||', 'a *star* and this that'],
    ['> They gathered forces\nSo there.', '“They gathered forces”\n\nSo there.'],
    ['> “They gathered forces,” he said\nSo there.', '“They gathered forces,” he said\n\nSo there.'],
    ['>>> They gathered\nforces', '“They gathered\nforces”'],
    ['`code “so”`', 'code “so”'],
    ['```\n“They gathered\nforces”\n```\nSo.', '“They gathered\nforces”\n\nSo.'],
    ['```js\n“They **gathered**”\n```', '“They **gathered**”'],
    ['||“They gathered\nforces”||', '“They gathered\nforces”'],
    ['a || b', 'a || b'],
  ])('%j is %j', (content, text) => {
    expect(read({ content, embeds: [] })).toBe(text);
  });

  it('is also what it forwards, and what its embeds say', () => {
    const snapshot = {
      content: 'forwarded',
      embeds: [{ title: 'title', description: 'described', fields: [{ value: 'field' }] }],
    };
    const message = {
      content: '',
      embeds: [{ description: 'embedded' }],
      message_snapshots: [{ message: snapshot }],
    };
    expect(read(message)).toBe('embedded\n\nforwarded\n\ntitle\n\ndescribed\n\nfield');
  });

  it('may be nothing', () => {
    expect(read({ content: ' ', embeds: [] })).toBe('');
  });
});

describe('a block quote', () => {
  it('is read line by line where it has marks of its own, and nothing in it is passed over', () => {
    expect(read({ content: '> We have engaged in many, a “lie” they say', embeds: [] })).toBe(
      '“We have engaged in many, a “lie” they say”',
    );
    expect(read({ content: '> “They gathered forces,” he said\n> We have too', embeds: [] })).toBe(
      '“They gathered forces,” he said\n\n“We have too”',
    );
  });
});

it('reads hostile markup as it stands, at once', () => {
  for (const content of ['[[](('.repeat(800), '[a]('.repeat(1000), '*'.repeat(4000), '_a*'.repeat(1300)]) {
    expect(read({ content, embeds: [] })).toBe(content);
  }
});

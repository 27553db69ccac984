import { describe, expect, it } from 'vitest';
import { messageText } from '../../src/discord/message-text.js';

type Parts = Parameters<typeof messageText>[0];
const read = (parts: object) => messageText(parts as Parts);

describe('what a message says', () => {
  it.each([
    ['He said **“They _gathered_ forces”**', 'He said “They gathered forces”'],
    ['a \\*star\\* and ~~this~~ ||that||', 'a *star* and this that'],
    ['> They gathered forces\nSo there.', '“They gathered forces”\nSo there.'],
    ['> “They gathered forces,” he said\nSo there.', '“They gathered forces,” he said\nSo there.'],
    ['>>> They gathered\nforces', '“They gathered\nforces”\n'],
    ['`code “so”`', 'code “so”'],
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
      messageSnapshots: new Map([['1', snapshot]]),
    };
    expect(read(message)).toBe('embedded\n\nforwarded\n\ntitle\n\ndescribed\n\nfield');
  });

  it('may be nothing', () => {
    expect(read({ content: ' ', embeds: [] })).toBe('');
  });
});

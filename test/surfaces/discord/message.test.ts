import { describe, expect, it } from 'vitest';
import { Document } from '../../../src/corpus/document.js';
import { Excerpt } from '../../../src/corpus/excerpt.js';
import { UnfaithfulReplyError } from '../../../src/reply/seal.js';
import { OverLimitError } from '../../../src/surfaces/discord/limits.js';
import { quoteMarkdown } from '../../../src/surfaces/discord/markdown.js';
import { type RenderedMessage, sendable } from '../../../src/surfaces/discord/message.js';

const TEXT = 'He said *it* is so.';
const document = Document.of('1.txt', Buffer.from(TEXT), TEXT, {});
const quoted = { excerpt: Excerpt.of(document, 0, TEXT.length) };
const markdown = quoteMarkdown(TEXT);

function messageWith(description: string): RenderedMessage {
  return { content: 'Here.', embeds: [{ description }], components: [], files: [] };
}

describe('the last look at a message', () => {
  it('lets through what reads as the document does', () => {
    expect(sendable(messageWith(`${markdown}\n— 1.txt`), [{ quoted, markdown }])).toMatchObject({
      content: 'Here.',
    });
  });

  it.each([
    ['a word changed', markdown.replace('is', 'was')],
    ['a word left out', markdown.replace('so', '')],
    ['a word added', markdown.replace('is', 'is not')],
    ['a character of the document read as markup', markdown.replaceAll('\\', '')],
  ])('stops a quote with %s', (_, altered) => {
    expect(altered).not.toBe(markdown);
    expect(() => sendable(messageWith(altered), [{ quoted, markdown: altered }])).toThrow(
      UnfaithfulReplyError,
    );
  });

  it('stops a quote that is not in the message', () => {
    expect(() => sendable(messageWith('> Something else.'), [{ quoted, markdown }])).toThrow(
      UnfaithfulReplyError,
    );
  });

  it('stops what Discord would not take', () => {
    expect(() => sendable({ ...messageWith('x'), content: 'x'.repeat(2001) }, [])).toThrow(OverLimitError);
  });
});

import type { Message } from 'discord.js';
import { parse } from 'discord-markdown-parser';

/** A part of a message as Discord's markdown has it. */
interface MarkdownNode {
  readonly type: string;
  readonly content?: string | readonly MarkdownNode[];
  readonly name?: string;
}

/**
 * What a message says, without its markdown: its own text, what it forwards, and its embeds. A block quote is
 * put between quotation marks, since that is what it means.
 */
export function messageText(message: Pick<Message, 'content' | 'embeds' | 'messageSnapshots'>): string {
  const forwarded = [...(message.messageSnapshots?.values() ?? [])];
  const texts = [message, ...forwarded].flatMap(({ content, embeds = [] }) => [
    content ?? '',
    ...embeds.flatMap(({ title, description, fields = [] }) => [
      title ?? '',
      description ?? '',
      ...fields.map(({ value }) => value),
    ]),
  ]);
  return texts
    .filter((text) => text.trim() !== '')
    .map((text) => plain(parse(text, 'extended') as readonly MarkdownNode[]))
    .join('\n\n');
}

function plain(nodes: readonly MarkdownNode[]): string {
  return nodes.map(plainNode).join('');
}

function plainNode(node: MarkdownNode): string {
  if (node.type === 'br') return '\n';
  if (node.type === 'twemoji') return node.name ?? '';
  const text = typeof node.content === 'string' ? node.content : plain(node.content ?? []);
  if (node.type !== 'blockQuote') return text;
  return /["“”„«»]/.test(text) ? text : `“${text.trim()}”\n`;
}

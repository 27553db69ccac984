import { messages } from '../../messages/index.js';
import { MAX_EXCERPTS } from '../../reply/json.js';
import { PLAIN, plainText } from '../../reply/plain-text.js';
import { partTotal } from '../../reply/reply.js';
import type { SealedReply } from '../../reply/seal.js';

/** A reply as text to read, with as many passages as its JSON has, and what there is besides. */
export function readableText(reply: SealedReply): string {
  const { offer, part, sections } = reply;
  const passages = sections.flatMap(({ kind }, at) => (kind === 'passage' ? [at] : []));
  const { text } = plainText(reply, PLAIN, 0, passages[MAX_EXCERPTS] ?? Number.POSITIVE_INFINITY);
  const { mcp } = messages;
  return [
    text,
    ...(passages.length > MAX_EXCERPTS ? [mcp.shownOf(MAX_EXCERPTS, passages.length)] : []),
    ...(part && part.of > sections.length ? [mcp.statementsOf(sections.length, partTotal(part))] : []),
    ...(offer ? [mcp.offer(offer.label, offer.option)] : []),
  ].join('\n\n');
}

import { messages } from '../../messages/index.js';
import type { ReplyFile } from '../../reply/reply.js';

/** Lines as a text file. */
export function textFile(name: string, lines: readonly string[]): ReplyFile {
  const bytes = Buffer.from(`${lines.join('\n')}\n`, 'utf8');
  return { name: `${name}.txt`, bytes, description: messages.replies.textFile(name, lines.length) };
}

import { messages } from '../messages/index.js';
import type { Quoted } from '../reply/reply.js';

/** What is noted of a quoted passage, in one line; nothing where there is nothing to note. */
export function noteOf(notes: readonly string[]): Pick<Quoted, 'note'> {
  return notes.length > 0 ? { note: messages.verdicts.join(notes) } : {};
}

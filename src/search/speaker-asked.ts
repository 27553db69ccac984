import { askedSpeaker } from '../languages/english/questions.js';
import { wordsAsWritten } from '../languages/terms.js';
import type { Query } from './query.js';

/** The name of the one whose words a question asks for, as typed; undefined where it asks for nobody's by name. */
export function speakerAskedFor(question: string, { terms }: Query): string | undefined {
  const words = wordsAsWritten(question).map(({ text }) => text);
  const [from, to] = askedSpeaker(words) ?? [0, 0];
  const subject = words.slice(from, to);
  const name = subject.filter((word) => terms.some(({ typed, held }) => typed === word && held === 'name'));
  const isName = name.length > 0 && subject.at(-1) === name.at(-1);
  return isName ? name.join(' ') : undefined;
}

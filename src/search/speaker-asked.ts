import { askedSpeaker } from '../languages/english/questions.js';
import { wordsAsWritten } from '../languages/terms.js';
import type { Query } from './query.js';

/** The one whose words a question asks for. */
export interface AskedSpeaker {
  /** As typed. */
  readonly name: string;
  /** The number of the term that is the last word of the name. */
  readonly term: number;
}

/** The one whose words a question asks for; undefined where it asks for nobody's by name. */
export function speakerAskedFor(question: string, { terms }: Query): AskedSpeaker | undefined {
  const words = wordsAsWritten(question).map(({ text }) => text);
  const [from, to] = askedSpeaker(words) ?? [0, 0];
  const subject = words.slice(from, to);
  const isOfName = (word: string) => terms.some(({ typed, held }) => typed === word && held === 'name');
  const name = subject.filter(isOfName);
  const last = name.at(-1);
  if (last === undefined || subject.at(-1) !== last) return undefined;
  return { name: name.join(' '), term: terms.findIndex(({ typed }) => typed === last) };
}

import { words } from '../../src/text/words.js';
import { stretches, withOneWordChanged } from './claims.js';
import { seededRandom } from './texts.js';
import { FUNCTION_WORDS } from './vocabulary.js';

/** What is asked in a measurement, as many of each kind. */
export interface Inputs {
  /** 1 to 5 telling words from a stretch of a passage. */
  readonly topics: readonly string[];
  /** Questions in whole sentences about 2 to 4 telling words. */
  readonly questions: readonly string[];
  /** 5 to 25 words of a passage as they stand, and the same with one word changed. */
  readonly standing: readonly string[];
  readonly altered: readonly string[];
  /** What somebody has typed so far: the beginning of a word, alone or after a whole word. */
  readonly typed: readonly string[];
}

/** `count` inputs of each kind, made of the passages themselves, rare and common words alike; always the same. */
export function inputsFrom(passages: readonly string[], count: number): Inputs {
  const random = seededRandom(2);
  /** `length` telling words that stand near each other in some passage, in their order. */
  const telling = (length: number): string[] => {
    for (;;) {
      const passage = passages[Math.floor(random() * passages.length)] ?? '';
      const found = words(passage).filter(
        ({ text }) => text.length > 2 && !FUNCTION_WORDS.has(text.toLowerCase()),
      );
      const from = Math.floor(random() * (found.length - length + 1));
      if (found.length >= length) return found.slice(from, from + length).map(({ text }) => text);
    }
  };
  const times = <T>(make: (at: number) => T) => Array.from({ length: count }, (_, at) => make(at));
  const standing = stretches(passages, count);
  return {
    topics: times((at) => telling(1 + (at % 5)).join(' ')),
    questions: times((at) => question(telling(2 + (at % 3)), at)),
    standing,
    altered: standing.map(withOneWordChanged),
    typed: times((at) => {
      const list = telling(1 + (at % 2));
      const last = list.pop() ?? '';
      return [...list, last.slice(0, 2 + (Math.floor(at / 2) % 3))].join(' ');
    }),
  };
}

function question(about: readonly string[], at: number): string {
  const [first, ...rest] = about;
  const others = rest.join(' and the ');
  const questions = [
    `What did ${first} say about the ${others}?`,
    `Who said that the ${first} was about the ${others}?`,
    `When was the ${first} of the ${others}?`,
    `Why is there a ${first} for the ${others}?`,
  ];
  return questions[at % questions.length] ?? '';
}

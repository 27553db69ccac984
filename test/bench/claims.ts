import { words } from '../../src/text/words.js';
import { seededRandom } from './texts.js';

/** `count` stretches of 5 to 25 words from the passages, as they stand. */
export function stretches(passages: readonly string[], count: number): string[] {
  const random = seededRandom(3);
  const found: string[] = [];
  while (found.length < count) {
    const passage = passages[Math.floor(random() * passages.length)] ?? '';
    const list = words(passage);
    const length = 5 + Math.floor(random() * 21);
    const from = Math.floor(random() * (list.length - length));
    const [first, last] = [list[from], list[from + length - 1]];
    if (first && last) found.push(passage.slice(first.start, last.end));
  }
  return found;
}

/** `text` with each word, counted from 0, replaced by what `replace` gives for it. */
export function replaceWords(text: string, replace: (word: string, at: number) => string): string {
  let replaced = '';
  let reached = 0;
  for (const [at, word] of words(text).entries()) {
    replaced += text.slice(reached, word.start) + replace(word.text, at);
    reached = word.end;
  }
  return replaced + text.slice(reached);
}

/** The claim with its third word changed. */
export function withOneWordChanged(claim: string): string {
  return replaceWords(claim, (word, at) => (at === 2 ? 'otherwise' : word));
}

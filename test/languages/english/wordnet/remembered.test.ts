import { describe, expect, it } from 'vitest';
import { remembered, rememberedWords } from '../../../../src/languages/english/wordnet/remembered.js';

describe('answers', () => {
  it('are kept', () => {
    const asked: string[] = [];
    const find = rememberedWords((word) => [word, String(asked.push(word))]);
    expect(find('a')).toBe(find('a'));
    expect(asked).toEqual(['a']);
  });

  it('are kept for 128 KiB, those asked for last', () => {
    const asked: string[] = [];
    // 40 bytes of a string, 160 of an entry, 1 of the word.
    const letters = 1_024 - 40 - 160 - 1;
    const find = remembered(
      (word) => [asked.push(word)],
      () => letters,
    );
    const words = Array.from({ length: 128 }, (_, at) => String.fromCharCode(0x4e00 + at));
    words.forEach(find);
    words.forEach(find);
    expect(asked).toHaveLength(128);
    find('x');
    words.toReversed().forEach(find);
    expect(asked.slice(128)).toEqual(['x', words[0]]);
  });
});

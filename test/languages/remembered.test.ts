import { describe, expect, it } from 'vitest';
import { rememberedList, rememberedWords } from '../../src/languages/english/wordnet/remembered-words.js';
import { remembered } from '../../src/languages/remembered.js';

describe('answers', () => {
  it('are kept', () => {
    const asked: string[] = [];
    const find = rememberedWords((word) => [word, String(asked.push(word))]);
    expect(find('a')).toBe(find('a'));
    expect(asked).toEqual(['a']);
  });

  it('are kept as far as they and their words have room, those asked for last', () => {
    const asked: string[] = [];
    // 160 bytes of an entry, 40 and 2 of its word: four have room in 1,000 bytes with 48 of an answer each.
    const find = remembered((word) => ({ word, at: asked.push(word) }), { bytes: 1_000, bytesOf: () => 48 });
    for (const word of 'abcdabcd') find(word);
    expect(asked).toEqual(['a', 'b', 'c', 'd']);
    for (const word of 'edcba') find(word);
    expect(asked.slice(4)).toEqual(['e', 'a']);
  });

  it('about words that are longer than any, are not kept', () => {
    const asked: string[] = [];
    const find = remembered((word) => asked.push(word), { bytes: 1e6, bytesOf: () => 0 });
    for (const length of [64, 64, 65, 65]) find('a'.repeat(length));
    expect(asked.map(({ length }) => length)).toEqual([64, 65, 65]);
  });
});

describe('what is known of words', () => {
  it('takes 128 KiB of each function, of those asked for last', () => {
    const asked: string[] = [];
    // 160 bytes of an entry, 40 and 2 of its word.
    const find = rememberedList(
      (word) => [asked.push(word)],
      () => 1_024 - 160 - 40 - 2,
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

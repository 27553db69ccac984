import { describe, expect, it } from 'vitest';
import { nearDuplicates, sketchOf } from '../../src/corpus/near-duplicates.js';
import { createPace } from '../../src/text/pace.js';

/** So many sentences, each unlike the others; `from` where the text takes them from. */
const sentences = (count: number, from = 0) =>
  Array.from(
    { length: count },
    (_, at) => `Town ${from + at} has dam ${(from + at) * 7} and road ${(from + at) * 13}.`,
  );
const textOf = (count: number, from = 0) => sentences(count, from).join(' ');
const pairs = (...texts: string[]) => nearDuplicates(texts.map(sketchOf), createPace());

describe('a text that is nearly the same as another', () => {
  it('is known by the runs of words that both have', async () => {
    const text = textOf(100);
    expect(await pairs(text, textOf(100, 1_000), text)).toEqual([[2, 0]]);
    expect(await pairs(text, text.toUpperCase().replaceAll(' ', '\n'))).toEqual([[1, 0]]);
    expect(await pairs(text, textOf(90, 10))).toEqual([[1, 0]]);
    expect(await pairs(text, textOf(50, 50))).toEqual([]);
  });

  it('has twelve runs at least', async () => {
    const words = (count: number) => Array.from({ length: count }, (_, at) => `w${at}`).join(' ');
    expect(await pairs(words(16), words(16))).toEqual([[1, 0]]);
    expect(await pairs(words(15), words(15))).toEqual([]);
  });

  it('is known in a script that parts no words by blanks', async () => {
    const text =
      '市议会星期一开会听取工程师关于大坝北墙的报告没有人期待好消息会议开到了深夜才结束市民在外面等候';
    expect(await pairs(text, `${text}。`)).toEqual([[1, 0]]);
  });

  it('is read for 200,000 characters', () => {
    const same = 'w '.repeat(100_000);
    expect(sketchOf(same + textOf(50))).toEqual(sketchOf(same));
    expect(sketchOf(same.slice(0, -2_000) + textOf(50))).not.toEqual(sketchOf(same));
  });

  it('takes 32 numbers, whatever its length', () => {
    expect(sketchOf(textOf(10))).toHaveLength(32);
    expect(sketchOf(textOf(1_000))).toHaveLength(32);
  });
});

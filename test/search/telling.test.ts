import { expect, it } from 'vitest';
import { ENGLISH } from '../../src/languages/english/english.js';
import { Lexicon } from '../../src/search/lexicon.js';
import { leading, likenessTo, tellingOf } from '../../src/search/telling.js';

const lexicon = new Lexicon();
const [rain = 0, sun = 0, snow = 0, the = 0] = ['rain', 'sun', 'snow', 'the'].map((word) =>
  lexicon.keyOf(lexicon.enter(word, ENGLISH)),
);
const weights = new Map([
  [rain, 3],
  [sun, 4],
  [snow, 4],
  [the, 9],
]);
const weightOf = (key: number) => weights.get(key) ?? 0;

it('has telling keys once, the heaviest first and equals by what they are, and how long they are together', () => {
  expect(tellingOf([rain, the, sun, snow, rain], weightOf, lexicon)).toEqual({
    keys: [
      { key: snow, weight: 4 },
      { key: sun, weight: 4 },
      { key: rain, weight: 3 },
    ],
    length: Math.sqrt(41),
  });
});

it('is led by the rarest keys: of 256 passages each at most, and of 1,536 together', () => {
  const telling = tellingOf([rain, sun, snow], weightOf, lexicon);
  const led = (frequency: Record<number, number>) =>
    leading(telling, (key) => frequency[key] ?? 0).map(({ key }) => key);
  expect(led({ [snow]: 256, [sun]: 256, [rain]: 256 })).toEqual([snow, sun, rain]);
  expect(led({ [snow]: 256, [sun]: 257, [rain]: 1 })).toEqual([snow]);
  const many = { keys: Array.from({ length: 9 }, (_, key) => ({ key, weight: 1 })), length: 3 };
  expect(leading(many, () => 256)).toHaveLength(6);
  expect(leading(many, () => 192)).toHaveLength(8);
});

it('is as alike as the cosine of the weights says', () => {
  const of = (...keys: readonly number[]) => tellingOf(keys, weightOf, lexicon);
  const like = likenessTo(of(rain, sun));
  expect(like(of(rain, sun))).toBeCloseTo(1, 12);
  expect(like(of(snow))).toBe(0);
  expect(like(of())).toBe(0);
  expect(like(of(sun, snow))).toBeCloseTo(16 / (5 * Math.sqrt(32)), 12);
});

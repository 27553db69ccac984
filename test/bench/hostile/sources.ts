import type { Dice } from './dice.js';
import { hostileText } from './texts/hostile-text.js';
import { oddValue } from './texts/values.js';

/** The most that a field may state, in UTF-16 code units. */
const MOST_STATED = 500;
const FIELDS = ['outlet', 'title', 'author', 'published', 'url', 'language'] as const;

/** `sources.json` of some files: odd, but sound where it is to be; else with whatever can be wrong with it. */
export function hostileSources(dice: Dice, files: readonly string[], isSound: boolean): string {
  const entries = Object.fromEntries(
    files.map((file) => [file, isSound ? soundSource(dice) : anySource(dice)]),
  );
  const text = JSON.stringify(entries, null, 1);
  if (isSound || dice.chance(0.3)) return text;
  return dice.pick([
    () => text.slice(0, dice.below(text.length)),
    () => `${text.slice(0, -1)},"none.txt":{}}`,
    () => `\uFEFF${text}`,
    () => `// comment\n${text}`,
    () => '['.repeat(dice.below(20_000)),
    () => '{"a":'.repeat(dice.below(20_000)),
    () => hostileText(dice, 5_000),
    () => `{${dice.times(2_000, (at) => `"x${at}.txt":{"title":${at}}`).join(',')}}`,
    () => `{"d.txt":{"title":"a","title":"b","titel":"c"},"d.txt":{}}`,
    () => JSON.stringify(dice.pick([null, [], 1, 'x', { 'd.txt': null }, { 'd.txt': [] }, { 'd.txt': 'x' }])),
  ])();
}

function soundSource(dice: Dice): object {
  const stated = () =>
    hostileText(dice, dice.chance(0.1) ? MOST_STATED : 40)
      .replace(/\p{Cc}|\p{Cs}/gu, '')
      .trim()
      .slice(0, MOST_STATED)
      .replace(/\p{Cs}/gu, '');
  return {
    ...(dice.chance(0.8) && {
      outlet: dice.chance(0.5) ? dice.pick(['The Courier', 'The Herald']) : stated(),
    }),
    ...(dice.chance(0.5) && { title: stated() }),
    ...(dice.chance(0.5) && { author: stated() }),
    ...(dice.chance(0.5) && {
      published: dice.pick(['2016-06-14', '0001-01-01', '9999-12-31', '2016-06-14T12:00:00+14:00']),
    }),
    ...(dice.chance(0.5) && { url: dice.pick(ADDRESSES) }),
    ...(dice.chance(0.5) && {
      language: dice.pick(['en', 'de', 'ko', 'zh-Hant', 'tr', 'de-1996', 'en-US-u-ca-buddhist']),
    }),
  };
}

const ADDRESSES = [
  'https://example.com/a(1)_[2]?q=“x”#y',
  'https://example.com/#:~:text=a,b',
  `https://example.com/${'ä'.repeat(600)}`,
  `https://example.com/${'a'.repeat(1_900)}`,
  'http://[::1]/',
  'https://例え.jp/<>',
];

function anySource(dice: Dice): unknown {
  const odd = (): unknown =>
    dice.pick([
      null,
      0,
      true,
      [],
      {},
      '',
      oddValue(dice),
      hostileText(dice, 700),
      1e308,
      [[[[]]]],
      { a: { b: {} } },
    ]);
  const fields = dice.times(dice.below(8), () => [
    dice.chance(0.7) ? dice.pick(FIELDS) : oddValue(dice),
    odd(),
  ]);
  return dice.chance(0.9) ? Object.fromEntries(fields) : odd();
}

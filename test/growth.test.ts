import { readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from './support/build.js';
import {
  type Adapter,
  adapters,
  longest,
  type Prepared,
  through,
  unrelated,
} from './support/growth-adapters.js';

/** Whatever a pattern may stumble over when it comes in thousands. */
const ATOMS = [
  ...[
    'a',
    'A',
    '1',
    ' ',
    '\n',
    '\t',
    '.',
    ',',
    '!',
    '?',
    '-',
    '–',
    '…',
    "'",
    '’',
    '"',
    '“',
    '”',
    '‘',
    '«',
    '»',
    '`',
  ],
  ...[
    '(',
    ')',
    '[',
    ']',
    '<',
    '>',
    '*',
    '_',
    '|',
    '~',
    '\\',
    '@',
    '#',
    '&',
    '/',
    ';',
    ':',
    '=',
    '語',
    '😀',
    'ﬁ',
  ],
  ...[
    '\u200B',
    '\u00AD',
    '\u202E',
    '\u0301',
    'e\u0301',
    '. ',
    '.. ',
    ' . ',
    ', ',
    ' - ',
    'a.',
    'a-\n',
    "a'",
    '5\'6" ',
  ],
  ...[
    '1.',
    '1,',
    '[1]',
    '[a] ',
    '&amp;',
    '**a** ',
    '> ',
    '- ',
    '||a||',
    'ha ',
    'the ',
    'Mr. ',
    'not ',
    'A b ',
    'A, ',
  ],
  ...[
    '“No,” he said. ',
    '“a ',
    'a” ',
    'according to the ',
    'He said that ',
    'said A ',
    ', A, ',
    'https://a ',
    '<@1>',
  ],
];

/** What stands before and after the atoms. */
const AROUND: readonly (readonly [before: string, after: string])[] = [
  ['', ''],
  ['x', 'y'],
  ['“He ', '!'],
];

/** A doubled text may take so many times as long: twice, and what machines do meanwhile. */
const MOST = 2.6;
/** Shorter times, in milliseconds, say more of the machine than of the code. */
const TELLING_MS = 3;
const TRIES = 12;
/** In characters. `GROWTH=full` takes minutes; without it the growth shows that is quadratic by more than a trifle. */
const full = process.env.GROWTH === 'full';
const FIRST = 1_000;
const LAST = full ? 1_000_000 : 8_000;

/** Milliseconds of this process' own computing, which others on the machine do not lengthen. */
async function timeOf(prepared: Prepared): Promise<number> {
  const began = process.cpuUsage();
  await prepared();
  const { user, system } = process.cpuUsage(began);
  return (user + system) / 1_000;
}

/** How many times as long a text takes that is `times` as long; the best of some tries, and 1 where times are too short to tell. */
async function ratioAt(size: number, times: number, prepare: Adapter, make: (size: number) => string) {
  const most = (times === 2 ? MOST : MOST_IN_A_ROW) ** Math.log2(times);
  const [small, large] = [await prepare(make(size)), await prepare(make(size * times))];
  let [least, longer] = [await timeOf(small), await timeOf(large)];
  for (let tries = 1; tries < TRIES && longer > TELLING_MS && longer / least > most; tries++) {
    least = Math.min(least, await timeOf(small));
    longer = Math.min(longer, await timeOf(large));
  }
  return { ratio: longer > TELLING_MS ? longer / least : 1, took: longer, most };
}

/** A doubling that takes too long is looked at over five in a row, since memory grows in steps and work does not. */
const SURE = 32;
/**
 * Over five doublings each may take so many times as long: collecting what many small objects take grows a little
 * faster than they do, and n to the power of 1.5 takes 2.83 times.
 */
const MOST_IN_A_ROW = 2.8;

/** The lengths of texts at which time grows too fast, and by how much. */
async function growth(prepare: Adapter, make: (size: number) => string, last: number): Promise<string[]> {
  for (let size = FIRST; size <= last; size *= 2) {
    const { ratio, took } = await ratioAt(size, 2, prepare, make);
    if (ratio > MOST) {
      const sure = await ratioAt(size, SURE, prepare, make);
      if (sure.ratio > sure.most) return [`from ${size} to ${size * SURE}: ${sure.ratio.toFixed(1)} times`];
    }
    // A quadratic part may still be hidden by a linear one; it shows when times are long.
    if (took > TELLING_MS * 4) break;
  }
  return [];
}

const files = ['text', 'languages', 'verify', 'compare'].flatMap((room) =>
  readdirSync(path.join(ROOT, 'src', room), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => `${room}/${file}`),
);

const exported = await Promise.all(
  files.map(async (file) => {
    const module = (await import(path.join(ROOT, 'src', file))) as Record<string, unknown>;
    return Object.entries(module)
      .filter(([, value]) => typeof value === 'function')
      .map(([name, value]) => ({ file, name, call: value as (text: string) => unknown }));
  }),
);
const functions = exported.flat();
const measured = functions.filter(({ name }) => !unrelated.has(name) && !through.has(name));

describe('time grows with the text, and no faster, in', () => {
  it.each(measured)('$file: $name', { timeout: 600_000 }, async ({ name, call }) => {
    const prepare: Adapter = adapters[name] ?? ((text: string) => () => call(text));
    const slow: string[] = [];
    for (const atom of ATOMS) {
      for (const [before, after] of AROUND.slice(0, name in longest ? 1 : full ? 3 : 2)) {
        const make = (size: number) => before + atom.repeat(Math.ceil(size / atom.length)) + after;
        const fast = await growth(prepare, make, Math.min(LAST, (longest[name] ?? LAST * 2) / 2));
        slow.push(...fast.map((where) => `${JSON.stringify(`${before}${atom}…${after}`)} ${where}`));
      }
    }
    expect(slow).toEqual([]);
  });

  it('every function, none of which is excused without being one', () => {
    const names = new Set(functions.map(({ name }) => name));
    const excused = [...unrelated.keys(), ...through.keys(), ...Object.keys(adapters)];
    expect(excused.filter((name) => !names.has(name))).toEqual([]);
  });
});

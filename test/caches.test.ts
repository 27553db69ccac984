import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from './support/build.js';

const files = ['src', 'commands'].flatMap((folder) =>
  readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => path.posix.join(folder, file.split(path.sep).join('/'))),
);
const textOf = (file: string) => readFileSync(path.join(ROOT, file), 'utf8');
const page = textOf('docs/decisions/caches.md');

describe('every cache', () => {
  const caches = files.flatMap((file) =>
    Array.from(textOf(file).matchAll(/new LRUCache(?:<[^;]*?>)?\((\{[^;]*\})\)/g), ([, options = '']) => ({
      file,
      options,
    })),
  );

  it('is bounded in bytes, and weighs what it keeps', () => {
    const constructed = files.flatMap((file) => textOf(file).match(/new LRUCache/g) ?? []);
    expect(caches).toHaveLength(constructed.length);
    expect(caches.length).toBeGreaterThan(10);
    for (const { file, options } of caches) {
      expect([file, options]).toEqual([file, expect.stringContaining('maxSize')]);
      expect([file, options]).toEqual([file, expect.stringContaining('sizeCalculation')]);
    }
  });

  it('is entered in the page on them', () => {
    for (const { file } of caches) expect(page).toContain(`(../../${file})`);
  });

  it('has a bound that the page adds up', () => {
    const bounds = Array.from(page.matchAll(/^\| .+? \| (?:(\d+) × )?(\d+) (KiB|MiB) \| (.+?) \|/gm)).map(
      ([, times = '1', amount = '', unit, of = '']) => ({
        mebibytes: (Number(times) * Number(amount)) / (unit === 'KiB' ? 1_024 : 1),
        isAnyones: !of.includes('cluster') && !of.includes('model'),
      }),
    );
    expect(bounds.length).toBeGreaterThanOrEqual(11);
    const total = bounds
      .filter(({ isAnyones }) => isAnyones)
      .reduce((sum, { mebibytes }) => sum + mebibytes, 0);
    expect(page).toContain(`${Math.ceil(total)} MiB in all`);
  });
});

describe('what a module keeps', () => {
  /** What is filled from files that come with the program, and not by what anybody types. */
  const OF_THE_PROGRAM = [
    'src/languages/english/word-classes.ts CLASSES',
    'src/languages/english/wordnet/dictionary.ts indexes',
    'src/languages/english/wordnet/dictionary.ts data',
    'src/languages/english/wordnet/irregular-forms.ts lists',
    // Nothing is ever entered.
    'src/search/memory/passage-index.ts NO_POSTINGS',
    'src/verify/read-words.ts NO_WORDS',
    'src/corpus/turns.ts NO_LABELS',
    // The changes of documents that this process is at, each of which is taken out when it ends.
    'src/corpus/folder-hold.ts GOING_ON',
    // By language, of which there are two; each has a bound.
    'src/languages/terms.ts keysOf',
  ];

  it('is in no table that grows', () => {
    const begunEmpty = /^(?:export )?(?:const|let) (\w+)[^=\n]*= new (?:Weak)?(?:Map|Set)(?:<.*>)?\(\);/gm;
    const tables = files.flatMap((file) =>
      Array.from(textOf(file).matchAll(begunEmpty), ([, name]) => `${file} ${name}`),
    );
    expect(tables.toSorted()).toEqual(OF_THE_PROGRAM.toSorted());
  });
});

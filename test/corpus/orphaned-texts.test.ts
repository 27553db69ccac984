import { rmSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { describeFault } from '../../src/corpus/fault.js';
import { orphanedTexts } from '../../src/corpus/orphaned-texts.js';
import { readSeeds } from '../../src/corpus/seeds.js';
import { createPace } from '../../src/text/pace.js';
import { folderOf } from '../support/folder.js';

const PAGE = '<html><body><p>The bridge was closed.</p></body></html>';

async function warned(folder: string): Promise<string[]> {
  const seeds = await readSeeds(folder);
  if ('faults' in seeds) throw new Error(seeds.faults.map(describeFault).join('\n'));
  return seeds.warnings.map((one) => describeFault(one).replaceAll(folder, 'DIR'));
}

it('is told of at each reading, by its document, until that is back or the text is gone; it stays', async () => {
  const folder = folderOf({
    'a/1.html': PAGE,
    'b/2.html': PAGE.replace('closed', 'opened'),
    '3.txt': 'Text.',
  });
  expect(await warned(folder)).toEqual([]);
  rmSync(path.join(folder, 'a/1.html'));
  const warning =
    'DIR/.extracted/a/1.html.txt:1: the text of a/1.html, which is no longer there; put that file back, or remove this text and the record beside it';
  expect(await warned(folder)).toEqual([warning]);
  expect(await warned(folder)).toEqual([warning]);
  rmSync(path.join(folder, '.extracted/a/1.html.txt'));
  expect(await warned(folder)).toEqual([warning.replace('.html.txt:', '.html.json:')]);
  rmSync(path.join(folder, '.extracted/a/1.html.json'));
  expect(await warned(folder)).toEqual([]);
});

it('is no file that somebody else keeps there, and none of a file that is there but passed over', async () => {
  const folder = folderOf({ '.extracted/.gitkeep': '', '.extracted/1.pdf.txt': 'Text.', '2.txt': 'Text.' });
  expect(await orphanedTexts(folder, new Set(['1.pdf', '2.txt']), createPace())).toEqual([]);
  expect(await orphanedTexts(folder, new Set(['2.txt']), createPace())).toHaveLength(1);
});

it('is looked for no further than anybody reads', async () => {
  const files = Array.from({ length: 1_003 }, (_, index) => [`.extracted/${index}.html.json`, '{}'] as const);
  const folder = folderOf({ '1.txt': 'Text.', ...Object.fromEntries(files) });
  expect(await orphanedTexts(folder, new Set(['1.txt']), createPace())).toHaveLength(1_000);
  const told = await warned(folder);
  expect(told).toHaveLength(20);
});

import { expect, it, onTestFinished } from 'vitest';
import { Embeddings } from '../../src/embeddings/embeddings.js';
import { loadLibrary } from '../../src/library/load.js';
import { createLog } from '../../src/log.js';
import { MODEL, standInModule } from '../embeddings/stand-in.js';
import { folderOf, writeFiles } from '../support/folder.js';

it('a library is loaded with embeddings, which make vectors for what is new in it', async () => {
  const embedded: number[] = [];
  const write = (line: string) => void embedded.push(...[JSON.parse(line).passages ?? []].flat());
  const log = createLog('info', { write });
  const opened = await Embeddings.open(folderOf(MODEL), { log, module: standInModule() });
  if ('faults' in opened) throw new Error(opened.faults.join('\n'));
  const { embeddings } = opened;
  onTestFinished(() => embeddings.close());
  const seeds = folderOf({ '000_one.txt': 'One.\n\nTwo.', '001_two.txt': 'Two.\n\nThree.' });
  const loaded = await loadLibrary(seeds, { embeddings });
  if ('faults' in loaded) throw new Error('faulty');
  expect(loaded.library.embeddings).toBe(embeddings);
  // A passage that two documents have is one text.
  await expect.poll(() => embedded, { timeout: 15_000 }).toEqual([3]);
  writeFiles(seeds, { '002_three.txt': 'Three.\n\nFour.' });
  const again = await loadLibrary(seeds, { previous: loaded.library, embeddings });
  if ('faults' in again) throw new Error('faulty');
  expect(again.library.embeddings).toBe(embeddings);
  await expect.poll(() => embedded, { timeout: 15_000 }).toEqual([3, 1]);
});

it('a library without embeddings has none', async () => {
  const loaded = await loadLibrary(folderOf({ '000_one.txt': 'One.' }));
  expect(loaded).toMatchObject({ library: { embeddings: undefined } });
});

import { expect, it, onTestFinished } from 'vitest';
import { Embeddings, type EmbeddingsParts, LIMIT_MS, MAX_WAITING } from '../../src/embeddings/embeddings.js';
import { createLog } from '../../src/log.js';
import { folderOf } from '../support/folder.js';
import { BROKEN_MODULE, threadModule } from '../support/thread-module.js';
import { MODEL, standInModule } from './stand-in.js';

/** Longer than any test takes. */
const LONG = 1_000_000;
const passages = (...texts: string[]) => texts.map((text) => ({ text }));

/** Opens embeddings by the stand-in, with what they log. */
async function open(parts: Partial<EmbeddingsParts> = {}, folder = folderOf(MODEL)) {
  const lines: { msg: string; passages?: number; reason?: string }[] = [];
  const log = createLog('debug', { write: (line) => void lines.push(JSON.parse(line)) });
  const opened = await Embeddings.open(folder, { log, module: standInModule(), limit: LONG, ...parts });
  if ('faults' in opened) throw new Error(opened.faults.join('\n'));
  onTestFinished(() => opened.embeddings.close());
  const logged = () => lines.map(({ msg }) => msg);
  const embedded = () => lines.flatMap((line) => line.passages ?? []);
  const reasons = () => lines.flatMap((line) => line.reason ?? []);
  return { embeddings: opened.embeddings, logged, embedded, reasons, folder };
}

it('says how similar passages are to a question, in their order', async () => {
  const { embeddings } = await open();
  const found = await embeddings.similarities('money', passages('rain', 'money', 'money and rain'));
  expect(found?.map((value) => Number(value.toFixed(2)))).toEqual([0, 1, 0.58]);
});

it('gives the same numbers whether a passage is new, prepared, or known from before', async () => {
  const asked = passages('money for parties', 'who pays', 'rain in spring');
  const { embeddings, folder, logged } = await open();
  const fresh = await embeddings.similarities('who pays the parties', asked);
  await embeddings.close();
  const again = await open({}, folder);
  await again.embeddings.prepare(asked);
  expect(await again.embeddings.similarities('who pays the parties', asked)).toEqual(fresh);
  expect(logged()).toEqual(['Loaded the embedding model']);
  expect(again.logged()).toEqual(['Loaded the embedding model']);
});

it('prepares passages while nobody asks, and says when it is done', async () => {
  const { embeddings, logged, embedded } = await open();
  await embeddings.prepare(Array.from({ length: 120 }, (_, at) => ({ text: `passage ${at}` })));
  expect(logged()).toEqual(['Loaded the embedding model', 'Embedded passages']);
  expect(embedded()).toEqual([120]);
});

it('prepares 50 passages at once, for 50 ms at most', async () => {
  const telling = threadModule(
    `({ kind, texts, limit }) => kind === 'open' ? { sha256: '', kept: 0 }
      : { done: texts?.length, made: texts?.length, unsaved: texts?.length + ' in ' + limit + ' ms' }`,
  );
  const { embeddings, reasons } = await open({ module: telling });
  await embeddings.prepare(Array.from({ length: 120 }, (_, at) => ({ text: `passage ${at}` })));
  expect(reasons()).toEqual(['50 in 50 ms']);
});

it('drops what was to be prepared for a library that is no more', async () => {
  const { embeddings, embedded } = await open();
  const old = Array.from({ length: 100_000 }, (_, at) => ({ text: `old ${at}` }));
  const dropped = embeddings.prepare(old);
  // The thread takes one call after the other, so the old ones are under way.
  await embeddings.similarities('old', passages('old'));
  await Promise.all([dropped, embeddings.prepare(passages('new'))]);
  const [ofOld = 0, ofNew] = embedded();
  expect(ofOld).toBeGreaterThan(0);
  expect(ofOld).toBeLessThan(old.length);
  expect(ofNew).toBe(1);
});

it('does without what would come too late, for which an answer has time', async () => {
  expect(LIMIT_MS).toBe(800);
  const hanging = threadModule(
    `({ kind }) => kind === 'compare' ? new Promise((then) => setTimeout(then, 300, [1])) : { sha256: '', kept: 0 }`,
  );
  const { embeddings } = await open({ module: hanging, limit: 1 });
  expect(await embeddings.similarities('money', passages('money'))).toBeUndefined();
});

it('takes no more questions than have a chance', async () => {
  expect(MAX_WAITING).toBe(20);
  const { embeddings } = await open();
  const asked = Array.from({ length: 21 }, () => embeddings.similarities('money', passages('money')));
  const answered = await Promise.all(asked);
  expect(answered.filter((found) => found === undefined)).toHaveLength(1);
  expect(answered.at(-1)).toBeUndefined();
  expect(await embeddings.similarities('money', passages('money'))).toBeDefined();
});

it('does without a model that fails, and says so in the log alone', async () => {
  const failing = threadModule(
    `({ kind }) => { if (kind === 'open') return { sha256: '', kept: 0 }; throw new Error('Out of order'); }`,
  );
  const { embeddings, logged } = await open({ module: failing });
  expect(await embeddings.similarities('money', passages('money'))).toBeUndefined();
  await embeddings.prepare(passages('money'));
  await embeddings.close();
  expect(logged()).toEqual([
    'Loaded the embedding model',
    'Comparing by embeddings failed',
    'Embedding passages failed',
    'Keeping vectors failed',
  ]);
});

it('says once that vectors cannot be kept, and goes on', async () => {
  const unsaved = threadModule(
    `({ kind, texts }) => kind === 'open' ? { sha256: '', kept: 0 }
      : kind === 'prepare' ? { done: texts.length, made: texts.length, unsaved: 'EROFS' } : { unsaved: 'EROFS' }`,
  );
  const { embeddings, logged } = await open({ module: unsaved });
  await embeddings.prepare(passages('money'));
  expect(logged()).toEqual([
    'Loaded the embedding model',
    'Vectors are kept in memory only',
    'Embedded passages',
  ]);
});

it('ends what it was doing before its thread ends, and answers nothing after', async () => {
  const { embeddings, logged, embedded } = await open();
  const preparing = embeddings.prepare(
    Array.from({ length: 100_000 }, (_, at) => ({ text: `passage ${at}` })),
  );
  // Its first passages are with the thread once that is answered.
  await embeddings.similarities('money', passages('money'));
  const asked = embeddings.similarities('money', passages('money'));
  await Promise.all([embeddings.close(), embeddings.close()]);
  // All was over before the thread was: nothing failed, and it did not go on to the end.
  expect(logged()).toEqual(['Loaded the embedding model', 'Embedded passages']);
  expect(embedded()[0]).toBeLessThan(100_000);
  await preparing;
  expect(await asked).toHaveLength(1);
  expect(await embeddings.similarities('money', passages('money'))).toBeUndefined();
});

it('cannot be opened where its folder has no model, or its thread breaks', async () => {
  const log = createLog('silent');
  expect(await Embeddings.open(folderOf({}), { log, module: standInModule() })).toEqual({
    faults: [expect.stringContaining('no model in')],
  });
  await expect(Embeddings.open(folderOf(MODEL), { log, module: BROKEN_MODULE })).rejects.toThrow(
    'ended by itself',
  );
});

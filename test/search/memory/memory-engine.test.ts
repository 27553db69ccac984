import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Analyses } from '../../../src/corpus/analyses.js';
import type { Document } from '../../../src/corpus/document.js';
import { MemoryEngine } from '../../../src/search/memory/memory-engine.js';
import { createPace } from '../../../src/text/pace.js';
import { anyDocuments, anyText, documentOf, engineContract, everythingSaid } from '../engine-contract.js';

const analyses = new Analyses();
const built = (documents: readonly Document[], previous?: MemoryEngine) =>
  MemoryEngine.build(documents, { analyses, previous }, createPace());

/** Gets to `documents` by reloads: others come and go, and the order changes. */
async function reloaded(documents: readonly Document[]): Promise<MemoryEngine> {
  const gone = documentOf('gone', 'us US raining Café zebra', { language: 'fr' });
  const later = documentOf('later', 'goverment goverment of US');
  const half = documents.slice(0, Math.ceil(documents.length / 2));
  let engine = await built([gone, ...half]);
  engine = await built([...half, ...documents.slice(half.length), gone].toReversed(), engine);
  engine = await built([later, ...documents], engine);
  return built(documents, engine);
}

engineContract('an engine in memory, built at once', (documents) => built(documents));
engineContract('an engine in memory, reached by reloads', reloaded);

describe('an engine in memory', () => {
  it('says the same whatever was loaded before', async () => {
    const change = fc.tuple(fc.nat(30), anyText, fc.constantFrom(undefined, 'de', 'fr'), fc.boolean());
    await fc.assert(
      fc.asyncProperty(anyDocuments, fc.array(change, { maxLength: 9 }), async (first, changes) => {
        // So many that a change keeps most of what was read.
        let documents = [
          ...first,
          ...['a', 'b', 'c', 'd', 'e'].map((id) => documentOf(id, 'The rain.\n\nUse\n\nit.')),
        ];
        let engine = await built(documents);
        for (const [number, [at, text, language, isNew]] of changes.entries()) {
          const made = documentOf(`made${number}`, text, language ? { language } : {});
          documents = documents.toSpliced(at % documents.length, isNew ? 0 : 1, made);
          engine = await built(documents, engine);
        }
        // What went last is what the engine before had.
        documents = documents.slice(0, -1);
        engine = await built(documents, engine);
        expect(await everythingSaid(engine, documents)).toEqual(
          await everythingSaid(await built(documents), documents),
        );
      }),
      { numRuns: 40 },
    );
  });

  it('goes on saying the same while another is built from it, and after', async () => {
    const documents = ['The rain in us.', 'Use it.', 'Sun.', 'Snow.', 'Hail.'].map((text, at) =>
      documentOf(`${at}`, text),
    );
    const engine = await built(documents);
    const before = await everythingSaid(engine, documents);
    const next = await built(
      [...documents, documentOf('9', 'US us rains zebra', { language: 'de' })],
      engine,
    );
    expect(next.lexicon).toBe(engine.lexicon);
    expect(await everythingSaid(engine, documents)).toEqual(before);
  });
});

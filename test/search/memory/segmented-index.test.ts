import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { Document } from '../../../src/corpus/document.js';
import { Passage } from '../../../src/corpus/passage.js';
import { keyOf, terms } from '../../../src/languages/terms.js';
import { SegmentedIndex } from '../../../src/search/memory/segmented-index.js';
import { createPace } from '../../../src/text/pace.js';
import { idsIn } from './made.js';

const documentOf = (text: string, at: number) => Document.of(`${at}.txt`, Buffer.from(text), text, {});
const indexOf = (texts: readonly string[], previous?: SegmentedIndex) =>
  SegmentedIndex.build(texts.map(documentOf), previous, createPace());

/** The texts of the passages that have a key, by the key, and their frequencies. */
function contentOf(index: SegmentedIndex): Record<string, string[]> {
  const content: Record<string, string[]> = {};
  for (let key = 0; key < index.lexicon.size.keys; key++) {
    const having: number[] = [];
    index.visit(key, (slot) => having.push(slot));
    expect(index.frequency(key)).toBe(having.length);
    if (having.length === 0) continue;
    having.sort((a, b) => index.placeOf(a) - index.placeOf(b));
    content[index.lexicon.keyAt(key)] = having.map((slot) => index.passageIn(slot).text);
  }
  return content;
}

const text = fc
  .array(fc.constantFrom('rain', 'rains', 'the', 'Sun', 'Monday', '.', '\n\n'), { maxLength: 8 })
  .map((all) => `x ${all.join(' ')}`);

describe('an index in segments', () => {
  it('has the keys of each passage in order, and for each key the passages that have it', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(text, { maxLength: 6 }), async (texts) => {
        const documents = texts.map(documentOf);
        const index = await SegmentedIndex.build(documents, undefined, createPace());
        const passages = documents.flatMap((document) => document.passages);
        expect(index.size).toEqual({ documents: texts.length, passages: passages.length });
        const wanted: Record<string, string[]> = {};
        for (const passage of passages) {
          const { keys } = index.read(index.slotOf(passage));
          const own = terms(passage.text).map(({ key }) => key);
          expect(Array.from(keys, (key) => index.lexicon.keyAt(key))).toEqual(own);
          for (const key of new Set(own)) wanted[key] = [...(wanted[key] ?? []), passage.text];
        }
        expect(contentOf(index)).toEqual(wanted);
      }),
    );
  });

  it('says the same after any reloads as when it is built at once', async () => {
    const change = fc.record({ at: fc.nat(30), to: text, kind: fc.constantFrom('replace', 'add', 'remove') });
    await fc.assert(
      fc.asyncProperty(
        fc.array(text, { minLength: 12, maxLength: 20 }),
        fc.array(change, { maxLength: 9 }),
        async (texts, changes) => {
          let documents = texts.map(documentOf);
          let index = await SegmentedIndex.build(documents, undefined, createPace());
          for (const { at, to, kind } of changes) {
            const place = at % documents.length;
            const made = documentOf(to, 1000 + at);
            documents =
              kind === 'add'
                ? [...documents.slice(0, place), made, ...documents.slice(place)]
                : documents.flatMap((one, number) =>
                    number !== place ? [one] : kind === 'replace' ? [made] : [],
                  );
            if (documents.length === 0) return;
            index = await SegmentedIndex.build(documents, index, createPace());
          }
          const whole = await SegmentedIndex.build(documents, undefined, createPace());
          expect(contentOf(index)).toEqual(contentOf(whole));
          expect(index.size).toEqual(whole.size);
          expect(index.averageLength).toBe(whole.averageLength);
          expect(await index.vocabulary.startingWith('', 10)).toEqual(
            await whole.vocabulary.startingWith('', 10),
          );
        },
      ),
      { numRuns: 40 },
    );
  });

  it('weighs a key the more the fewer passages have it, and one that none has the most', async () => {
    const index = await indexOf(['rain sun', 'rain', 'rain snow']);
    const weight = (word: string) => index.weight(index.lexicon.keysFor(word)[0]);
    expect(weight('rain')).toBeGreaterThan(0);
    expect(weight('sun')).toBeGreaterThan(weight('rain'));
    expect(weight('hail')).toBeGreaterThan(weight('sun'));
    expect(weight('sun')).toBe(weight('snow'));
  });

  it('tells function words from names and words whose stem is the same', async () => {
    const { lexicon } = await indexOf(['the US and us', 'and one on it']);
    const isCommon = (word: string) => lexicon.keysFor(word).every((key) => lexicon.isCommonKey(key));
    expect(['the', 'and', 'us', 'on'].map(isCommon)).toEqual([true, true, true, true]);
    expect(['US', 'one'].map(isCommon)).toEqual([false, false]);
    expect(keyOf('US')).not.toBe(keyOf('us'));
  });

  it('takes over what is the same', async () => {
    const documents = ['rain', 'sun', 'snow', 'hail', 'fog', 'wind'].map(documentOf);
    const before = await SegmentedIndex.build(documents, undefined, createPace());
    const after = await SegmentedIndex.build(
      [...documents.slice(1), documentOf('mist', 9)],
      before,
      createPace(),
    );
    expect(after.lexicon).toBe(before.lexicon);
    expect(() => after.slotOf(documents[0]?.passages[0] as never)).toThrow('0#1 is not of this corpus');
  });

  it('reads all anew where more than a fifth of the passages are gone, and only what is new where not', async () => {
    const documents = Array.from({ length: 10 }, (_, at) => documentOf('rain', at));
    const { index } = await counted(documents);
    expect((await counted([...documents.slice(2), documentOf('rain', 10)], index)).read).toBe(1);
    const anew = await counted([...documents.slice(3), documentOf('rain', 10)], index);
    expect(anew.read).toBe(8);
    expect(anew.index.lexicon).not.toBe(index.lexicon);
  });

  it('reads all anew where more than a fifth of the forms of words are gone, so that they do not pile up', async () => {
    const five = (time: number) =>
      documentOf([1, 2, 3, 4, 5].map((at) => `x${time}x${at}x`).join(' '), 100 + time);
    const stays = Array.from({ length: 40 }, (_, at) => documentOf(`a${at}b`, at));
    let { index } = await counted([...stays, five(0)]);
    const read: number[] = [];
    for (let time = 1; time <= 8; time++) {
      const next = await counted([...stays, five(time)], index);
      read.push(next.read);
      index = next.index;
    }
    // After two reloads 10 of 55 forms stand nowhere, after three 15 of 60.
    expect(read).toEqual([1, 1, 1, 41, 1, 1, 1, 41]);
    expect(index.lexicon.size.forms).toBe(45);
  });

  it('has six segments at most: then all but the largest are read again as one', async () => {
    let documents = [documentOf(['rain', ...Array(19).fill('sun')].join('\n\n'), 0)];
    let { index } = await counted(documents);
    const read: number[] = [];
    for (let time = 1; time <= 12; time++) {
      documents = [...documents, documentOf('rain', time)];
      const next = await counted(documents, index);
      read.push(next.read);
      expect(next.index.lexicon).toBe(index.lexicon);
      index = next.index;
    }
    expect(read).toEqual([1, 1, 1, 1, 1, 6, 1, 1, 1, 1, 11, 1]);
    expect(idsIn(index, [index.slotOf(documents[12]?.passages[0] as never)])).toEqual(['12#1']);
  });
});

/** An index, and how many passages were read for it. */
async function counted(documents: readonly Document[], previous?: SegmentedIndex) {
  const texts = vi.spyOn(Passage.prototype, 'text', 'get');
  const index = await SegmentedIndex.build(documents, previous, createPace());
  const read = texts.mock.calls.length;
  texts.mockRestore();
  return { index, read };
}

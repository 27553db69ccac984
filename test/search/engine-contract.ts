import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Document } from '../../src/corpus/document.js';
import type { Source } from '../../src/corpus/source.js';
import type { Candidates, Engine, Filter } from '../../src/search/engine.js';
import { words } from '../../src/text/words.js';
import { NaiveCorpus } from './naive-corpus.js';

/** Builds the engine that is under test. */
export type BuildEngine = (documents: readonly Document[]) => Promise<Engine>;

/** For how many corpora each law is held, where making one takes next to no time. */
const RUNS = 40;

/** A document that was made. */
export function documentOf(id: string, text: string, source: Source = {}): Document {
  return Document.of(`${id}.txt`, Buffer.from(text), text, source);
}

/** Words whose forms, capitals, accents and apostrophes engines must tell apart, or must not. */
const WORDS = [
  ...['rain', 'rains', 'Rain', 'rain’s', 'raining', 'sun', 'Sun', 'Café', 'cafe', 'government', 'goverment'],
  ...['the', 'The', 'of', 'and', 'us', 'US', 'U.S.', 'use', 'won’t', '2.5', '20bn', 'NGO', 'Straße', 'x'],
];
/** What may stand between words: signs, the end of a line, the end of a passage, and nothing but a passage without words. */
const GAPS = [' ', ' ', ' ', ' ', ', ', ' “', '” ', '-', '\n', '\n\n', '\n\n', '\n\n…\n\n'];

/** A few words, parted by anything. */
const plainText = fc
  .array(fc.tuple(fc.constantFrom(...WORDS), fc.constantFrom(...GAPS)), { minLength: 1, maxLength: 14 })
  .map((all) => all.flat().join(''));

/** A few words, and sometimes all or some passages of them in capitals throughout, as headlines are. */
export const anyText = fc
  .tuple(plainText, plainText, fc.constantFrom('neither', 'neither', 'first', 'both'))
  .map(([first, second, shouted]) => {
    if (shouted === 'neither') return first;
    return `${first.toUpperCase()}\n\n${shouted === 'both' ? second.toUpperCase() : second}`;
  });

/** Documents in English, and some in another language. */
export const anyDocuments = fc
  .array(fc.tuple(anyText, fc.constantFrom(undefined, undefined, 'en-GB', 'de')), {
    minLength: 1,
    maxLength: 7,
  })
  .map((all) => all.map(([text, language], at) => documentOf(`${at}`, text, language ? { language } : {})));

const anyWords = (maxLength: number) => fc.array(fc.constantFrom(...WORDS, 'zebra', 'used'), { maxLength });

const idsOf = ({ candidates }: Candidates) => candidates.map(({ passage }) => passage.id);

/** The passages that have one of some words, and whether these are all. */
export async function found(
  engine: Engine,
  asked: string,
  options: { phrases?: readonly string[]; filter?: Filter; limit?: number } = {},
): Promise<Candidates> {
  const statistics = await engine.statistics(words(asked).map(({ text }) => text));
  const phrases: (number | undefined)[][] = [];
  for (const phrase of options.phrases ?? []) {
    const known = await engine.statistics(words(phrase).map(({ text }) => text));
    phrases.push(known.map(({ word }) => word));
  }
  const weights = new Map(
    statistics.flatMap(({ keys, weight }) => keys.map((key) => [key, weight] as const)),
  );
  return engine.candidates({ weights, phrases, filter: options.filter, limit: options.limit ?? 100 });
}

/** What an engine says of a corpus, in words and ids, so that what two engines say can be compared. */
export async function everythingSaid(engine: Engine, documents: readonly Document[]): Promise<unknown> {
  const { lexicon } = engine;
  const statistics = await engine.statistics(WORDS);
  const claim = ['rain', 'of', 'the', 'Sun'].map((text) => ({ text, weight: 1 }));
  const passages = documents.flatMap((document) => document.passages);
  const ofPassages = [];
  for (const passage of passages) {
    const { forms, keys, length } = engine.read(passage);
    const read = words(passage.text).map(({ text }) => text);
    ofPassages.push({
      forms: [...forms].map((form) => lexicon.surfaceOf(form)),
      keys: [...keys].map((key) => lexicon.keyAt(key)),
      length,
      alike: (await engine.alike(passage, 4)).map((one) => [one.passage.id, one.likeness]),
      printing: (await engine.printing(passage, [read], 4)).passages.map(({ id }) => id),
    });
  }
  return {
    size: engine.size,
    averageLength: engine.averageLength,
    statistics: statistics.map(({ keys, word, weight, isName }) => [
      keys.map((key) => lexicon.keyAt(key)),
      word !== undefined && lexicon.wordAt(word),
      weight,
      isName,
    ]),
    candidates: [
      await found(engine, 'rain sun use'),
      await found(engine, 'the of us', { limit: 3 }),
      await found(engine, 'rain us US', { limit: 2 }),
    ].map((one) => [idsOf(one), one.complete]),
    phrases: (await engine.phrase(['the', 'rain'], 5)).map(({ id }) => id),
    near: (await engine.near({ words: claim, places: 100, limit: 20, leastShare: 0.3 })).map((one) => [
      one.passage.id,
      one.bound,
    ]),
    words: [await engine.startingWith('', 9), await engine.closeTo('goverment', 9)],
    ofPassages,
    documents: (await engine.catalogue.documents(0, 99)).map(({ id }) => id),
  };
}

/**
 * What any engine must do, whatever it is made of. `build` gives an engine over documents, in order of their files; each
 * law is held for `runs` corpora.
 */
export function engineContract(name: string, build: BuildEngine, runs = RUNS): void {
  describe(name, () => {
    modelled(build, runs);
    narrowed(build);
    described(build);
  });
}

/** That an engine says what a corpus says that goes through every word of every passage. */
function modelled(build: BuildEngine, runs: number): void {
  /** Holds for any documents. */
  const holds = (check: (engine: Engine, naive: NaiveCorpus, typed: string[]) => Promise<void>) => () =>
    fc.assert(
      fc.asyncProperty(anyDocuments, anyWords(5), async (documents, typed) => {
        await check(await build(documents), new NaiveCorpus(documents), typed);
      }),
      { numRuns: runs },
    );

  it(
    'knows the size of its corpus, and what words weigh in it',
    holds(async (engine, naive) => {
      expect(engine.size).toEqual({ documents: naive.documents.length, passages: naive.passages.length });
      expect(engine.averageLength).toBeCloseTo(naive.averageLength, 9);
      const all = [...WORDS, 'zebra', 'used'];
      for (const [at, { keys, word, weight, isName }] of (await engine.statistics(all)).entries()) {
        const typed = all[at] as string;
        const wanted = naive.keysFor(typed);
        expect([typed, keys.map((key) => engine.lexicon.keyAt(key))]).toEqual([typed, wanted]);
        expect([typed, word !== undefined]).toEqual([typed, naive.has(typed)]);
        expect([typed, isName]).toEqual([typed, naive.isName(typed)]);
        expect(weight).toBeCloseTo(
          Math.max(...[...wanted, ...(wanted.length > 0 ? [] : ['—'])].map((key) => naive.weight(key))),
          9,
        );
        for (const [place, one] of (await engine.weights(keys)).entries())
          expect(one).toBeCloseTo(naive.weight(wanted[place] as string), 9);
      }
    }),
  );

  it(
    'reads the words of each passage',
    holds(async (engine, naive) => {
      for (const { passage, words: own } of naive.passages) {
        const { forms, keys, length } = engine.read(passage);
        expect([...forms].map((form) => engine.lexicon.surfaceOf(form))).toEqual(
          own.map((one) => one.surface),
        );
        expect([...forms].map((form) => engine.lexicon.wordAt(engine.lexicon.wordOf(form)))).toEqual(
          own.map((one) => one.folded),
        );
        expect([...keys].map((key) => engine.lexicon.keyAt(key))).toEqual(own.map((one) => one.key));
        expect(length).toBe(own.filter(({ common }) => !common).length);
      }
    }),
  );

  it(
    'finds as candidates all passages that have a word, and says whether these are all',
    holds(async (engine, naive, typed) => {
      const read = words(typed.join(' ')).map(({ text }) => text);
      const wanted = new Set(read.flatMap((word) => naive.keysFor(word)));
      const all = naive.passages
        .filter((one) => one.words.some(({ key }) => wanted.has(key)))
        .map(({ passage }) => passage.id);
      const candidates = await found(engine, typed.join(' '));
      expect(idsOf(candidates).sort()).toEqual(all.sort());
      expect(candidates.complete).toBe(true);
      const [one] = all.length > 1 ? [await found(engine, typed.join(' '), { limit: 1 })] : [];
      if (one) expect([idsOf(one).length, one.complete]).toEqual([1, false]);
    }),
  );

  it(
    'finds the passages in which a row of words begins, over the ends of passages too',
    holds(async (engine, naive, typed) => {
      const rows = naive.documents.map(({ text }) => words(text).map((word) => word.text));
      for (const row of [
        typed,
        ...rows.flatMap((all) => [all.slice(0, 3), all.slice(2, 4), all.slice(-1)]),
      ]) {
        const wanted = naive.phrase(row);
        expect((await engine.phrase(row, 100)).map(({ id }) => id)).toEqual(wanted);
        expect((await engine.phrase(row, 1)).map(({ id }) => id)).toEqual(wanted.slice(0, 1));
      }
    }),
  );

  it(
    'says how alike passages of other documents are, the most alike first',
    holds(async (engine, naive) => {
      const order = new Map(naive.passages.map(({ passage }, at) => [passage.id, at] as const));
      for (const { passage } of naive.passages) {
        const alike = await engine.alike(passage, 100);
        const wanted = naive.alike(passage);
        expect(alike.map((one) => one.passage.id).sort()).toEqual([...wanted.keys()].sort());
        for (const [at, one] of alike.entries()) {
          expect(one.likeness).toBeCloseTo(wanted.get(one.passage.id) as number, 9);
          const next = alike[at + 1];
          if (!next) continue;
          expect(one.likeness).toBeGreaterThanOrEqual(next.likeness);
          if (one.likeness === next.likeness)
            expect(order.get(one.passage.id)).toBeLessThan(order.get(next.passage.id) as number);
        }
        expect((await engine.alike(passage, 1)).length).toBe(Math.min(1, wanted.size));
      }
    }),
  );

  it(
    'finds where else words of a passage are printed',
    holds(async (engine, naive) => {
      for (const { passage } of naive.passages) {
        const all = words(passage.text).map(({ text }) => text);
        for (const stretches of [[all], [all.slice(0, 4), all.slice(4)]]) {
          const { passages, sayings } = await engine.printing(passage, stretches, 100);
          expect(passages.map(({ id }) => id)).toEqual(naive.printing(passage, stretches));
          expect(sayings).toEqual([]);
        }
      }
    }),
  );

  it(
    'finds the passages that have most of a claim with their neighbours, and how much at most',
    holds(async (engine, naive, typed) => {
      const claim = [...new Set(typed)]
        .filter((word) => word !== 'US')
        .map((text) => ({ text, weight: text.length }));
      if (claim.length === 0) return;
      const request = { words: claim, places: 1_000, limit: 100 };
      const wanted = naive.near(claim);
      const near = await engine.near({ ...request, leastShare: 0 });
      expect(near.map(({ passage }) => passage.id).sort()).toEqual([...wanted.keys()].sort());
      // A word in two forms of one key may be counted for both.
      for (const { passage, bound } of near)
        expect(bound).toBeGreaterThanOrEqual((wanted.get(passage.id) as number) - 1e-9);
      expect(near.map(({ bound }) => bound)).toEqual(near.map(({ bound }) => bound).sort((a, b) => b - a));
      const most = await engine.near({ ...request, leastShare: 0.7 });
      expect(most).toEqual(near.filter(({ bound }) => bound >= 0.7));
      expect(await engine.near({ ...request, limit: 1, leastShare: 0 })).toHaveLength(
        Math.min(1, near.length),
      );
    }),
  );

  it(
    'knows its words by their beginning and their spelling',
    holds(async (engine, naive) => {
      for (const prefix of ['', 'r', 'RAI', 'caf', 'us', 'zz']) {
        expect(await engine.startingWith(prefix, 100)).toEqual(naive.startingWith(prefix));
        expect(await engine.startingWith(prefix, 2)).toEqual(naive.startingWith(prefix).slice(0, 2));
      }
      for (const word of ['goverment', 'govrenment', 'government', 'rians', 'rayn', 'caf', 'strase']) {
        expect(await engine.closeTo(word, 100)).toEqual(naive.closeTo(word));
        expect(await engine.closeTo(word, 1)).toEqual(naive.closeTo(word).slice(0, 1));
      }
    }),
  );

  it(
    'says the same each time it is asked, and so does another over the same documents',
    holds(async (engine, { documents }) => {
      const said = await everythingSaid(engine, documents);
      expect(await everythingSaid(engine, documents)).toEqual(said);
      expect(await everythingSaid(await build(documents), documents)).toEqual(said);
    }),
  );
}

/** That a filter and phrases leave what they say. */
function narrowed(build: BuildEngine): void {
  const engine = () =>
    build([
      documentOf('1', '“Rain will fall,” Borg said.\n\nRain fell on Borg.', {
        outlet: 'Le Café',
        published: '2018-07-05',
      }),
      documentOf('2', 'Borg said “so”, and rain fell.\n\n“Rain, and\n\n“more rain,” said Ada Borg.', {
        published: '2018-08-01',
      }),
      documentOf('3', 'Rain will not fall.', { outlet: 'The Other', published: '2019-01-01T10:00:00Z' }),
      documentOf('4', 'Rain.', {}),
      documentOf('5', '“Sun,” Borg said. “Rain,” Holm said.', {}),
    ]);

  it.each<[string, Filter, string[]]>([
    ['nothing', {}, ['1#1', '1#2', '2#1', '2#2', '2#3', '3#1', '4#1', '5#1']],
    ['an outlet, case and accents apart', { outlet: 'LE CAFE' }, ['1#1', '1#2']],
    ['a document’s id', { outlet: '4' }, ['4#1']],
    ['a year', { from: '2018', to: '2018' }, ['1#1', '1#2', '2#1', '2#2', '2#3']],
    ['a month', { from: '2018-08' }, ['2#1', '2#2', '2#3', '3#1']],
    ['a day', { to: '2018-07-05' }, ['1#1', '1#2']],
    ['who speaks, by a part of the name or all of it', { speaker: 'borg' }, ['1#1', '2#1', '2#3', '5#1']],
    ['who speaks, by all of the name', { speaker: 'Ada Borg' }, ['2#3']],
    ['what is said', { said: 'rain' }, ['1#1', '2#2', '2#3', '5#1']],
    ['what somebody says', { speaker: 'Borg', about: 'rain' }, ['1#1', '2#1', '2#3']],
    ['what somebody says in so many words', { speaker: 'Borg', said: 'rain fall' }, ['1#1']],
    ['all of these', { from: '2018', speaker: 'Borg', said: 'rain', outlet: 'le café' }, ['1#1']],
    ['what no document states', { outlet: 'None' }, []],
  ])('narrows candidates by %s', async (_, filter, wanted) => {
    const candidates = await found(await engine(), 'rain', { filter });
    expect(idsOf(candidates).sort()).toEqual(wanted);
    expect(candidates.complete).toBe(true);
  });

  it('says of what a filter leaves whether it is all', async () => {
    const some = async (limit: number) => {
      const one = await found(await engine(), 'rain', { filter: { outlet: 'le café' }, limit });
      return [one.candidates.length, one.complete];
    };
    expect(await some(1)).toEqual([1, false]);
    expect(await some(2)).toEqual([2, true]);
  });

  it.each<[string[], string[]]>([
    [['rain fell'], ['1#2', '2#1']],
    [['RAIN FELL', 'on Borg'], ['1#2']],
    [['fell rain'], []],
    [['rain zebra'], []],
    [['Rain and more'], []],
  ])('leaves only candidates that have %j in a row', async (phrases, wanted) => {
    expect(idsOf(await found(await engine(), 'rain', { phrases })).sort()).toEqual(wanted);
  });

  it('gives equal candidates in order of the corpus', async () => {
    const texts = ['Rain.', 'Sun.', 'Rain.', 'Rain.', 'Snow.'];
    const equal = await build(texts.map((text, at) => documentOf(`${9 - at}`, text)));
    expect(idsOf(await found(equal, 'rain'))).toEqual(['9#1', '7#1', '6#1']);
  });
}

/** That an engine knows its documents. */
function described(build: BuildEngine): void {
  it('gives its documents in order, and each by its id', async () => {
    const documents = [
      documentOf('a', 'Rain.', { outlet: 'The Paper', published: '2018-07-05' }),
      documentOf('b', 'Sun.', { published: '2019-07-05' }),
      documentOf('c', 'Snow.'),
    ];
    const { catalogue } = await build(documents);
    const ids = (list: readonly Document[]) => list.map(({ id }) => id);
    const all = await catalogue.documents(0, 9);
    expect(ids(all)).toEqual(['a', 'b', 'c']);
    expect(ids(await catalogue.documents(1, 1))).toEqual(['b']);
    expect(ids(await catalogue.documents(3, 1))).toEqual([]);
    expect((await catalogue.document('c'))?.text).toBe('Snow.');
    expect(await catalogue.document('C')).toBeUndefined();
    const orders = all.map((document) => catalogue.orderOf(document));
    expect(orders).toEqual(orders.toSorted((a, b) => a - b));
    expect(new Set(orders).size).toBe(3);
    expect(all.map((document) => catalogue.holds(document))).toEqual([true, true, true]);
    expect(catalogue.holds(documentOf('c', 'Snow.'))).toBe(false);
  });

  it('counts the documents of an outlet and a time, and those without a date', async () => {
    const { catalogue } = await build([
      documentOf('b', 'Rain.', { outlet: 'The Paper', published: '2018-07-05' }),
      documentOf('a', 'Sun.', { published: '2019-07-05' }),
      documentOf('c', 'Snow.', { outlet: 'The Paper' }),
    ]);
    expect(catalogue.statesAllOutlets).toBe(false);
    expect(await catalogue.count({})).toBe(3);
    expect(await catalogue.count({ outlet: 'the paper' })).toBe(2);
    expect(await catalogue.count({ outlet: 'A' })).toBe(1);
    expect(await catalogue.count({ from: '2019' })).toBe(1);
    expect(await catalogue.count({ to: '2018' })).toBe(1);
    expect(await catalogue.count({ from: '2018-07', to: '2018-07-05', outlet: 'The PAPER' })).toBe(1);
    expect(await catalogue.countUndated(undefined)).toBe(1);
    expect(await catalogue.countUndated('the paper')).toBe(1);
    expect(await catalogue.countUndated('a')).toBe(0);
  });

  it('counts a document of a month or a year where all of that is asked for, and says where a part is', async () => {
    const { catalogue } = await build([
      documentOf('a', 'Rain.', { outlet: 'The Paper', published: '2018' }),
      documentOf('b', 'Sun.', { published: '2018-03' }),
      documentOf('c', 'Snow.', { published: '2018-03-31T23:30:00+02:00' }),
      documentOf('d', 'Hail.'),
    ]);
    const counts = async (filter: Pick<Filter, 'outlet' | 'from' | 'to'>) => [
      await catalogue.count(filter),
      await catalogue.countVague(filter),
    ];
    expect(await counts({ from: '2018', to: '2018' })).toEqual([3, 0]);
    expect(await counts({ from: '2018-01-01', to: '2018-12' })).toEqual([3, 0]);
    expect(await counts({ from: '2018-03' })).toEqual([2, 1]);
    expect(await counts({ to: '2018-03' })).toEqual([2, 1]);
    expect(await counts({ from: '2018-03-31', to: '2018-03-31' })).toEqual([1, 2]);
    expect(await counts({ from: '2018-04', outlet: 'the paper' })).toEqual([0, 1]);
    expect(await counts({ from: '2019' })).toEqual([0, 0]);
    expect(await counts({ to: '2017' })).toEqual([0, 0]);
  });

  it('lists documents by what names them, those who tell them, and outlets', async () => {
    const { catalogue } = await build([
      documentOf('E', ''),
      documentOf('b1', 'Rain fell.\n\nSnow.', { outlet: 'Écho' }),
      documentOf('b2', 'Sun.', { outlet: 'the Post', title: 'A sunny Écho' }),
      documentOf('c', 'Snow.', { title: 'Winter' }),
      documentOf('d', 'Hail.', { outlet: 'Écho' }),
    ]);
    const listed = async (begun: string, limit = 9) =>
      (await catalogue.listed(begun, limit)).map(({ id }) => id);
    expect(await listed('')).toEqual(['E', 'b1', 'b2', 'c', 'd']);
    expect(await listed('B')).toEqual(['b1', 'b2']);
    expect(await listed('echo')).toEqual(['b1', 'b2', 'd']);
    expect(await listed('echo', 2)).toEqual(['b1', 'b2']);
    expect(await listed('inter')).toEqual(['c']);
    const [first] = await catalogue.listed('b1', 1);
    expect(first).toEqual({ id: 'b1', source: { outlet: 'Écho' }, opening: 'Rain fell.' });
    expect((await catalogue.listed('e', 1))[0]?.opening).toBe('');
    expect(await catalogue.idsFrom('B', 9)).toEqual(['b1', 'b2']);
    expect(await catalogue.idsFrom('', 2)).toHaveLength(2);
    const tellers = async (part: string) =>
      (await catalogue.tellers(part, 9)).map((one) => ('outlet' in one ? one.outlet : one.document.id));
    expect((await tellers('')).toSorted()).toEqual(['E', 'c', 'the Post', 'Écho']);
    expect(await tellers('O')).toEqual(['Écho', 'the Post']);
    expect(await tellers('wint')).toEqual(['c']);
    expect(await catalogue.outlets(9)).toEqual(['Écho', 'the Post']);
    expect(await catalogue.outlets(1)).toEqual(['Écho']);
  });

  it('finds the documents that may part a word at the end of a line', async () => {
    const { catalogue } = await build([
      documentOf('1', 'Rain.'),
      documentOf('2', 'The gov-\nernment.'),
      documentOf('3', 'A govern­\nment'),
    ]);
    expect((await catalogue.parting(['government'])).map(({ id }) => id)).toEqual(['2', '3']);
  });

  it('is an engine over no words, and over no document at all', async () => {
    const dots = documentOf('1', '…\n\n…');
    expect(await found(await build([dots]), 'rain')).toEqual({ candidates: [], complete: true });
    const none = await build([]);
    expect(none.size).toEqual({ documents: 0, passages: 0 });
    expect(await none.statistics(['rain'])).toMatchObject([{ keys: [], word: undefined, isName: false }]);
    expect(await none.phrase(['rain'], 5)).toEqual([]);
    expect(await none.startingWith('', 5)).toEqual([]);
    expect(await none.catalogue.documents(0, 9)).toEqual([]);
    expect(none.catalogue.statesAllOutlets).toBe(true);
  });
}

import type { Row } from '../../src/compare/statements.js';
import { Stories } from '../../src/compare/stories.js';
import { describeFault } from '../../src/corpus/fault.js';
import type { Passage } from '../../src/corpus/passage.js';
import type { EmbeddedLibrary } from '../../src/library/embedded-library.js';
import { loadLibrary } from '../../src/library/load.js';
import { createPace } from '../../src/text/pace.js';
import { rowsIn, statementsIn } from '../support/statements.js';
import { records, type Story } from './data.js';
import { withArticles } from './folder.js';
import { described, JUDGED, judgeRows, type Tally } from './judged-rows.js';
import { milliseconds, print, share, table } from './measure.js';
import { PairFigures, type QuotePair } from './quoted-pairs.js';
import { benchSpeakers } from './speakers.js';
import { generatedPassages } from './texts.js';

/** A document of a corpus that is made for a measurement. */
interface Made {
  readonly id: string;
  readonly outlet: string;
  readonly title?: string;
  readonly published?: string;
  readonly passages: readonly string[];
}

function libraryOf(documents: readonly Made[]): Promise<EmbeddedLibrary> {
  const articles = documents.map(({ passages, ...source }) => ({ ...source, paragraphs: passages }));
  return withArticles(articles, async (folder) => {
    const result = await loadLibrary(folder);
    if ('faults' in result) throw new Error(result.faults.map(describeFault).join('\n'));
    return result.library;
  });
}

/** The rows in which two passages of a corpus stand together, found as for an answer about the first. */
async function rowsOfBoth(library: EmbeddedLibrary): Promise<(one: Passage, other: Passage) => Row[]> {
  const stories = new Stories(library.engine);
  const found = new Map<Passage, readonly Row[]>();
  for (const passage of library.passages) {
    const story = await stories.storyOf(stories.partOf(passage), createPace());
    found.set(passage, story.rowsOf(passage));
  }
  return (one, other) => (found.get(one) ?? []).filter(({ statement }) => statement.includes(other));
}

/** Comparing more and more documents: time against n log n. */
export async function benchGrowth(most: number): Promise<void> {
  const each = 40;
  const passages = generatedPassages(most * each);
  const rows: { documents: number; took: number }[] = [];
  for (const documents of [most / 4, most / 2, most]) {
    const made = Array.from({ length: documents }, (_, at): Made => {
      return { id: `d${at}`, outlet: `o${at}`, passages: passages.slice(at * each, (at + 1) * each) };
    });
    const library = await libraryOf(made);
    const took: number[] = [];
    for (let time = 0; time < 5; time++) {
      const began = performance.now();
      await statementsIn(library);
      took.push(performance.now() - began);
    }
    rows.push({ documents, took: Math.min(...took) });
  }
  const perStep = ({ documents, took }: { documents: number; took: number }) =>
    took / (documents * Math.log2(documents * each));
  const [first] = rows;
  print(`\nFinding the statements of documents of ${each} passages`);
  table([
    ['documents', 'time', 'per n log n, beside the first'],
    ...rows.map((row) => [
      String(row.documents),
      milliseconds(row.took),
      `${(first ? perStep(row) / perStep(first) : 1).toFixed(2)} ×`,
    ]),
  ]);
}

/** Counterparts and speakers on every set of judged data in `folder`. */
export async function benchComparison(folder: string): Promise<void> {
  await benchStories(folder);
  await benchParaphrase(folder);
  benchSpeakers(folder);
}

function asMade({ articles }: Story): Made[] {
  return articles.map(({ paragraphs, ...article }) => ({ ...article, passages: paragraphs }));
}

async function benchStories(folder: string): Promise<void> {
  const stories = records<Story>(folder, 'outlets', 'stories.jsonl');
  const pairs = records<QuotePair>(folder, 'outlets', 'quote_pairs.jsonl');
  if (!stories || !pairs) return;
  const found = new Map<string, { together: number; all: number }>();
  const figures = new PairFigures();
  for (const story of stories) {
    const library = await libraryOf(asMade(story));
    for (const row of await rowsIn(library)) figures.countRow(row);
    const rowsWith = await rowsOfBoth(library);
    for (const pair of pairs.filter((one) => one.story === story.story)) {
      const { relation, a, b } = pair;
      const passage = (side: QuotePair['a']) => library.passage(`${side.article}#${side.paragraph + 1}`);
      const [one, other] = [passage(a), passage(b)];
      const count = found.get(relation) ?? { together: 0, all: 0 };
      count.all++;
      const rows = one && other ? rowsWith(one, other) : [];
      if (one && other && rows.length > 0) {
        count.together++;
        figures.count(pair, rows, [one, other]);
      }
      found.set(relation, count);
    }
  }
  const all = await libraryOf(stories.flatMap(asMade));
  await benchJudged(stories, all);
  const storyOf = new Map(stories.flatMap(({ story, articles }) => articles.map(({ id }) => [id, story])));
  const rows = await statementsIn(all);
  const mixed = rows.filter((row) => new Set(row.map(({ document }) => storyOf.get(document.id))).size > 1);
  print('\nStatements that three outlets report');
  table([
    ['', 'in one row'],
    ...[...found].map(([relation, { together, all: of }]) => [`${relation} quotations`, share(together, of)]),
    ['rows over several stories, all in one corpus', share(mixed.length, rows.length)],
  ]);
  print('\nThe quotations of these that stand in one row');
  table(figures.lines());
}

/** Rows beside what was judged by reading, and whether they stay as they are when other stories are loaded too. */
async function benchJudged(stories: readonly Story[], all: EmbeddedLibrary): Promise<void> {
  const tallies = Object.entries(JUDGED).map(([name, judged]) => {
    const tally: Tally = { pairs: 0, found: 0, rows: 0, clean: 0, absences: 0, absent: 0 };
    return { name, judged, tally };
  });
  const together = new Set((await rowsIn(all)).map(described));
  let [rows, stable, whole] = [0, 0, 0];
  for (const story of stories) {
    const library = await libraryOf(asMade(story));
    for (const { judged, tally } of tallies) {
      const statements = judged.find((one) => one.story === story.story);
      if (statements) await judgeRows(library, statements, tally);
    }
    const own = (await rowsIn(library)).map(described);
    const same = own.filter((row) => together.has(row)).length;
    rows += own.length;
    stable += same;
    if (same === own.length) whole++;
  }
  const judgedOf = (shareOf: (tally: Tally) => string) => tallies.map(({ tally }) => shareOf(tally));
  print('\nStatements as they were judged by reading');
  table([
    ['', ...tallies.map(({ name }) => name)],
    ['pairs of outlets in one row', ...judgedOf(({ found, pairs }) => share(found, pairs))],
    ['rows in which any two report the same', ...judgedOf(({ clean, rows }) => share(clean, rows))],
    [
      'outlets said to have nothing that have nothing',
      ...judgedOf(({ absent, absences }) => share(absent, absences)),
    ],
  ]);
  print('\nRows where other stories are loaded');
  table([
    ['', ''],
    ['rows that stay where other stories are loaded', share(stable, rows)],
    ['stories of which all rows stay', share(whole, stories.length)],
  ]);
}

async function benchParaphrase(folder: string): Promise<void> {
  const pairs = records<{ a: string; b: string; label: number }>(folder, 'paraphrase', 'pairs.jsonl');
  if (!pairs) return;
  const library = await libraryOf([
    { id: 'a', outlet: 'a', passages: pairs.map(({ a }) => a) },
    { id: 'b', outlet: 'b', passages: pairs.map(({ b }) => b) },
  ]);
  const rowsWith = await rowsOfBoth(library);
  const positive = pairs.flatMap(({ label }, at) => (label === 1 ? [at + 1] : []));
  const together = positive.filter((number) => {
    const [a, b] = [library.passage(`a#${number}`), library.passage(`b#${number}`)];
    return a && b && rowsWith(a, b).length > 0;
  });
  print('\nParaphrases');
  table([
    ['', 'in one row'],
    ['pairs that say the same', share(together.length, positive.length)],
  ]);
}

import type { Passage } from '../../corpus/passage.js';
import { languageOf } from '../../languages/index.js';
import { COMMON_SIGN, keyOf } from '../../languages/terms.js';
import { foldWord } from '../../text/fold.js';
import type { Printings } from '../engine.js';
import { MAX_PLACES_OF_A_WORD, MAX_PRINTINGS, MIN_ROWS, type PrintedRow, rowsIn } from '../printed-rows.js';
import { timesIn } from '../row.js';
import type { Cluster } from './cluster.js';
import type { NearParts } from './near.js';
import { inRow } from './passage-search.js';
import type { WordRecords } from './word-records.js';

/** What printings are found with. */
export interface PrintingParts extends NearParts {
  readonly cluster: Cluster;
  readonly index: string;
  readonly records: WordRecords;
}

/** How many passages are read for one: those that have most of its rows. */
const READ = 160;

/**
 * Up to `limit` passages of other documents that have most of the words of `stretches`, which are words of `passage`.
 * Whether they stand in quotations there is not looked at.
 */
export async function printingsOf(
  passage: Passage,
  stretches: readonly (readonly string[])[],
  limit: number,
  parts: PrintingParts,
): Promise<Printings> {
  const { search, store, reader, lexicon } = parts;
  const rows = [...rowsIn(stretches)];
  const { leading, frequent, sayings } = await telling(rows, parts);
  const counts = await printed(frequent, parts);
  const asked = [...leading, ...frequent.filter((_, at) => (counts[at] ?? 0) <= MAX_PRINTINGS)];
  for (const [at, [row]] of frequent.entries()) if ((counts[at] ?? 0) > MAX_PRINTINGS) sayings.push(row);
  if (asked.length === 0) return { passages: [], sayings };
  const places = await search.places({
    should: asked.map(([, { words, times }]) => ({
      constant_score: { filter: inRow(words.map(foldWord)), boost: times },
    })),
    not: [{ term: { document: passage.document.id } }],
    limit: READ,
  });
  const passages = await store.allPassages(places);
  const found = passages.flatMap((one) => {
    const { forms } = reader.read(one);
    let times = 0;
    for (const [, row] of asked) {
      const there = timesIn(
        lexicon,
        forms,
        row.words.map((word) => lexicon.wordNumber(word)),
      );
      if (there > 0) times += Math.max(row.times, there);
    }
    return times >= MIN_ROWS ? [{ passage: one, times, order: store.orderOf(one.document) ?? 0 }] : [];
  });
  found.sort((a, b) => b.times - a.times || a.order - b.order || a.passage.number - b.passage.number);
  return { passages: found.slice(0, limit).map((one) => one.passage), sayings };
}

type Row = readonly [row: string, printed: PrintedRow];

/** Rows that lead somewhere, those that may be in too many passages for that, and those that are, or whose words are. */
async function telling(
  rows: readonly Row[],
  { records }: PrintingParts,
): Promise<{ leading: Row[]; frequent: Row[]; sayings: string[] }> {
  const folded = [...new Set(rows.flatMap(([, { words }]) => words.map(foldWord)))];
  const forms = new Map<string, string[]>();
  for (const [at, { count, forms: written }] of (await records.words(folded)).entries()) {
    const keys = written.map(([surface, language]) => keyOf(surface, languageOf(language)));
    if (count > 0) forms.set(folded[at] ?? '', [...new Set(keys)]);
  }
  const keys = [...new Set([...forms.values()].flat())];
  const having = new Map((await records.keys(keys)).map(({ count }, at) => [keys[at] ?? '', count]));
  const [leading, frequent]: [Row[], Row[]] = [[], []];
  const sayings: string[] = [];
  for (const row of rows) {
    const [text, { words }] = row;
    const known = words.map((word) => forms.get(foldWord(word)));
    if (known.includes(undefined)) continue;
    const frequencies = known
      .flatMap((list) => (list && !list.some((key) => key.startsWith(COMMON_SIGN)) ? [list] : []))
      .map((list) => list.reduce((sum, key) => sum + (having.get(key) ?? 0), 0));
    // Function words alone lead nowhere, and are no saying: they stand in the midst of longer rows.
    if (frequencies.length === 0) continue;
    const least = Math.min(...frequencies);
    if (least > MAX_PLACES_OF_A_WORD) sayings.push(text);
    else if (least > MAX_PRINTINGS) frequent.push(row);
    else leading.push(row);
  }
  return { leading, frequent, sayings };
}

/** How many passages have each of some rows, those that only begin in the next passage among them. */
async function printed(rows: readonly Row[], { cluster, index }: PrintingParts): Promise<number[]> {
  const found = await Promise.all(
    rows.map(([, { words }]) =>
      cluster.search({
        index,
        body: {
          size: 0,
          track_total_hits: MAX_PRINTINGS * 2,
          query: { bool: { filter: [inRow(words.map(foldWord))] } },
        },
      }),
    ),
  );
  return found.map(({ hits }) => hits.total?.value ?? 0);
}

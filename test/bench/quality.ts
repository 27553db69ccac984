import MiniSearch from 'minisearch';
import type { Embeddings } from '../../src/embeddings/embeddings.js';
import type { EmbeddedLibrary } from '../../src/library/embedded-library.js';
import { loadLibrary } from '../../src/library/load.js';
import { searchLeniently } from '../../src/search/lenient.js';
import { ENOUGH } from '../../src/search/met.js';
import type { SearchOptions } from '../../src/search/search.js';
import { records } from './data.js';
import { libraryOfPassages } from './made.js';
import { mean, print, share, table } from './measure.js';

/** Finds the best of some texts for a query: their numbers, the best first. */
type Search = (query: string) => readonly number[] | Promise<readonly number[]>;

export interface Text {
  readonly id: string;
  readonly text: string;
}

export interface Question extends Text {
  readonly kind: 'answerable' | 'adversarial' | 'out_of_corpus';
  readonly passage: string;
}

interface Judged extends Text {
  readonly kind: 'topic' | 'question';
  readonly relevant: Readonly<Record<string, number>>;
}

/** Measures the answers on every set of judged data in `folder`, beside MiniSearch with its default options. */
export async function benchQuality(folder: string, embeddings?: Embeddings): Promise<void> {
  for (const set of ['cranfield', 'cisi']) await benchRetrieval(folder, set, embeddings);
  await benchQuestions(folder, embeddings);
  await benchStatements(folder);
}

function plainIndex(texts: readonly Text[]): MiniSearch<{ id: number; text: string }> {
  const mini = new MiniSearch<{ id: number; text: string }>({ fields: ['text'] });
  mini.addAll(texts.map(({ text }, id) => ({ id, text })));
  return mini;
}

async function ourSearch(texts: readonly Text[], embeddings?: Embeddings) {
  const { engine, analyses, passages } = await libraryOfPassages(texts.map(({ text }) => text));
  await embeddings?.prepare(passages);
  return async (text: string, options: SearchOptions) => {
    const { hits } = await searchLeniently({ engine, analyses, embeddings }, text, options);
    return hits.map(({ passage, met = 0 }) => ({ passage: Number(passage.document.id), met }));
  };
}

/** Normalized discounted cumulative gain over the first ten, gain 1 for what is relevant (Järvelin and Kekäläinen, 2002). */
function ndcg(found: readonly string[], relevant: ReadonlySet<string>): number {
  const gain = (rank: number) => 1 / Math.log2(rank + 2);
  const sum = found.slice(0, 10).reduce((all, id, rank) => all + (relevant.has(id) ? gain(rank) : 0), 0);
  const ideal = Array.from({ length: Math.min(10, relevant.size) }, (_, rank) => gain(rank));
  return sum / ideal.reduce((all, one) => all + one, 0);
}

async function benchRetrieval(folder: string, set: string, embeddings?: Embeddings): Promise<void> {
  const docs = records<Text>(folder, 'retrieval', set, 'docs.jsonl');
  const queries = records<Text>(folder, 'retrieval', set, 'queries.jsonl');
  const judgements = records<{ query: string; doc: string; relevance: number }>(
    folder,
    'retrieval',
    set,
    'qrels.jsonl',
  );
  if (!docs || !queries || !judgements) return;
  const relevant = new Map<string, Set<string>>();
  for (const { query, doc, relevance } of judgements) {
    if (relevance > 0) relevant.set(query, (relevant.get(query) ?? new Set()).add(doc));
  }
  const plain = plainIndex(docs);
  const score = async (search: Search) => {
    const gains: number[] = [];
    for (const { id, text } of queries) {
      const wanted = relevant.get(id);
      if (!wanted) continue;
      const found = (await search(text)).map((at) => docs[at]?.id ?? '');
      gains.push(ndcg(found, wanted));
    }
    return mean(gains).toFixed(3);
  };
  const scores = [await score((query) => plain.search(query).map(({ id }) => Number(id)))];
  for (const model of embeddings ? [undefined, embeddings] : [undefined]) {
    const ours = await ourSearch(docs, model);
    scores.push(
      await score(async (query) => (await ours(query, { least: 0 })).map(({ passage }) => passage)),
    );
  }
  print(`\nTopics: ${set}, ${docs.length} texts, ${queries.length} queries`);
  table([
    ['', 'plain MiniSearch', 'Verbatim', ...(embeddings ? ['with the model'] : [])],
    ['nDCG@10', ...scores],
  ]);
}

/** How surely the first answer is one: what is measured of a question, best first. */
interface Answered {
  readonly found: readonly number[];
  readonly confidence: number;
}

async function benchQuestions(folder: string, embeddings?: Embeddings): Promise<void> {
  const passages = records<Text>(folder, 'questions', 'passages.jsonl');
  const questions = records<Question>(folder, 'questions', 'questions.jsonl');
  if (!passages || !questions) return;
  const plain = plainIndex(passages);
  const searches = [
    await ourSearch(passages),
    ...(embeddings ? [await ourSearch(passages, embeddings)] : []),
  ];
  const askPlain = async (question: string): Promise<Answered> => {
    const hits = plain.search(question);
    return { found: hits.map(({ id }) => Number(id)), confidence: hits[0]?.score ?? 0 };
  };
  const asks = searches.map((ours) => async (question: string): Promise<Answered> => {
    const hits = await ours(question, { aim: 'answer', least: 0 });
    return {
      found: hits.map(({ passage }) => passage),
      confidence: Math.max(0, ...hits.map(({ met }) => met)),
    };
  });
  const columns: string[][] = [];
  for (const answer of [askPlain, ...asks]) columns.push(await ranked(questions, passages, answer));
  const answered = async (kind: Question['kind']) => {
    const shares: string[] = [];
    for (const ours of searches) {
      const asked = questions.filter((question) => question.kind === kind);
      let some = 0;
      for (const { text } of asked) if ((await ours(text, { aim: 'answer' })).length > 0) some++;
      shares.push(share(some, asked.length));
    }
    return shares;
  };
  const names = ['passage first', 'among the first five', 'mean reciprocal rank', 'area under the ROC curve'];
  print(`\nQuestions over ${passages.length} passages; answered where at least ${ENOUGH.answer} is met`);
  table([
    ['', 'plain MiniSearch', 'Verbatim', ...(embeddings ? ['with the model'] : [])],
    ...names.map((name, at) => [name, ...columns.map((column) => column[at] ?? '')]),
    ['answerable, and answered', '', ...(await answered('answerable'))],
    ['not in the corpus, and answered', '', ...(await answered('out_of_corpus'))],
    ['the same words but no answer, and answered', '', ...(await answered('adversarial'))],
  ]);
}

/** How early the right passages come, and how much surer an answer is where there is one. */
async function ranked(
  questions: readonly Question[],
  passages: readonly Text[],
  answer: (question: string) => Promise<Answered>,
): Promise<string[]> {
  const judged: (Answered & { question: Question })[] = [];
  for (const question of questions) judged.push({ question, ...(await answer(question.text)) });
  const of = (kind: Question['kind']) => judged.filter(({ question }) => question.kind === kind);
  const ranks = of('answerable').map(({ question, found }) =>
    found.findIndex((at) => passages[at]?.id === question.passage),
  );
  const within = (most: number) => mean(ranks.map((rank) => (rank >= 0 && rank < most ? 1 : 0)));
  const confident = (kind: Question['kind']) => of(kind).map(({ confidence }) => confidence);
  const figures = [
    within(1),
    within(5),
    mean(ranks.map((rank) => (rank < 0 ? 0 : 1 / (rank + 1)))),
    areaUnderCurve(confident('answerable'), confident('out_of_corpus')),
  ];
  return figures.map((figure) => figure.toFixed(3));
}

/** The share of pairs in which the one that should be surer is, halves for equal ones. */
export function areaUnderCurve(surer: readonly number[], less: readonly number[]): number {
  return mean(surer.map((a) => mean(less.map((b) => (a > b ? 1 : a === b ? 0.5 : 0)))));
}

async function benchStatements(folder: string): Promise<void> {
  const queries = records<Judged>(folder, 'statements', 'queries.jsonl');
  if (!queries) return;
  const loaded = await loadLibrary('seeds');
  if ('faults' in loaded) throw new Error('the seeds are faulty; see npm run check:seeds');
  const { library } = loaded;
  const plain = plainIndex(library.passages.map(({ id, text }) => ({ id, text })));
  const verdict = (relevant: Judged['relevant'], first: string | undefined) => {
    const right = first === undefined ? Object.keys(relevant).length === 0 : first in relevant;
    return `${first ?? 'nothing'} ${right ? '✓' : '✗'}`;
  };
  const rows: string[][] = [];
  for (const { kind, text, relevant } of queries) {
    const first = library.passages[Number(plain.search(text)[0]?.id ?? -1)]?.id;
    rows.push([text, verdict(relevant, first), verdict(relevant, await firstOf(library, text, kind))]);
  }
  print('\nStatements: what comes first');
  table([['', 'plain MiniSearch', 'Verbatim'], ...rows]);
}

async function firstOf(
  library: EmbeddedLibrary,
  text: string,
  kind: Judged['kind'],
): Promise<string | undefined> {
  const { hits } = await searchLeniently(library, text, { aim: kind === 'question' ? 'answer' : 'topic' });
  return hits[0]?.passage.id;
}

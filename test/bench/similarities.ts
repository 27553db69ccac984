import type { Embeddings } from '../../src/embeddings/embeddings.js';
import { searchLeniently } from '../../src/search/lenient.js';
import { records } from './data.js';
import { libraryOfPassages } from './made.js';
import { mean, print, table } from './measure.js';
import { areaUnderCurve, type Question, type Text } from './quality.js';

/** How much a cosine counts beside what is met of a question. */
const WEIGHTS = [0.5, 1, 2];

/** What is known of the answers to one question, by the passages' numbers. */
interface Compared {
  readonly question: Question;
  readonly similarities: readonly number[];
  /** What is met, of the passages that the search by words found. */
  readonly met: Map<number, number>;
}

/** Measures a model on the judged questions in `data`, alone and beside what words say. */
export async function benchSimilarities(data: string, embeddings: Embeddings): Promise<void> {
  const passages = records<Text>(data, 'questions', 'passages.jsonl');
  const questions = records<Question>(data, 'questions', 'questions.jsonl');
  if (!passages || !questions) return;
  let began = performance.now();
  await embeddings.prepare(passages);
  const ofPassage = (performance.now() - began) / passages.length;
  const compared: Compared[] = [];
  began = performance.now();
  for (const question of questions) {
    const similarities = (await embeddings.similarities(question.text, passages)) ?? [];
    compared.push({ question, similarities, met: new Map() });
  }
  const ofQuestion = (performance.now() - began) / questions.length;
  const library = await libraryOfPassages(passages.map(({ text }) => text));
  for (const one of compared) {
    const { hits } = await searchLeniently(library, one.question.text, { aim: 'answer', least: 0 });
    for (const hit of hits) one.met.set(Number(hit.passage.document.id), hit.met ?? 0);
  }
  report(passages, compared);
  print(
    `${ofPassage.toFixed(1)} ms a passage (0 where its vector was kept), ${ofQuestion.toFixed(1)} ms a question`,
  );
}

function report(passages: readonly Text[], compared: readonly Compared[]): void {
  const of = (kind: Question['kind']) => compared.filter(({ question }) => question.kind === kind);
  const ranks = of('answerable').map(({ question, similarities }) => {
    const right = similarities[passages.findIndex(({ id }) => id === question.passage)] ?? 0;
    return similarities.filter((similarity) => similarity > right).length;
  });
  const within = (most: number) => mean(ranks.map((rank) => (rank < most ? 1 : 0))).toFixed(3);
  const surer = (confidence: (one: Compared) => number) =>
    areaUnderCurve(of('answerable').map(confidence), of('out_of_corpus').map(confidence)).toFixed(3);
  const together = (weight: number) => (one: Compared) =>
    Math.max(0, ...[...one.met].map(([at, met]) => met + weight * (one.similarities[at] ?? 0)));
  print('\nQuestions by embeddings');
  table([
    ['', 'figure'],
    ['passage first, by the cosine alone', within(1)],
    ['among the first five', within(5)],
    ['mean reciprocal rank', mean(ranks.map((rank) => 1 / (rank + 1))).toFixed(3)],
    ['area under the ROC curve, by what is met', surer(together(0))],
    ['… by the cosine', surer(({ similarities }) => Math.max(0, ...similarities))],
    ...WEIGHTS.map((weight) => [`… by what is met and ${weight} of the cosine`, surer(together(weight))]),
  ]);
}

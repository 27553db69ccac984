import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { type Article, generatedArticles } from './articles.js';
import { scaleArticles } from './data.js';
import { withArticles } from './folder.js';
import { inputsFrom } from './inputs.js';
import { print } from './measure.js';
import { printAnswers, printReloads, printStart, type Run } from './speed-report.js';
import type { Measured, StartFigures, Task } from './speed-tasks.js';

/** What of the speed is measured. */
export interface SpeedOptions {
  /** Sizes of the corpus, in passages. */
  readonly sizes: readonly number[];
  readonly smoke: boolean;
  /** A folder of judged data to measure on as well. */
  readonly data?: string;
  /** True if the figures are appended to the history. */
  readonly record: boolean;
}

/** What users wait for, beside MiniSearch and FTS5 over the same passages: starts, reloads, and answers. */
export async function benchSpeed({ sizes, smoke, data, record }: SpeedOptions): Promise<void> {
  const books = data === undefined ? undefined : scaleArticles(data);
  for (const size of sizes) {
    await benchCorpus('generated', generatedArticles(size), smoke, record);
    if (books) await benchCorpus('books', firstOf(books, size), smoke, record);
  }
}

/** The first articles that have `passages` paragraphs together. */
function firstOf(articles: readonly Article[], passages: number): Article[] {
  let left = passages;
  const found: Article[] = [];
  for (const article of articles) {
    if (left <= 0) break;
    found.push({ ...article, paragraphs: article.paragraphs.slice(0, left) });
    left -= article.paragraphs.length;
  }
  return found;
}

async function benchCorpus(
  library: string,
  articles: readonly Article[],
  smoke: boolean,
  record: boolean,
): Promise<void> {
  const passages = articles.flatMap(({ paragraphs }) => paragraphs);
  // A tenth as many again to warm up with.
  const inputs = inputsFrom(passages, smoke ? 11 : 220);
  const topic = inputs.topics[2] ?? '';
  const again = smoke ? 0 : 2;
  await withArticles(articles, async (folder) => {
    const several = async (task: Task): Promise<Measured> => {
      const starts: StartFigures[] = [];
      let comparedFirst: number | undefined;
      for (let run = 0; run < again; run++) {
        const { start, comparedFirst: compared } = await inNewProcess({ ...task, inputs: undefined });
        if (start) starts.push(start);
        comparedFirst ??= compared;
      }
      const last = await inNewProcess(task);
      return { ...last, comparedFirst, start: last.start && middle([...starts, last.start]) };
    };
    const run: Run = {
      library,
      documents: articles.length,
      passages: passages.length,
      fts5: await inNewProcess({ kind: 'fts5', folder, inputs }),
      mini: await several({ kind: 'minisearch', folder, inputs }),
      // The last, since it changes the documents to reload them.
      ours: await several({ kind: 'verbatim', folder, topic, inputs }),
    };
    print(`\n${run.passages} ${library} passages in ${run.documents} documents, Node.js ${process.version}`);
    printStart(run, record);
    printReloads(run, record);
    printAnswers(run, record);
  });
}

/** The start that took neither the most nor the least processor time. */
function middle(starts: readonly StartFigures[]): StartFigures | undefined {
  return [...starts].sort((a, b) => a.cpu - b.cpu)[Math.floor(starts.length / 2)];
}

/** What a new process measures; it runs with the options of this one, `--expose-gc` among them. */
async function inNewProcess(task: Task): Promise<Measured> {
  const child = fork(fileURLToPath(new URL('./speed-process.js', import.meta.url)));
  const answered = once(child, 'message');
  const ended = once(child, 'exit').then(([code]) => {
    throw new Error(`The process that measured ${task.kind} ended with ${code}`);
  });
  child.send(task);
  const [measured] = await Promise.race([answered, ended]);
  await ended.catch(() => undefined);
  return measured as Measured;
}

import { readFileSync } from 'node:fs';
import { Document } from '../../src/corpus/document.js';
import type { Embeddings } from '../../src/embeddings/embeddings.js';
import type { EmbeddedLibrary } from '../../src/library/embedded-library.js';
import { searchLeniently } from '../../src/search/lenient.js';
import { libraryOfDocuments } from '../support/made.js';
import { records, type Story } from './data.js';
import { print, share, table } from './measure.js';

/** A question, or a topic, that somebody may have who has not read the articles. */
interface OutletQuestion {
  readonly id: string;
  readonly kind: 'question' | 'topic';
  readonly scope: 'in' | 'out';
  readonly text: string;
  /** The passages that answer it; none where it is out of scope. */
  readonly relevant: readonly string[];
}

/** As many letters of an article's id as tell it from all others. */
const ID_LENGTH = 8;

/** The passages found for each question. */
type Found = readonly { readonly question: OutletQuestion; readonly ids: readonly string[] }[];

/**
 * Measures the answers to `test/cases/outlet-questions.json` over the stories of several outlets in `folder`, with and
 * without a model. The questions were written from reading, in other words than the articles'.
 */
export async function benchOutletQuestions(folder: string, embeddings?: Embeddings): Promise<void> {
  const stories = records<Story>(folder, 'outlets', 'stories.jsonl');
  if (!stories) return;
  const questions = JSON.parse(
    readFileSync('test/cases/outlet-questions.json', 'utf8'),
  ) as readonly OutletQuestion[];
  const library = await libraryOfStories(stories);
  await embeddings?.prepare(library.passages);
  const columns = [
    await figuresOf(library, questions, undefined),
    ...(embeddings ? [await figuresOf(library, questions, embeddings)] : []),
  ];
  print(
    `\nQuestions and topics in other words, ${questions.length}, over ${library.passages.length} passages`,
  );
  table([
    ['', 'words', ...(embeddings ? ['with the model'] : [])],
    ...Object.keys(columns[0] ?? {}).map((name) => [name, ...columns.map((column) => column[name] ?? '')]),
  ]);
}

function libraryOfStories(stories: readonly Story[]): Promise<EmbeddedLibrary> {
  const documents = stories.flatMap(({ articles }) =>
    articles.map(({ id, title, outlet, published, paragraphs }) => {
      const text = paragraphs.join('\n\n');
      const source = { outlet, published, ...(title !== '' && { title }) };
      return Document.of(`${id.slice(0, ID_LENGTH)}.txt`, Buffer.from(text), text, source);
    }),
  );
  return libraryOfDocuments(documents.sort((a, b) => (a.file < b.file ? -1 : 1)));
}

async function figuresOf(
  { engine, analyses }: EmbeddedLibrary,
  questions: readonly OutletQuestion[],
  embeddings: Embeddings | undefined,
): Promise<Record<string, string>> {
  const find = async (least: number | undefined): Promise<Found> => {
    const found: { question: OutletQuestion; ids: string[] }[] = [];
    for (const question of questions) {
      const aim = question.kind === 'question' ? 'answer' : 'topic';
      const { hits } = await searchLeniently({ engine, analyses, embeddings }, question.text, { aim, least });
      found.push({ question, ids: hits.map(({ passage }) => passage.id) });
    }
    return found;
  };
  const [silent, never] = [await find(undefined), await find(0)];
  return {
    'in scope, right first': of(silent, 'in', isWithin(1)),
    '… within the first three': of(silent, 'in', isWithin(3)),
    '… refused': of(silent, 'in', ({ ids }) => ids.length === 0),
    'out of scope, answered': of(silent, 'out', ({ ids }) => ids.length > 0),
    'in scope and never silent, right first': of(never, 'in', isWithin(1)),
    '… within three': of(never, 'in', isWithin(3)),
  };
}

function of(found: Found, scope: OutletQuestion['scope'], holds: (one: Found[number]) => boolean): string {
  const asked = found.filter(({ question }) => question.scope === scope);
  return share(asked.filter(holds).length, asked.length);
}

function isWithin(most: number): (one: Found[number]) => boolean {
  return ({ question, ids }) => ids.slice(0, most).some((id) => question.relevant.includes(id));
}

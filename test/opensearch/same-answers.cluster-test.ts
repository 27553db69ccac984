import { expect, it } from 'vitest';
import { Analyses } from '../../src/corpus/analyses.js';
import { Document } from '../../src/corpus/document.js';
import { Library } from '../../src/library/library.js';
import { FoldedTexts } from '../../src/verify/folded-texts.js';
import { generatedArticles } from '../bench/articles.js';
import { questionsOn, sameness } from '../bench/same-answers.js';
import { libraryOfDocuments } from '../support/made.js';
import { clientOf, indexed } from './indexed.js';
import { sharedCluster } from './shared-cluster.js';

const { addresses } = sharedCluster();

/** Below it, the embedded engine looks at all candidates, and a difference in which are looked at would not show. */
const PASSAGES = 20_000;
/** `npm run bench -- --cluster` asks 500, in minutes. */
const QUESTIONS = 60;
/** Two libraries of so many passages are made first; a busy machine takes minutes over both. */
const TIMEOUT_MS = 600_000;

it('gives the answers of the embedded engine: verdicts all, and rankings but for their ends', {
  timeout: TIMEOUT_MS,
}, async () => {
  const articles = generatedArticles(PASSAGES);
  const documents = articles.map(({ id, paragraphs, ...source }) => {
    const text = paragraphs.join('\n\n');
    return Document.of(`${id}.txt`, Buffer.from(text), text, source);
  });
  const embedded = await libraryOfDocuments(documents);
  const archived = new Library({
    revision: embedded.revision,
    engine: await indexed(clientOf(addresses), documents),
    analyses: new Analyses(),
    texts: new FoldedTexts(),
  });
  const passages = articles.flatMap(({ paragraphs }) => paragraphs);
  const questions = await questionsOn(archived, passages, QUESTIONS);
  const { different, ...found } = await sameness(embedded, archived, questions);
  const said = different.join('\n');
  expect(found.asked).toBe(QUESTIONS);
  expect(found.verdicts, said).toBe(1);
  expect(found.overlap, said).toBeGreaterThanOrEqual(0.97);
  expect(found.first, said).toBeGreaterThanOrEqual(0.97);
  expect(found.silence, said).toBeGreaterThanOrEqual(0.99);
});

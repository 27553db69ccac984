import type { Corpus } from '../corpus/corpus.js';
import type { Document } from '../corpus/document.js';
import type { Passage } from '../corpus/passage.js';
import { type Reply, say } from '../reply/reply.js';
import { count } from '../text/count.js';
import { foldWord } from '../text/fold.js';

/** The most passages that one answer holds, over all its pages. */
export const MAX_PASSAGES = 50;

/** A passage that answers to a topic; `score` orders those of one answer. */
export interface FoundPassage {
  readonly passage: Passage;
  readonly score: number;
}

/** What a search found: the best passages, and how many there were of how many documents. */
export interface Found {
  readonly best: readonly FoundPassage[];
  readonly passages: number;
  readonly documents: number;
}

/** The passages of `corpus` on `topic`, best first, of one outlet where that is named. */
export function searchPassages(corpus: Corpus, topic: string, outlet?: string): Found {
  const { index, passages } = corpus;
  const where = outlet === undefined ? undefined : passagesFrom(corpus, outlet);
  const hits = index.search(topic, { where });
  const documents = new Set(hits.map((hit) => passages[hit.passage]?.document));
  const best = hits.slice(0, MAX_PASSAGES).flatMap(({ passage: number, score }) => {
    const passage = passages[number];
    return passage ? [{ passage, score }] : [];
  });
  return { best, passages: hits.length, documents: documents.size };
}

/** Whether a passage, by its number, is from what a member named as `outlet`. */
export function passagesFrom({ passages }: Corpus, outlet: string): (passage: number) => boolean {
  return (number) => isFrom(passages[number]?.document, outlet);
}

/** "7 passages in 2 documents", and where there are more than an answer holds, that it holds the best. */
export function describeFound({ best, passages, documents }: Found): string {
  const all = `${count(passages, 'passage')} in ${count(documents, 'document')}`;
  return best.length < passages ? `The best ${best.length} of ${all}` : all;
}

/**
 * Whether a document is from what a member named as `outlet`: the outlet as stated, or else the document's id,
 * since a document may state no outlet. Letter case and accents do not count.
 */
export function isFrom(document: Document | undefined, outlet: string): boolean {
  const named = foldWord(outlet);
  return (
    document !== undefined &&
    [document.source.outlet ?? '', document.id].some((name) => foldWord(name) === named)
  );
}

/** The reply to an outlet that the corpus does not have, or undefined where it has it. */
export function unknownOutlet(outlet: string, corpus: Corpus): Reply | undefined {
  if (corpus.documents.some((document) => isFrom(document, outlet))) return undefined;
  const known =
    corpus.outlets.length > 0
      ? `The outlets are: ${corpus.outlets.join(', ')}.`
      : `No document here states its outlet; name a document by its id instead, such as ${corpus.documents[0]?.id}.`;
  return say('invalid', `There is no outlet ${outlet} here. ${known}`);
}

import { Excerpt } from '../corpus/excerpt.js';
import type { Library } from '../library/library.js';
import { excerptsOf, type Quoted, quotedOf, type Reply } from './reply.js';

const sealed: unique symbol = Symbol('checked');

/** A reply whose every excerpt was held against the documents; surfaces render nothing else. */
export type SealedReply = Reply & { readonly [sealed]: true };

/** A reply that quotes what no document of the corpus says. It is a fault of ours and is never sent. */
export class UnfaithfulReplyError extends Error {
  override readonly name = 'UnfaithfulReplyError';
}

/**
 * The last check before a reply leaves: each excerpt is a stretch of a document that `corpus` holds, its text
 * is what the file's bytes say there, and its marks lie inside it, in order.
 * @throws UnfaithfulReplyError where one is not.
 */
export function seal(reply: Reply, library: Library): SealedReply {
  const problems = [
    ...excerptsOf(reply).map((excerpt) => excerptProblem(excerpt, library)),
    ...quotedOf(reply).map(marksProblem),
  ];
  const problem = problems.find((one) => one !== undefined);
  if (problem) throw new UnfaithfulReplyError(problem);
  return { ...reply, [sealed]: true };
}

function excerptProblem(excerpt: Excerpt, library: Library): string | undefined {
  if (!Excerpt.is(excerpt)) return 'an excerpt that was not cut from a document';
  const { document, start, end, text } = excerpt;
  if (!library.catalogue.holds(document))
    return `an excerpt of ${document.id}, which the corpus does not hold`;
  if (text.length === 0 || text !== document.original.read(start, end)) {
    return `an excerpt of ${document.id} whose text is not the file's at [${start}, ${end})`;
  }
  return undefined;
}

function marksProblem({ excerpt, marks = [] }: Quoted): string | undefined {
  let reached = excerpt.start;
  for (const mark of marks) {
    if (mark.start < reached || mark.end <= mark.start || mark.end > excerpt.end) {
      return `a mark [${mark.start}, ${mark.end}) outside of an excerpt of ${excerpt.document.id}, or out of order`;
    }
    reached = mark.end;
  }
  return undefined;
}

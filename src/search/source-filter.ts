import type { Document } from '../corpus/document.js';
import { foldWord } from '../text/fold.js';
import type { Filter } from './engine.js';

/** True if a document passes what a filter says of sources. */
export function isWanted(
  document: Document,
  { outlet, from, to }: Pick<Filter, 'outlet' | 'from' | 'to'>,
): boolean {
  const { published } = document.source;
  if (outlet !== undefined && !isFrom(document, outlet)) return false;
  if (from !== undefined && (published === undefined || published.slice(0, from.length) < from)) return false;
  return to === undefined || (published !== undefined && published.slice(0, to.length) <= to);
}

/**
 * True if a document is from what somebody named as `outlet`: the outlet as stated, or else the document's id,
 * since a document may state no outlet. Letter case and accents do not count.
 */
function isFrom({ source, id }: Document, outlet: string): boolean {
  const named = foldWord(outlet);
  return [source.outlet ?? '', id].some((name) => foldWord(name) === named);
}

import type { Document } from '../corpus/document.js';
import { isCertainlyIn, mayBeIn } from '../corpus/published.js';
import { foldWord } from '../text/fold.js';
import type { Filter } from './engine.js';

/** True if a document passes what a filter says of sources. */
export function isWanted(
  document: Document,
  { outlet, from, to }: Pick<Filter, 'outlet' | 'from' | 'to'>,
): boolean {
  const { published } = document.source;
  if (outlet !== undefined && !isFrom(document, outlet)) return false;
  if (from === undefined && to === undefined) return true;
  return published !== undefined && isCertainlyIn(published, { from, to });
}

/** True if a document is left out by the dates of a filter alone, though it may be of them: it states a month or a year. */
export function isVague(
  document: Document,
  { outlet, from, to }: Pick<Filter, 'outlet' | 'from' | 'to'>,
): boolean {
  const { published } = document.source;
  if (published === undefined || !isWanted(document, { outlet })) return false;
  return mayBeIn(published, { from, to }) && !isCertainlyIn(published, { from, to });
}

/**
 * True if a document is from what somebody named as `outlet`: the outlet as stated, or else the document's id,
 * since a document may state no outlet. Letter case and accents do not count.
 */
function isFrom({ source, id }: Document, outlet: string): boolean {
  const named = foldWord(outlet);
  return [source.outlet ?? '', id].some((name) => foldWord(name) === named);
}

import { messages } from '../messages/index.js';
import { type NameParts, natural } from './author-names.js';

/** So many names are a line's; of more the others are counted. */
const MAX_NAMED = 3;

/** Who wrote something, in one line, as names are said; undefined where nobody is stated. */
export function bylineOf(authors: readonly NameParts[]): string | undefined {
  if (authors.length === 0) return undefined;
  const names = authors.map(natural);
  if (names.length <= MAX_NAMED) return messages.citations.authors(names);
  const shown = MAX_NAMED - 1;
  return messages.citations.authorsAndOthers(names.slice(0, shown), names.length - shown);
}

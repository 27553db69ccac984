import type { Library } from '../library/library.js';
import { type Reply, say } from '../reply/reply.js';
import { isWanted } from '../search/source-filter.js';
import { words } from '../text/words.js';
import type { Filters } from './filters.js';
import { repeated } from './word-notes.js';

/** What is wrong with filters that no document can pass, as a reply; undefined where nothing is. */
export function refuseFilters({ outlet, from, to, speaker }: Filters, library: Library): Reply | undefined {
  if (from !== undefined && to !== undefined && from > to && !from.startsWith(to)) {
    return say('invalid', `The option from is later than to (${from}, ${to}); exchange them.`);
  }
  if (speaker !== undefined && words(speaker).length === 0) {
    return say('invalid', 'The option speaker is not a name; write one, such as the last name alone.');
  }
  return outlet === undefined ? undefined : unknownOutlet(outlet, library);
}

/** The reply to an outlet that the corpus does not have, or undefined where it has it. */
function unknownOutlet(outlet: string, library: Library): Reply | undefined {
  if (library.documents.some((document) => isWanted(document, { outlet }))) return undefined;
  const known =
    library.outlets.length > 0
      ? `The outlets are: ${library.outlets.join(', ')}.`
      : `No document here states its outlet; name a document by its id instead, such as ${library.documents[0]?.id}.`;
  return say('invalid', `There is no outlet ${repeated(outlet)} here. ${known}`);
}

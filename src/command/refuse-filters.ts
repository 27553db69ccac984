import type { Library } from '../library/library.js';
import { messages } from '../messages/index.js';
import { type Reply, say } from '../reply/reply.js';
import { isWanted } from '../search/source-filter.js';
import { words } from '../text/words.js';
import type { Filters } from './filters.js';
import { repeated } from './word-notes.js';

/** What is wrong with filters that no document can pass, as a reply; undefined where nothing is. */
export function refuseFilters({ outlet, from, to, speaker }: Filters, library: Library): Reply | undefined {
  if (from !== undefined && to !== undefined && from > to && !from.startsWith(to)) {
    return say('invalid', messages.values.fromAfterTo(from, to));
  }
  if (speaker !== undefined && words(speaker).length === 0) {
    return say('invalid', messages.values.notName);
  }
  return outlet === undefined ? undefined : unknownOutlet(outlet, library);
}

/** The reply to an outlet that the corpus does not have, or undefined where it has it. */
function unknownOutlet(outlet: string, library: Library): Reply | undefined {
  if (library.documents.some((document) => isWanted(document, { outlet }))) return undefined;
  const { outlets, documents } = library;
  const name = repeated(outlet);
  const problem =
    outlets.length > 0
      ? messages.values.unknownOutlet(name, outlets)
      : messages.values.noOutlets(name, documents[0]?.id);
  return say('invalid', problem);
}

import type { Library } from '../library/library.js';
import { messages } from '../messages/index.js';
import { type Reply, say } from '../reply/reply.js';
import { words } from '../text/words.js';
import type { Filters } from './filters.js';
import { repeated } from './word-notes.js';

/** As many outlets as anybody reads through are named where somebody names another. */
const OUTLETS_NAMED = 50;

/** What is wrong with filters that no document can pass, as a reply; undefined where nothing is. */
export async function refuseFilters(
  { outlet, from, to, speaker }: Filters,
  library: Library,
): Promise<Reply | undefined> {
  if (from !== undefined && to !== undefined && from > to && !from.startsWith(to)) {
    return say('invalid', messages.values.fromAfterTo(from, to));
  }
  if (speaker !== undefined && words(speaker).length === 0) {
    return say('invalid', messages.values.notName);
  }
  return outlet === undefined ? undefined : unknownOutlet(outlet, library);
}

/** The reply to an outlet that the corpus does not have, or undefined where it has it. */
async function unknownOutlet(outlet: string, { catalogue }: Library): Promise<Reply | undefined> {
  if ((await catalogue.count({ outlet })) > 0) return undefined;
  const outlets = await catalogue.outlets(OUTLETS_NAMED + 1);
  const name = repeated(outlet);
  if (outlets.length === 0) {
    const [first] = await catalogue.documents(0, 1);
    return say('invalid', messages.values.noOutlets(name, first?.id));
  }
  const isMore = outlets.length > OUTLETS_NAMED;
  return say('invalid', messages.values.unknownOutlet(name, outlets.slice(0, OUTLETS_NAMED), isMore));
}

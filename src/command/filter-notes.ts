import type { Library } from '../library/library.js';
import { messages } from '../messages/index.js';
import type { Filters } from './filters.js';

/** What was left out because it states no date, or one that may be outside. */
export async function filterNotes({ catalogue }: Library, { outlet, from, to }: Filters): Promise<string[]> {
  if (from === undefined && to === undefined) return [];
  const undated = await catalogue.countUndated(outlet);
  const vague = await catalogue.countVague({ outlet, from, to });
  return [
    ...(undated === 0 ? [] : [messages.search.undated(undated)]),
    ...(vague === 0 ? [] : [messages.sources.vague(vague)]),
  ];
}

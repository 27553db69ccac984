import { z } from 'zod';
import type { Filter } from '../search/engine.js';
import type { RawOptions } from './command.js';
import { fromOption, outletOption, saidOption, speakerOption, toOption } from './options.js';

/** What narrows the passages that are looked through, as options take it. */
export interface Filters {
  readonly outlet?: string | undefined;
  /** The first and the last day, month or year of publication, both included. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  /** Only where a speaker's own words match. */
  readonly said?: boolean | undefined;
  /** Only where this one, who is named next to a verb of saying, says what is searched for. */
  readonly speaker?: string | undefined;
}

/** What filters ask of passages, as an engine takes it; `read` is what is searched for. */
export function filterFor({ said, outlet, from, to, speaker }: Filters, read: string): Filter {
  return {
    outlet,
    from,
    to,
    ...(speaker !== undefined && { speaker, about: read }),
    ...(said && { said: read }),
  };
}

const filterOptions = z.object({
  outlet: outletOption,
  from: fromOption,
  to: toOption,
  said: saidOption,
  speaker: speakerOption,
});

/** The filters among the options given so far; undefined where one of them is none, so that nothing can be found. */
export function filtersGiven(given: RawOptions): Filters | undefined {
  // An option that was chosen and not filled in yet is not given.
  const filled = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== ''));
  return filterOptions.safeParse(filled).data;
}

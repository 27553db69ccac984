import type { Filter } from '../search/engine.js';

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

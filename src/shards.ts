/** Some of a bot's shards, the parts into which Discord divides its servers: `first` to `last`, counted from 0, of `of`. */
export interface Shards {
  readonly first: number;
  readonly last: number;
  readonly of: number;
}

/** Five digits: of 2,500 servers each, which is what Discord allows, so many shards have more servers than there are. */
const SHARDS = /^(\d{1,5})(?:-(\d{1,5}))?\/(\d{1,5})$/;

/** The shards that a text such as `0-15/64` or `3/64` names; undefined where it names none that can be. */
export function readShards(text: string): Shards | undefined {
  const [, first, last = first, of] = (SHARDS.exec(text.trim()) ?? []).map(
    (digits) => digits && Number(digits),
  );
  if (typeof first !== 'number' || typeof last !== 'number' || typeof of !== 'number') return undefined;
  return first <= last && last < of ? { first, last, of } : undefined;
}

/** Shards as `readShards` reads them. */
export function writeShards({ first, last, of }: Shards): string {
  return `${first === last ? first : `${first}-${last}`}/${of}`;
}

/** The numbers of the shards, in ascending order. */
export function shardIds({ first, last }: Shards): number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

/**
 * The shards in `parts` parts, neighbours together, of which none has more than one shard more than another.
 * Throws a RangeError where there are fewer shards than parts.
 */
export function divideShards(shards: Shards, parts: number): Shards[] {
  const ids = shardIds(shards);
  if (parts > ids.length) throw new RangeError(`${ids.length} shards are not ${parts} parts`);
  const start = (part: number) => shards.first + Math.floor((part * ids.length) / parts);
  return Array.from({ length: parts }, (_, part) => ({
    first: start(part),
    last: start(part + 1) - 1,
    of: shards.of,
  }));
}

/** The shards of the bot that are not among these. */
export function otherShards({ first, last, of }: Shards): Shards[] {
  return [
    { first: 0, last: first - 1, of },
    { first: last + 1, last: of - 1, of },
  ].filter((shards) => shards.first <= shards.last);
}

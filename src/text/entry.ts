/** An array of numbers of one size, such as a table of offsets. */
export interface NumberTable {
  readonly length: number;
  readonly [index: number]: number;
}

/**
 * The entry of a table at a place that it is known to have.
 * @throws RangeError where it has none, since a missing entry read as 0 would pass for a weight or an offset.
 */
export function entry(table: NumberTable, index: number): number {
  const found = table[index];
  if (found === undefined) throw new RangeError(`No entry ${index} in a table of ${table.length}`);
  return found;
}

/**
 * What stands at a place of a list that is known to have it.
 * @throws RangeError where it has not.
 */
export function itemAt<Item>(list: readonly Item[], at: number): Item {
  const item = list[at];
  if (item === undefined) throw new RangeError(`A list of ${list.length} has no place ${at}`);
  return item;
}

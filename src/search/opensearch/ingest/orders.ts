/** How far apart places in the order of a corpus are at first, so that others have room between them. */
const STEP = 1_024;

/**
 * A number for each of some files in their order, which only orders: those that are `known` keep theirs, as long as
 * these are in order themselves and leave room; otherwise all are numbered anew, and `kept` is false.
 */
export function ordersOf(
  files: readonly string[],
  known: ReadonlyMap<string, number>,
): { orders: number[]; kept: boolean } {
  const fresh = () => ({ orders: files.map((_, at) => (at + 1) * STEP), kept: false });
  if (known.size === 0) return fresh();
  const orders: number[] = [];
  let [before, waiting] = [0, 0];
  const place = (next: number): boolean => {
    const step = (next - before) / (waiting + 1);
    for (let at = 1; at <= waiting; at++) {
      const order = before + step * at;
      if (order <= (orders.at(-1) ?? 0) || order >= next) return false;
      orders.push(order);
    }
    waiting = 0;
    return true;
  };
  for (const file of files) {
    const own = known.get(file);
    if (own === undefined) {
      waiting++;
      continue;
    }
    if (own <= before || !place(own)) return fresh();
    orders.push(own);
    before = own;
  }
  return place(before + (waiting + 1) * STEP) ? { orders, kept: true } : fresh();
}

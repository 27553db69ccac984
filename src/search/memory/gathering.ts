/** Sums by slot, and which slots have one. Room for all slots is made once and used again. */
export class Gathering {
  readonly #sums: Float64Array;
  #touched: number[] = [];

  constructor(slots: number) {
    this.#sums = new Float64Array(slots);
  }

  /** Forgets all sums. */
  clear(): void {
    for (const slot of this.#touched) this.#sums[slot] = 0;
    this.#touched = [];
  }

  /** Adds `amount`, above 0, to a slot's sum. */
  add(slot: number, amount: number): void {
    const before = this.#sums[slot];
    if (before === undefined) throw new RangeError(`No slot ${slot} of ${this.#sums.length}`);
    if (before === 0) this.#touched.push(slot);
    this.#sums[slot] = before + amount;
  }

  /** Forgets the sums of slots for which `wanted` does not hold. */
  keep(wanted: (slot: number) => boolean): void {
    const kept: number[] = [];
    for (const slot of this.#touched) {
      if (wanted(slot)) kept.push(slot);
      else this.#sums[slot] = 0;
    }
    this.#touched = kept;
  }

  /** The slots that have a sum, in the order in which they were first given one. */
  get slots(): readonly number[] {
    return this.#touched;
  }

  sumOf(slot: number): number {
    const sum = this.#sums[slot];
    if (sum === undefined) throw new RangeError(`No slot ${slot} of ${this.#sums.length}`);
    return sum;
  }

  /** The `count` slots with the largest sums, the largest first and equal ones as `tie` orders them. */
  largest(count: number, tie: (a: number, b: number) => number): number[] {
    const order = (a: number, b: number) => this.sumOf(b) - this.sumOf(a) || tie(a, b);
    if (this.#touched.length <= count) return this.#touched.toSorted(order);
    // Twice as many as are wanted are collected before they are cut, so that few are ever sorted.
    let best: number[] = [];
    let worst: number | undefined;
    let least = 0;
    for (const slot of this.#touched) {
      const sum = this.sumOf(slot);
      // Most are told by their sums alone.
      if (worst !== undefined && (sum < least || (sum === least && tie(slot, worst) > 0))) continue;
      if (best.push(slot) < count * 2) continue;
      best = best.sort(order).slice(0, count);
      worst = best.at(-1);
      least = worst === undefined ? 0 : this.sumOf(worst);
    }
    return best.sort(order).slice(0, count);
  }
}

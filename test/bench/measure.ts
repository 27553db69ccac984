/** Milliseconds that each of `times` calls took, in rising order. */
export function timings(times: number, call: (index: number) => unknown): number[] {
  const taken: number[] = [];
  for (let index = 0; index < times; index++) {
    const began = performance.now();
    call(index);
    taken.push(performance.now() - began);
  }
  return taken.sort((a, b) => a - b);
}

/** The same of calls that take their time. */
export async function timingsOf(times: number, call: (index: number) => Promise<unknown>): Promise<number[]> {
  const taken: number[] = [];
  for (let index = 0; index < times; index++) {
    const began = performance.now();
    await call(index);
    taken.push(performance.now() - began);
  }
  return taken.sort((a, b) => a - b);
}

/** The middle of numbers in rising order. */
export function median(sorted: readonly number[]): number {
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** The number that a share of numbers in rising order is not above: 0.95 for the 95th percentile (nearest rank). */
export function percentile(sorted: readonly number[], share: number): number {
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

export function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
}

/** Bytes that the heap holds once all that can be collected is; needs `node --expose-gc`. */
export function heapUsed(): number {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed;
}

/** What a call gave, how long it took in milliseconds, and how many bytes the heap held more after it. */
export async function cost<T>(
  call: () => T | Promise<T>,
): Promise<{ value: T; took: number; bytes: number }> {
  const before = heapUsed();
  const began = performance.now();
  const value = await call();
  const took = performance.now() - began;
  return { value, took, bytes: heapUsed() - before };
}

/** What a call gave, and the processor time of this process that it took, in milliseconds. */
export async function processorTime<T>(call: () => T | Promise<T>): Promise<{ value: T; cpu: number }> {
  const before = process.cpuUsage();
  const value = await call();
  const { user, system } = process.cpuUsage(before);
  return { value, cpu: (user + system) / 1_000 };
}

/** Bytes that a process holds: on its heap and in buffers beside it, and in all of its memory. */
export interface Memory {
  readonly heap: number;
  readonly rss: number;
}

/** What this process holds now. */
export function memoryNow(): Memory {
  const { heapUsed: used, external, rss } = process.memoryUsage();
  return { heap: used + external, rss };
}

/** What this process holds once all that can be collected is; needs `node --expose-gc`. */
export function memoryHeld(): Memory {
  globalThis.gc?.();
  return memoryNow();
}

/** What is held now beyond what was held before. */
export function memoryGrown(now: Memory, before: Memory): Memory {
  return { heap: now.heap - before.heap, rss: now.rss - before.rss };
}

/** Prints rows as columns, the first row as their heads. */
export function table(rows: readonly (readonly string[])[]): void {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  for (const row of rows) {
    print(
      row
        .map((cell, column) =>
          column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
        )
        .join('  '),
    );
  }
}

export function print(line = ''): void {
  process.stdout.write(`${line}\n`);
}

/** `ours` as a multiple of `theirs`, for a table. */
export function ratio(ours: number, theirs: number): string {
  return `${(ours / theirs).toFixed(2)} ×`;
}

export function milliseconds(value: number): string {
  return `${value.toFixed(value < 10 ? 3 : 0)} ms`;
}

export function mebibytes(bytes: number): string {
  return `${(bytes / 1024 / 1024).toFixed(1)} MiB`;
}

/** A part of a whole, with its percentage. */
export function share(part: number, all: number): string {
  return `${part} of ${all} (${((part / all) * 100).toFixed(1)} %)`;
}

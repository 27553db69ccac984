import { entry } from '../text/entry.js';

/**
 * The direction of a text among all texts, a byte for each dimension: the numbers that the model gives, by 127 steps
 * up to the largest of them. Rounded so, a cosine is off by less than 0.005 (`test/embeddings/vector.test.ts`), and
 * a vector takes a quarter.
 */
export interface Vector {
  /** What one step stands for. */
  readonly scale: number;
  readonly steps: Int8Array;
}

/** The steps from nothing to the largest number: as many as a signed byte has. */
const STEPS = 127;

/** The same direction with length 1; nothing stays nothing. */
export function normalised(values: Float32Array): Float32Array {
  let squares = 0;
  for (const value of values) squares += value * value;
  const length = Math.sqrt(squares);
  return length === 0 ? values : values.map((value) => value / length);
}

/** `values` rounded to steps. */
export function toVector(values: Float32Array): Vector {
  let largest = 0;
  for (const value of values) largest = Math.max(largest, Math.abs(value));
  const scale = Math.fround(largest / STEPS);
  return { scale, steps: Int8Array.from(values, (value) => (scale === 0 ? 0 : Math.round(value / scale))) };
}

/** The cosine of a direction of length 1 and a vector, -1 to 1, for the same number of dimensions. */
export function cosine(direction: Float32Array, { scale, steps }: Vector): number {
  let sum = 0;
  for (let at = 0; at < steps.length; at++) sum += (direction[at] ?? 0) * entry(steps, at);
  return Math.max(-1, Math.min(1, sum * scale));
}

/** The fewest syllables that each part of a compound has: with one, 사다리 (a ladder) would be a 다리 (a bridge). */
const LEAST = 2;
const HANGUL = /^[\uAC00-\uD7A3]+$/;

/**
 * Nouns of Hangul that others are made of without a blank between them: 시장 (a mayor) of 서울시장 (the mayor of Seoul).
 * Where such a word has two parts is not known, so that each of its ends is one, if there is enough beside it.
 */
export class Compounds {
  /** The numbers of keys that may be compounds, by how they begin and by how they end. */
  readonly #byBeginning = new Map<string, number[]>();
  readonly #byEnd = new Map<string, number[]>();
  readonly #keys = new Map<number, string>();

  /** Enters a key that may be a compound, once. */
  add(key: string, number: number): void {
    if (key.length < LEAST * 2 || !HANGUL.test(key)) return;
    this.#keys.set(number, key);
    enter(this.#byBeginning, key.slice(0, LEAST), number);
    enter(this.#byEnd, key.slice(-LEAST), number);
  }

  /** The numbers of the compounds that begin or end with `key`, in the order in which they were entered. */
  of(key: string): number[] {
    if (key.length < LEAST || !HANGUL.test(key)) return [];
    const fits = (number: number, is: 'startsWith' | 'endsWith') => {
      const compound = this.#keys.get(number) ?? '';
      return compound.length >= key.length + LEAST && compound[is](key);
    };
    const found = new Set([
      ...(this.#byBeginning.get(key.slice(0, LEAST)) ?? []).filter((number) => fits(number, 'startsWith')),
      ...(this.#byEnd.get(key.slice(-LEAST)) ?? []).filter((number) => fits(number, 'endsWith')),
    ]);
    return [...found].sort((a, b) => a - b);
  }
}

function enter(numbers: Map<string, number[]>, part: string, number: number): void {
  const list = numbers.get(part);
  if (list) list.push(number);
  else numbers.set(part, [number]);
}

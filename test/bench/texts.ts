/** A source of random numbers in [0, 1) that gives the same ones for the same seed (mulberry32, T. Ettinger). */
export function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** `count` passages of about 55 words whose frequencies fall as those of a language do (Zipf). */
export function generatedPassages(count: number): string[] {
  const random = seededRandom(1);
  const word = () => `w${Math.floor(20_000 ** random()).toString(36)}`;
  return Array.from({ length: count }, () => {
    const length = 20 + Math.floor(random() * 70);
    return `${Array.from({ length }, word).join(' ')}.`;
  });
}

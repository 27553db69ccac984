import type { Pace } from '../text/pace.js';
import { words } from '../text/words.js';
import { Vocabulary } from './vocabulary.js';

/** Work between two looks at the clock, in steps of a few nanoseconds. */
const STEPS_BETWEEN_PACES = 50_000;

/**
 * Which passages have which keys: for each passage the keys of its words in order, and for each key the
 * passages that have it. Both are runs in one array of numbers, which is small and quick to walk.
 */
export class TermTable {
  private constructor(
    readonly vocabulary: Vocabulary,
    /** The keys of all words of all passages, one passage after another. */
    private readonly keys: Uint32Array,
    /** Where each passage begins in `keys`, and where the last one ends. */
    private readonly passageStarts: Uint32Array,
    /** The passages that have a key, in rising order, one key after another. */
    private readonly passages: Uint32Array,
    /** Where each key begins in `passages`, and where the last one ends. */
    private readonly keyStarts: Uint32Array,
  ) {}

  /** Reads `passages`, numbered from 0. */
  static async build(passages: readonly { readonly text: string }[], pace: Pace): Promise<TermTable> {
    const vocabulary = new Vocabulary();
    const passageStarts = new Uint32Array(passages.length + 1);
    const keys: number[] = [];
    for (const [number, { text }] of passages.entries()) {
      for (const word of words(text)) keys.push(vocabulary.enter(word.text).key);
      passageStarts[number + 1] = keys.length;
      await pace();
    }
    const flat = Uint32Array.from(keys);
    const inverted = await invert(flat, passageStarts, vocabulary.size, pace);
    return new TermTable(vocabulary, flat, passageStarts, inverted.passages, inverted.keyStarts);
  }

  /** How many passages there are. */
  get size(): number {
    return this.passageStarts.length - 1;
  }

  /** The keys of a passage's words, in order. */
  keysOf(passage: number): Uint32Array {
    return this.keys.subarray(this.passageStarts[passage], this.passageStarts[passage + 1]);
  }

  /** The passages that have a key, in rising order. */
  passagesWith(key: number): Uint32Array {
    return this.passages.subarray(this.keyStarts[key], this.keyStarts[key + 1]);
  }

  /** How much a key says, above 0: the idf of BM25, which is highest for a key (undefined) that no passage has. */
  weight(key: number | undefined): number {
    const having = key === undefined ? 0 : this.passagesWith(key).length;
    return Math.log(1 + (this.size - having + 0.5) / (having + 0.5));
  }
}

/** Turns keys by passage into passages by key. */
async function invert(
  keys: Uint32Array,
  passageStarts: Uint32Array,
  keyCount: number,
  pace: Pace,
): Promise<{ passages: Uint32Array; keyStarts: Uint32Array }> {
  const lastSeen = new Int32Array(keyCount).fill(-1);
  const keyStarts = new Uint32Array(keyCount + 1);
  const eachOnce = async (visit: (key: number, passage: number) => void) => {
    lastSeen.fill(-1);
    let steps = 0;
    for (let passage = 0; passage + 1 < passageStarts.length; passage++) {
      const end = passageStarts[passage + 1] ?? 0;
      for (let at = passageStarts[passage] ?? 0; at < end; at++) {
        const key = keys[at] ?? 0;
        if (lastSeen[key] === passage) continue;
        lastSeen[key] = passage;
        visit(key, passage);
      }
      steps += end - (passageStarts[passage] ?? 0);
      if (steps < STEPS_BETWEEN_PACES) continue;
      steps = 0;
      await pace();
    }
  };
  await eachOnce((key) => {
    keyStarts[key + 1] = (keyStarts[key + 1] ?? 0) + 1;
  });
  for (let key = 0; key < keyCount; key++) {
    keyStarts[key + 1] = (keyStarts[key + 1] ?? 0) + (keyStarts[key] ?? 0);
  }
  const next = keyStarts.slice();
  const passages = new Uint32Array(keyStarts[keyCount] ?? 0);
  await eachOnce((key, passage) => {
    const at = next[key] ?? 0;
    passages[at] = passage;
    next[key] = at + 1;
  });
  return { passages, keyStarts };
}

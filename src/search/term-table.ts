import { languageOf } from '../languages/index.js';
import type { Pace } from '../text/pace.js';
import { words } from '../text/words.js';
import { Vocabulary } from './vocabulary.js';

/** Work between two looks at the clock, in steps of a few nanoseconds. */
const STEPS_BETWEEN_PACES = 50_000;

/** What a table is built from. */
export interface TablePassage {
  readonly text: string;
  /** The language tag that the passage's source states. */
  readonly language?: string | undefined;
}

/**
 * Which passages have which words: for each passage its words and their keys in order, and for each key the
 * passages that have it. All are runs in arrays of numbers, which are small and quick to walk.
 */
export class TermTable {
  private constructor(
    readonly vocabulary: Vocabulary,
    /** The keys of all words of all passages, one passage after another. */
    private readonly keys: Uint32Array,
    /** The folded words themselves, in the same order. */
    private readonly words: Uint32Array,
    /** How many words of each passage are more than function words. */
    private readonly tellingLengths: Uint32Array,
    /** Where each passage begins in `keys`, and where the last one ends. */
    private readonly passageStarts: Uint32Array,
    /** The passages that have a key, in rising order, one key after another. */
    private readonly passages: Uint32Array,
    /** Where each key begins in `passages`, and where the last one ends. */
    private readonly keyStarts: Uint32Array,
  ) {}

  /** Reads `passages`, numbered from 0. */
  static async build(passages: readonly TablePassage[], pace: Pace): Promise<TermTable> {
    const vocabulary = new Vocabulary();
    const passageStarts = new Uint32Array(passages.length + 1);
    const tellingLengths = new Uint32Array(passages.length);
    let [keys, wordNumbers] = [new Uint32Array(1024), new Uint32Array(1024)];
    let size = 0;
    for (const [number, { text, language }] of passages.entries()) {
      const list = words(text);
      if (size + list.length > keys.length) {
        const room = Math.max(size + list.length, Math.ceil(keys.length * 1.5));
        [keys, wordNumbers] = [grown(keys, room), grown(wordNumbers, room)];
      }
      const read = languageOf(language);
      for (const word of list) {
        const form = vocabulary.enter(word.text, read);
        if (!form.common) tellingLengths[number] = (tellingLengths[number] ?? 0) + 1;
        keys[size] = form.key;
        wordNumbers[size++] = form.word;
      }
      passageStarts[number + 1] = size;
      await pace();
    }
    [keys, wordNumbers] = [keys.slice(0, size), wordNumbers.slice(0, size)];
    const inverted = await invert(keys, passageStarts, vocabulary.size, pace);
    return new TermTable(
      vocabulary,
      keys,
      wordNumbers,
      tellingLengths,
      passageStarts,
      inverted.passages,
      inverted.keyStarts,
    );
  }

  /** How many passages there are. */
  get size(): number {
    return this.passageStarts.length - 1;
  }

  /** The keys of a passage's words, in order. */
  keysOf(passage: number): Uint32Array {
    return this.keys.subarray(this.passageStarts[passage], this.passageStarts[passage + 1]);
  }

  /** The passage's words, in order, by their numbers in the vocabulary. */
  wordsOf(passage: number): Uint32Array {
    return this.words.subarray(this.passageStarts[passage], this.passageStarts[passage + 1]);
  }

  /** How many of a passage's words are more than function words. */
  lengthOf(passage: number): number {
    return this.tellingLengths[passage] ?? 0;
  }

  /** The passages that have a key, in rising order. */
  passagesWith(key: number): Uint32Array {
    return this.passages.subarray(this.keyStarts[key], this.keyStarts[key + 1]);
  }

  /** How much a word says, whatever its form: the weight of the rarest key that it may have. */
  weightOf(word: string): number {
    const keys = this.vocabulary.keysFor(word);
    return keys.length === 0 ? this.weight(undefined) : Math.max(...keys.map((key) => this.weight(key)));
  }

  /** How much a key says, above 0: the idf of BM25, which is highest for a key (undefined) that no passage has. */
  weight(key: number | undefined): number {
    const having = key === undefined ? 0 : this.passagesWith(key).length;
    return Math.log(1 + (this.size - having + 0.5) / (having + 0.5));
  }
}

function grown(array: Uint32Array, room: number): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(room);
  larger.set(array);
  return larger;
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

import type { Passage } from '../../corpus/passage.js';
import { languageOf } from '../../languages/index.js';
import { wordsAsWritten } from '../../languages/terms.js';
import type { PassageWords } from '../engine.js';
import type { Lexicon } from '../lexicon.js';

/** Reads passages as numbers of a lexicon; what was read is kept as long as the passage. */
export class PassageReader {
  readonly #read = new WeakMap<Passage, PassageWords>();

  constructor(private readonly lexicon: Lexicon) {}

  /** The words of a passage. */
  read(passage: Passage): PassageWords {
    const known = this.#read.get(passage);
    if (known) return known;
    const { lexicon } = this;
    const language = languageOf(passage.language);
    const list = wordsAsWritten(passage.text);
    const [forms, keys] = [new Uint32Array(list.length), new Uint32Array(list.length)];
    let length = 0;
    for (const [at, { text }] of list.entries()) {
      const form = lexicon.enter(text, language);
      const key = lexicon.keyOf(form);
      forms[at] = form;
      keys[at] = key;
      if (!lexicon.isCommonKey(key)) length++;
    }
    const read = { forms, keys, length };
    this.#read.set(passage, read);
    return read;
  }

  /** The keys of a passage, and of the one before and after it in its document, in order. */
  *keysAround({ document, number }: Passage): Generator<number> {
    for (const one of document.passages.slice(Math.max(0, number - 2), number + 1))
      yield* this.read(one).keys;
  }

  /** The forms of a passage and the first `more` of those that follow it in its document. */
  formsFrom(passage: Passage, more: number): Uint32Array {
    const found = [...this.read(passage).forms];
    const most = found.length + more;
    const { passages } = passage.document;
    for (let next = passage.number; next < passages.length && found.length < most; next++) {
      const following = passages[next];
      if (following) found.push(...this.read(following).forms.subarray(0, most - found.length));
    }
    return Uint32Array.from(found);
  }
}

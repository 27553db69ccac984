import { createPace } from '../text/pace.js';
import { Thread } from '../threads/thread.js';
import type { Document } from './document.js';
import { countsOf, type SpeakerCount } from './speaker-counts.js';
import { turnOf } from './turn.js';

/** How much text goes to the thread at once, in UTF-16 code units: copied within a millisecond, and read within a tenth of a second. */
const PORTION = 100_000;

/** The thread's compiled module, which stands beside this one. `vitest.config.ts` says how tests find it. */
const MODULE = new URL('./speakers-worker.js', import.meta.url);

/** Passages of one document that stand one after another. */
interface Stretch {
  readonly document: Document;
  readonly passages: string[];
  /** True if the document ends with it. */
  readonly last: boolean;
}

/**
 * Who is said to say something in some documents. It is read in a thread of its own once somebody asks, which takes
 * seconds for a hundred thousand passages, and kept by document.
 */
export class Speakers {
  /** By the documents' SHA-256. */
  readonly #counts = new Map<string, readonly SpeakerCount[]>();
  #names: readonly SpeakerCount[] = [];
  #reading: Promise<void> | undefined;

  /** What `previous` knows of the same documents is taken from it; where it was asked, this one is read at once. */
  constructor(
    private readonly documents: readonly Document[],
    previous?: Speakers,
    private readonly module: URL = MODULE,
  ) {
    if (!previous) return;
    for (const { sha256 } of documents) {
      const known = previous.#counts.get(sha256);
      if (known) this.#counts.set(sha256, known);
    }
    if (previous.#reading) this.#readInBackground();
  }

  /** Names with their counts in all documents, the most frequent first; none until all are read, which this begins. */
  names(): readonly SpeakerCount[] {
    this.#readInBackground();
    return this.#names;
  }

  /**
   * Reads the documents that are not known yet; once, however often it is called. It does not keep the process
   * alive. Rejects where the thread breaks: then there are no names.
   */
  read(): Promise<void> {
    this.#reading ??= this.#read();
    return this.#reading;
  }

  /** Only suggestions need the names, so nobody waits for them, and nobody could do anything about a failure. */
  #readInBackground(): void {
    if (this.#reading) return;
    this.read().catch((error: unknown) =>
      process.emitWarning(`No names of speakers are suggested, since reading them failed: ${String(error)}`),
    );
  }

  async #read(): Promise<void> {
    const thread = new Thread<string[][], SpeakerCount[][]>(this.module, { background: true });
    let soFar: SpeakerCount[] = [];
    try {
      for (const portion of portionsOf(this.#unread())) {
        const found = await thread.call(portion.map(({ passages }) => passages));
        for (const [at, { document, last }] of portion.entries()) {
          soFar.push(...(found[at] ?? []));
          if (!last) continue;
          this.#counts.set(document.sha256, withTurns(soFar, document));
          soFar = [];
        }
      }
    } finally {
      await thread.close();
    }
    this.#names = await this.#inAll();
  }

  *#unread(): Generator<Document> {
    for (const document of this.documents) if (!this.#counts.has(document.sha256)) yield document;
  }

  /** The names of all documents together. */
  async #inAll(): Promise<readonly SpeakerCount[]> {
    const pace = createPace({ background: true });
    const all = new Map<string, SpeakerCount>();
    for (const { sha256 } of this.documents) {
      for (const { name, folded, count } of this.#counts.get(sha256) ?? []) {
        const known = all.get(folded);
        all.set(folded, { name: known?.name ?? name, folded, count: (known?.count ?? 0) + count });
      }
      await pace();
    }
    return [...all.values()].sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1));
  }
}

/** Names with those that begin turns of a transcript, of which the thread knows none but those in capitals. */
function withTurns(names: readonly SpeakerCount[], { passages, hasTurns, text }: Document): SpeakerCount[] {
  if (!hasTurns) return [...names];
  const known = new Set(names.map(({ folded }) => folded));
  const turns = passages.flatMap((passage) => {
    const { speaker, saidFrom } = turnOf(passage) ?? {};
    return speaker && saidFrom !== passage.start ? [text.slice(speaker.start, speaker.end)] : [];
  });
  return [...names, ...countsOf(turns).filter(({ folded }) => !known.has(folded))];
}

/** The passages of some documents in stretches, and these in portions of about `PORTION`. */
function* portionsOf(documents: Iterable<Document>): Generator<Stretch[]> {
  let [portion, size]: [Stretch[], number] = [[], 0];
  for (const document of documents) {
    let passages: string[] = [];
    for (const { text } of document.passages) {
      passages.push(text);
      size += text.length;
      if (size < PORTION) continue;
      yield [...portion, { document, passages, last: false }];
      [portion, size, passages] = [[], 0, []];
    }
    portion.push({ document, passages, last: true });
  }
  if (portion.length > 0) yield portion;
}

import type { Passage } from '../corpus/passage.js';
import type { Engine, Resemblance } from '../search/engine.js';
import { MIN_ROWS } from '../search/printed-rows.js';
import type { Pace } from '../text/pace.js';
import { quotedWords } from './quotation-ties.js';
import { mayTellSameStory, tellSameStory } from './same-story.js';
import { type Part, type Tellings, withoutCopies } from './tellings.js';
import type { Told } from './told.js';
import { compareTellings, type Pairing } from './two-tellings.js';

/** What a walk goes through. */
export interface Ground {
  partOf(passage: Passage): Part;
  partsOf(document: Passage['document']): readonly Part[];
  toldOf(part: Part, pace: Pace): Promise<Told>;
}

/** How many passages are looked at closely for each one, whatever the size of the corpus. */
const ALIKE_LOOKS = 16;
/** How many where all of these are much alike: a piece of an agency that very many outlets print. */
const CROWD = 128;
/** From this likeness on a passage is looked at whatever else its document has. */
const MUCH_ALIKE = 0.55;
/** How many passages that have words of a passage's quotations are read. */
const PRINTINGS = 64;
/** So many passages are looked around for at once by an engine on another machine, which answers many as soon as one. */
const ASKED_AT_ONCE = 16;
/** What it leads on that a passage prints the same words, beside a likeness. */
const PRINTED = 0.5;
/** How many pairs of a story's documents are compared that nothing led to: of twenty documents any two. */
const MAX_PAIRS = 190;
/** How many documents are compared with each of a story, besides those with a passage much alike: those most like it, */
const COMPARED = 16;
/** as long as they have no more passages than this in all. */
const COMPARED_PASSAGES = 800;

/** Two parts, compared. */
interface Compared {
  readonly pairing: Pairing;
  readonly areTied: boolean;
}

/** The passages most like one, and those that have words of its quotations. */
interface Around {
  readonly passage: Passage;
  readonly alike: readonly Resemblance[];
  readonly printing: readonly Passage[];
}

/**
 * Follows a story from document to document. The engine leads to documents that may tell the same, and comparing the
 * two decides, so that what else is loaded changes nothing. Those that are surest come first, so that what is cut is
 * the least close.
 */
export class Walk {
  readonly #members = new Set<Part>();
  /** What is still to be looked at, and how sure it is. */
  readonly #waiting = new Map<Part, number>();
  readonly #compared = new Map<Part, Map<Part, Compared>>();
  /** Headings, and lines that outlets put below everything. */
  readonly #lines = new Set<Passage>();
  /** The passages that are like so many others, or whose quotations so many print, that these were not followed. */
  readonly crowded = new Set<Passage>();
  /** Parts that print what a passage quotes, and were not compared with its own, since others are closer. */
  readonly #unlooked: (readonly [Passage, Part])[] = [];

  constructor(
    private readonly ground: Ground,
    private readonly engine: Engine,
    private readonly pace: Pace,
  ) {}

  /** The parts that tell the story of `start`, up to so many passages; `isCut` where there are more. */
  async from(start: Part, most: number): Promise<{ members: Part[]; isCut: boolean }> {
    let [next, passages]: [Part | undefined, number] = [start, 0];
    while (next) {
      passages += next.passages.length;
      if (passages > most && next !== start) return { members: [...this.#members], isCut: true };
      this.#members.add(next);
      this.#waiting.delete(next);
      await this.#look(next);
      next = this.#surest();
    }
    for (const [passage, other] of this.#unlooked) if (!this.#members.has(other)) this.crowded.add(passage);
    return { members: [...this.#members], isCut: false };
  }

  /** The parts of a story as tellings of it, each two compared. */
  async tellings(parts: readonly Part[], isCut: boolean): Promise<Tellings> {
    const read = [];
    for (const part of parts) read.push({ part, told: await this.ground.toldOf(part, this.pace) });
    const originals = withoutCopies(read);
    const compared: (Compared | undefined)[][] = [];
    let left = MAX_PAIRS;
    for (const [second, { part }] of originals.entries()) {
      const row: (Compared | undefined)[] = [];
      for (const { part: first } of originals.slice(0, second)) {
        const known = this.#compared.get(first)?.get(part);
        const isOther = first.document !== part.document;
        row.push(known ?? (isOther && left-- > 0 ? await this.#compare(first, part) : undefined));
      }
      compared.push(row);
    }
    return {
      tellings: originals.map(({ part, told, copies }) => {
        const isWhole = this.ground.partsOf(part.document).length === 1;
        return { document: part.document, told, isWhole, copies };
      }),
      pairing: (first, second) => compared[second]?.[first]?.pairing,
      areTied: (first, second) => compared[second]?.[first]?.areTied ?? false,
      isCut,
    };
  }

  #surest(): Part | undefined {
    const [first] = [...this.#waiting].sort(([x, a], [y, b]) => b - a || x.order - y.order);
    return first?.[0];
  }

  /** Compares a part with those that may tell the same story. */
  async #look(part: Part): Promise<void> {
    for (const other of await this.#candidates(part)) {
      if (this.#members.has(other)) continue;
      const [first, second] = inOrder(part, other);
      const [a, b] = [
        await this.ground.toldOf(first, this.pace),
        await this.ground.toldOf(second, this.pace),
      ];
      if (!mayTellSameStory(a, b)) continue;
      const { pairing, areTied } = await this.#compare(first, second);
      if (!areTied) continue;
      const sureness = pairing.ties.length + pairing.strongest;
      this.#waiting.set(other, (this.#waiting.get(other) ?? 0) + sureness);
    }
  }

  async #compare(first: Part, second: Part): Promise<Compared> {
    const known = this.#compared.get(first)?.get(second);
    if (known) return known;
    const [a, b] = [await this.ground.toldOf(first, this.pace), await this.ground.toldOf(second, this.pace)];
    const pairing = await compareTellings(a, b, this.pace, this.#lines);
    const compared = {
      pairing,
      areTied: tellSameStory([first.document, a], [second.document, b], pairing),
    };
    const row = this.#compared.get(first) ?? new Map<Part, Compared>();
    this.#compared.set(first, row.set(second, compared));
    return compared;
  }

  /** The parts that have most in common with one, the closest first. */
  async #candidates(part: Part): Promise<Part[]> {
    const closeness = new Map<Part, number>();
    const sure = new Set<Part>();
    const printed: (readonly [Passage, Part])[] = [];
    const lead = (passage: Passage, likeness: number) => {
      const other = this.ground.partOf(passage);
      closeness.set(other, (closeness.get(other) ?? 0) + likeness);
      return other;
    };
    const atOnce = this.engine.isRemote ? ASKED_AT_ONCE : 1;
    for (let at = 0; at < part.passages.length; at += atOnce) {
      const some = part.passages.slice(at, at + atOnce);
      for (const { passage, alike, printing } of await Promise.all(some.map((one) => this.#around(one)))) {
        for (const one of alike) {
          const other = lead(one.passage, one.likeness);
          if (one.likeness >= MUCH_ALIKE) sure.add(other);
        }
        for (const other of printing) printed.push([passage, lead(other, PRINTED)]);
      }
      await this.pace();
    }
    const ordered = [...closeness].sort(([x, a], [y, b]) => b - a || x.order - y.order).map(([one]) => one);
    let passages = 0;
    const closest = ordered.filter((one, at) => {
      passages += one.passages.length;
      return sure.has(one) || (at < COMPARED && passages <= COMPARED_PASSAGES);
    });
    const looked = new Set(closest);
    this.#unlooked.push(...printed.filter(([, other]) => !looked.has(other)));
    return closest;
  }

  /** The passages most like one, and those that have words of its quotations. */
  async #around(passage: Passage): Promise<Around> {
    const quoted = quotedWords(passage.text);
    const [alike, printings] = await Promise.all([
      this.#alike(passage),
      quoted.length > 0 ? this.engine.printing(passage, quoted, PRINTINGS) : undefined,
    ]);
    const { passages = [], sayings = [] } = printings ?? {};
    if (passages.length === 0 && sayings.length >= MIN_ROWS) this.crowded.add(passage);
    return { passage, alike, printing: passages };
  }

  /** The passages most like one; none for a heading, or a line that outlets put below everything. */
  async #alike(passage: Passage): Promise<readonly Resemblance[]> {
    const isCrowd = (found: readonly Resemblance[]) => (found.at(-1)?.likeness ?? 0) >= MUCH_ALIKE;
    const found = await this.engine.alike(passage, ALIKE_LOOKS);
    if (found.length < ALIKE_LOOKS || !isCrowd(found)) return found;
    const crowd = await this.engine.alike(passage, CROWD);
    if (crowd.length < CROWD || !isCrowd(crowd)) return crowd;
    this.#lines.add(passage);
    this.crowded.add(passage);
    return [];
  }
}

function inOrder(one: Part, other: Part): [Part, Part] {
  return one.order <= other.order ? [one, other] : [other, one];
}

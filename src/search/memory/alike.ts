import { lastNotAfter } from '../../text/offsets.js';
import type { Resemblance } from '../engine.js';
import type { Gathering } from './gathering.js';
import type { SegmentedIndex } from './segmented-index.js';

/** How many passages are looked at closely for each one, whatever the size of the corpus. */
const CLOSE_LOOKS = 16;
/** How many places of one key, and of all keys, are visited for one passage. */
const PLACES_OF_A_KEY = 256;
const PLACES = 1_536;

/** A telling key of a passage, and how much it says. */
interface Telling {
  readonly key: number;
  readonly weight: number;
}

/**
 * The passages of other documents most like the one in `slot`, the most alike first: the cosine of the weights of
 * their words, function words left out, so that rare words count most. The work does not grow with the corpus but
 * for words that very many passages have.
 */
export function alikePassages(index: SegmentedIndex, slot: number, gathering: Gathering): Resemblance[] {
  const own = tellingKeys(index, slot);
  const squares = new Map(own.map(({ key, weight }) => [key, weight ** 2]));
  const length = lengthOf(own);
  return candidatesFor(index, slot, own, gathering)
    .map((other) => {
      const keys = tellingKeys(index, other);
      const product = keys.reduce((sum, { key }) => sum + (squares.get(key) ?? 0), 0);
      return { slot: other, likeness: product === 0 ? 0 : product / (length * lengthOf(keys)) };
    })
    .sort((a, b) => b.likeness - a.likeness || index.placeOf(a.slot) - index.placeOf(b.slot))
    .map(({ slot: other, likeness }) => ({ passage: index.passageIn(other), likeness }));
}

/** The telling keys of a passage, each once, the rarest first. */
function tellingKeys(index: SegmentedIndex, slot: number): Telling[] {
  return [...new Set(index.read(slot).keys)]
    .filter((key) => !index.lexicon.isCommonKey(key))
    .map((key) => ({ key, weight: index.weight(key) }))
    .sort((a, b) => b.weight - a.weight || index.lexicon.compareKeys(a.key, b.key));
}

function lengthOf(keys: readonly Telling[]): number {
  return Math.sqrt(keys.reduce((sum, { weight }) => sum + weight ** 2, 0));
}

/** The slots of other documents that share most weight with a passage in its rarest keys. */
function candidatesFor(
  index: SegmentedIndex,
  slot: number,
  own: readonly Telling[],
  gathering: Gathering,
): number[] {
  const { document } = index.passageIn(slot);
  gathering.clear();
  let left = PLACES;
  for (const { key, weight } of own) {
    const slots = nearestSlots(index, key, slot);
    left -= slots.length;
    if (left < 0) break;
    for (const other of slots) {
      if (index.passageIn(other).document !== document) gathering.add(other, weight ** 2);
    }
  }
  return gathering.largest(CLOSE_LOOKS, (a, b) => index.placeOf(a) - index.placeOf(b));
}

/** Of the slots that have a key, those around `slot`: a key that very many have says as much in any of them. */
function nearestSlots(index: SegmentedIndex, key: number, slot: number): number[] {
  const slots: number[] = [];
  index.visit(key, (other) => slots.push(other));
  if (slots.length <= PLACES_OF_A_KEY) return slots;
  slots.sort((a, b) => index.placeOf(a) - index.placeOf(b));
  const places = slots.map((other) => index.placeOf(other));
  const at = lastNotAfter(places, index.placeOf(slot));
  const start = Math.max(0, Math.min(at - PLACES_OF_A_KEY / 2, slots.length - PLACES_OF_A_KEY));
  return slots.slice(start, start + PLACES_OF_A_KEY);
}

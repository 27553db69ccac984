import {
  type Analyses,
  askedName,
  isPartOf,
  type Name,
  nameOf,
  type ReadUtterance,
} from '../corpus/analyses.js';
import type { Passage } from '../corpus/passage.js';
import { isFraming } from '../languages/english/questions.js';
import { bareName, isCommon } from '../languages/terms.js';
import { lastNotAfter } from '../text/offsets.js';
import type { Span } from '../text/span.js';
import { words } from '../text/words.js';
import type { Engine, Filter, WordStatistics } from './engine.js';

/** The share of the words' weight that must be one speaker's words: with less, more of it is told than said. */
const MIN_SAID = 0.5;

/** What a filter asks of who says what. */
export type SaidFilter = Pick<Filter, 'said' | 'speaker' | 'about'>;

/** What passages are read with. */
export interface SaidParts {
  readonly engine: Pick<Engine, 'statistics' | 'read'>;
  readonly analyses: Pick<Analyses, 'isSpeaking' | 'utterancesOf'>;
}

/** A function that tells whether a passage passes what a filter asks of who says what, as `Filter` says it. */
export async function readSaid(filter: SaidFilter, parts: SaidParts): Promise<(passage: Passage) => boolean> {
  const { said, speaker } = filter;
  const { analyses } = parts;
  const asked = await askedFor(filter, parts);
  const wanted = speaker === undefined ? undefined : askedName(speaker);
  return (passage) => {
    if (speaker !== undefined && !analyses.isSpeaking(passage, speaker)) return false;
    if (said === undefined && (speaker === undefined || asked.length === 0)) return true;
    const place = keysAt(passage, parts);
    const utterances = analyses.utterancesOf(passage);
    const weigh = (own: readonly ReadUtterance[]) =>
      weightOf(asked, place(own.flatMap((one) => (said === undefined ? all(one) : one.quoted))));
    const enough =
      MIN_SAID *
      (said === undefined
        ? weightOf(asked, place([{ start: 0, end: passage.text.length }]))
        : asked.reduce((sum, { weight }) => sum + weight, 0));
    if (!wanted) return bySpeaker(utterances).some((own) => isEnough(weigh(own), enough));
    const own = weigh(utterances.filter(({ name }) => isPartOf(wanted, name)));
    // Where another says more of it, it is the other who says what was asked.
    return isEnough(own, enough) && othersOf(utterances, wanted).every((other) => weigh(other) <= own);
  };
}

const isEnough = (met: number, enough: number): boolean => met > 0 && met >= enough;
const all = ({ quoted, reported }: ReadUtterance): readonly Span[] => [...quoted, ...reported];

/**
 * The words that one speaker must say: no function words unless there are no others, and without the speaker's own
 * name, which nobody says of himself; nor what only asks ("what did he say about …"), where it need not be quoted.
 */
async function askedFor(
  { said, speaker, about }: SaidFilter,
  { engine }: SaidParts,
): Promise<readonly WordStatistics[]> {
  const typed = words(said ?? about ?? '').map(({ text }) => text);
  const telling = typed.filter((word) => !isCommon(word));
  const name: Name = speaker === undefined ? [] : nameOf(speaker);
  const isOther = (word: string) => !name.includes(bareName(word));
  if (said === undefined) {
    return engine.statistics(
      typed.filter((word, at) => !isCommon(word) && isOther(word) && !isFraming(typed, at)),
    );
  }
  const chosen = [telling.filter(isOther), telling, typed].find((list) => list.length > 0) ?? [];
  return engine.statistics(chosen);
}

/** Utterances of one speaker each: those of one name, or one pronoun, together, and each that nobody is named for. */
function bySpeaker(utterances: readonly ReadUtterance[]): ReadUtterance[][] {
  const groups = new Map<string | ReadUtterance, ReadUtterance[]>();
  for (const one of utterances) {
    const key = one.speaker === '' ? one : one.name.join(' ') || one.speaker.toLowerCase();
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  return [...groups.values()];
}

/** The utterances of each other who is named; a pronoun or "the mayor" may be the one who is meant. */
function othersOf(utterances: readonly ReadUtterance[], wanted: Name): ReadUtterance[][] {
  return bySpeaker(
    utterances.filter(
      ({ name, speaker }) => name.length > 0 && !isPartOf(wanted, name) && /^(?:The )?\p{Lu}/u.test(speaker),
    ),
  );
}

/** A function that gives the keys of the words of a passage that stand in stretches of it. */
function keysAt(passage: Passage, { engine }: SaidParts): (spans: readonly Span[]) => ReadonlySet<number> {
  const places = words(passage.text);
  const starts = Uint32Array.from(places, ({ start }) => start);
  const { keys } = engine.read(passage);
  return (spans) => {
    const found = new Set<number>();
    for (const { start, end } of spans) {
      for (let at = lastNotAfter(starts, start - 1) + 1; (places[at]?.end ?? end + 1) <= end; at++) {
        const key = keys[at];
        if (key !== undefined) found.add(key);
      }
    }
    return found;
  };
}

function weightOf(asked: readonly WordStatistics[], keys: ReadonlySet<number>): number {
  return asked.reduce((sum, one) => (one.keys.some((key) => keys.has(key)) ? sum + one.weight : sum), 0);
}

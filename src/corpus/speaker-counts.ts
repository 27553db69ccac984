import { withoutOwner } from '../languages/english/owner.js';
import { speakersIn } from '../languages/english/speech.js';
import { foldWord } from '../text/fold.js';

/** A name of somebody who is said to say something, as data. */
export interface SpeakerCount {
  /** As it stands where it was met first, without an article or whose it is. */
  readonly name: string;
  /** The same, folded as words are: equal for what counts as one name. */
  readonly folded: string;
  /** How many times it stands next to a verb of saying. */
  readonly count: number;
}

/** The longest name that Discord takes of a suggestion, in UTF-16 code units. */
const MAX_NAME_LENGTH = 100;

/** The names of those who are said to say something in some passages, each once, in the order in which they are met. */
export function speakerCounts(passages: readonly string[]): SpeakerCount[] {
  return countsOf(passages.flatMap(speakersIn).map(withoutOwner));
}

/** The same of names as they stand; those that are none are left out. */
export function countsOf(names: readonly string[]): SpeakerCount[] {
  const counts = new Map<string, { name: string; folded: string; count: number }>();
  for (const found of names) {
    if (!/^\p{Lu}/u.test(found) || found.length > MAX_NAME_LENGTH) continue;
    const name = found.replace(/^The (?=\p{Lu})/u, '').replace(/[’']s\b.*$/u, '');
    const folded = foldWord(name);
    const entry = counts.get(folded);
    if (entry) entry.count++;
    else counts.set(folded, { name, folded, count: 1 });
  }
  return [...counts.values()];
}

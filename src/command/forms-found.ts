import { bareName } from '../languages/terms.js';
import type { Engine, PassageWords } from '../search/engine.js';
import { has, Matcher, standsAt } from '../search/matcher.js';
import type { QueryTerm } from '../search/query.js';
import { entry } from '../text/entry.js';
import { HYPHEN_AT_LINE_END } from '../text/folder.js';
import { words } from '../text/words.js';

/** How the documents write a word that was asked for. */
export interface FormsFound {
  /** Each as it is first written, without its possessive; the most frequent first. */
  readonly forms: readonly string[];
  /** False where more passages may have it than were looked at. */
  readonly complete: boolean;
}

/** Where a word is broken at a line's end. */
const BROKEN = new RegExp(`${HYPHEN_AT_LINE_END}[ \\t]*`, 'g');

/** Passages that are looked at for how they write a word: more say nothing new of what is most frequent. */
const LOOKED_AT = 200;

/**
 * How the documents write a word that was asked for, in any form, spelling or abbreviation that a search takes for it. A
 * word that only shares its stem is none, nor are words of a compound that nowhere stand together.
 */
export async function formsFound(engine: Engine, term: QueryTerm): Promise<FormsFound> {
  const weights = new Map(term.keys.map((key) => [key, 1]));
  for (const { keys } of term.rows) {
    for (const key of await rarest(engine, keys)) weights.set(key, 1);
  }
  if (weights.size === 0) return { forms: [], complete: true };
  const { candidates, complete } = await engine.candidates({ weights, phrases: [], limit: LOOKED_AT });
  const matcher = new Matcher(engine, { terms: [term], asked: term.weight, phrases: [] });
  const counts = new Map<string, { readonly written: string; times: number }>();
  for (const { passage, words: read } of candidates) {
    for (const place of matcher.in(passage)[0]?.places ?? []) {
      const written = writtenAt(place, { engine, term, matcher, read, text: passage.text });
      if (written === undefined) continue;
      const folded = bareName(written);
      const known = counts.get(folded);
      if (known) known.times++;
      else counts.set(folded, { written: written.replace(/[’']s$/, ''), times: 1 });
    }
  }
  const forms = [...counts.values()].sort((a, b) => b.times - a.times);
  return { forms: forms.map(({ written }) => written), complete };
}

/** Of words in a row, the keys of the one that says most: wherever all stand, it does. */
async function rarest(engine: Engine, row: readonly (readonly number[])[]): Promise<readonly number[]> {
  const weights = await Promise.all(row.map(async (keys) => Math.min(...(await engine.weights(keys)))));
  return row[weights.indexOf(Math.max(...weights))] ?? [];
}

interface Reading {
  readonly engine: Engine;
  readonly term: QueryTerm;
  readonly matcher: Matcher;
  readonly read: PassageWords;
  readonly text: string;
}

/** What stands at a place for a term, one word or a row of them; undefined where it only shares the stem. */
function writtenAt(
  place: number,
  { engine, term, matcher, read: { forms, keys }, text }: Reading,
): string | undefined {
  // A row first: a part of a word that is broken at a line's end may be a form of it, too.
  const row = term.rows.find((one) => standsAt(one, keys, place, text));
  if (row) {
    const all = words(text);
    const [first, last] = [all[place], all[place + row.keys.length - 1]];
    return first && last && text.slice(first.start, last.end).replace(BROKEN, '');
  }
  const alone = { forms: forms.subarray(place, place + 1), keys: keys.subarray(place, place + 1) };
  const written = engine.lexicon.surfaceOf(entry(forms, place));
  return has(matcher.among(alone, written)[0]) ? written : undefined;
}

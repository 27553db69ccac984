import type { PartOfSpeech } from './dictionary.js';
import { loaded } from './files.js';

/** WordNet's lists of irregular forms by part of speech: each form with its base, both with `_` for blanks. */
const LISTS: Readonly<Partial<Record<PartOfSpeech, string>>> = {
  n: 'wink-lexicon/src/wn-noun-exceptions.js',
  v: 'wink-lexicon/src/wn-verb-exceptions.js',
  a: 'wink-lexicon/src/wn-adjective-exceptions.js',
};

/** The adverbs that English compares irregularly, of which the package has no list (Quirk et al. 1985, 7.83). */
const ADVERBS: Readonly<Record<string, string>> = {
  better: 'well',
  best: 'well',
  worse: 'badly',
  worst: 'badly',
  further: 'far',
  furthest: 'far',
  farther: 'far',
  farthest: 'far',
};

const lists = new Map<PartOfSpeech, Readonly<Record<string, string>>>();
let formsOfBases: Map<string, string[]> | undefined;

function listOf(pos: PartOfSpeech): Readonly<Record<string, string>> {
  const module = LISTS[pos];
  if (module === undefined) return ADVERBS;
  const list = lists.get(pos) ?? (loaded(module) as Readonly<Record<string, string>>);
  lists.set(pos, list);
  return list;
}

/** The base of an irregular form in one part of speech, by WordNet's lists: `pay` of `paid`, `v`. */
export function irregularBase(form: string, pos: PartOfSpeech): string | undefined {
  const list = listOf(pos);
  return Object.hasOwn(list, form) ? list[form] : undefined;
}

/**
 * The irregular forms of a base, in no order: of `go` `went` and `gone`, of `travel` `travelled` and `travelling`.
 * Those that plain rules make are not among them.
 *
 * @example inflectionsOf('child') // ['children']
 */
export function inflectionsOf(base: string): readonly string[] {
  formsOfBases ??= reversed();
  return formsOfBases.get(base) ?? [];
}

function reversed(): Map<string, string[]> {
  const forms = new Map<string, string[]>();
  for (const list of [listOf('n'), listOf('v'), listOf('a'), listOf('r')]) {
    for (const [form, base] of Object.entries(list)) {
      const known = forms.get(base);
      if (known === undefined) forms.set(base, [form]);
      else if (!known.includes(form)) known.push(form);
    }
  }
  return forms;
}

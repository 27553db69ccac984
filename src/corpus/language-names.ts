const LETTERS = Array.from('abcdefghijklmnopqrstuvwxyz');

/** A language as the platform knows it. */
interface KnownLanguage {
  readonly tag: string;
  /** In English. */
  readonly name: string;
}

let known: readonly KnownLanguage[] | undefined;

/** The languages with tags of two letters (ISO 639-1), in order of these, those too whose tag was replaced. */
export function languages(): readonly KnownLanguage[] {
  const english = englishNames();
  known ??= LETTERS.flatMap((first) =>
    LETTERS.flatMap((second) => {
      const [tag, name] = [first + second, english.of(first + second)];
      return name === undefined ? [] : [{ tag, name }];
    }),
  );
  return known;
}

let tags: ReadonlyMap<string, string> | undefined;

/** The tag of a language by its name in English or in itself; undefined for what is no such name. */
export function tagNamed(name: string): string | undefined {
  tags ??= readTags();
  return tags.get(name.trim().toLowerCase());
}

/** Their tags by the names that the platform knows for them, in small letters. */
function readTags(): Map<string, string> {
  // Tags that were replaced have the name of what replaced them.
  const known = languages().filter(({ tag }) => Intl.getCanonicalLocales(tag)[0] === tag);
  const own = (tag: string) => new Intl.DisplayNames(tag, { type: 'language' }).of(tag);
  const names = known.flatMap(({ tag, name }) => [own(tag), name].map((one) => [one, tag] as const));
  return new Map(names.flatMap(([name, tag]) => (name === undefined ? [] : [[name.toLowerCase(), tag]])));
}

/** True if a tag that is well formed is of a known language: “English” is well formed, but no language has it. */
export function isKnownLanguage(tag: string): boolean {
  return englishNames().of(new Intl.Locale(tag).language) !== undefined;
}

function englishNames(): Intl.DisplayNames {
  return new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });
}

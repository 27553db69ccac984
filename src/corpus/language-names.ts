const LETTERS = Array.from('abcdefghijklmnopqrstuvwxyz');

let tags: ReadonlyMap<string, string> | undefined;

/** The tag of a language by its name in English or in itself; undefined for what is no such name. */
export function tagNamed(name: string): string | undefined {
  tags ??= readTags();
  return tags.get(name.trim().toLowerCase());
}

/** The tags of two letters (ISO 639-1) by the names that the platform knows for them, in small letters. */
function readTags(): Map<string, string> {
  const english = englishNames();
  const known = LETTERS.flatMap((first) => LETTERS.map((second) => first + second)).filter(
    // Tags that were replaced have the name of what replaced them.
    (tag) => english.of(tag) !== undefined && Intl.getCanonicalLocales(tag)[0] === tag,
  );
  const own = (tag: string) => new Intl.DisplayNames(tag, { type: 'language' }).of(tag);
  const names = known.flatMap((tag) => [own(tag), english.of(tag)].map((name) => [name, tag] as const));
  return new Map(names.flatMap(([name, tag]) => (name === undefined ? [] : [[name.toLowerCase(), tag]])));
}

/** True if a tag that is well formed is of a known language: “English” is well formed, but no language has it. */
export function isKnownLanguage(tag: string): boolean {
  return englishNames().of(new Intl.Locale(tag).language) !== undefined;
}

function englishNames(): Intl.DisplayNames {
  return new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });
}

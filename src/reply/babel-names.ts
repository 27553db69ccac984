/** The names by which biblatex knows languages, by their tags: those that it has a file of words for (`tex/latex/biblatex/lbx` in its repository). */
const BABEL_NAMES: ReadonlyMap<string, string> = new Map([
  ['az', 'azerbaijani'],
  ['bg', 'bulgarian'],
  ['ca', 'catalan'],
  ['cs', 'czech'],
  ['da', 'danish'],
  ['de', 'german'],
  ['el', 'greek'],
  ['en', 'english'],
  ['en-AU', 'australian'],
  ['en-CA', 'canadian'],
  ['en-GB', 'british'],
  ['en-NZ', 'newzealand'],
  ['en-US', 'american'],
  ['es', 'spanish'],
  ['et', 'estonian'],
  ['eu', 'basque'],
  ['fa', 'persian'],
  ['fi', 'finnish'],
  ['fr', 'french'],
  ['gl', 'galician'],
  ['hr', 'croatian'],
  ['hu', 'hungarian'],
  ['is', 'icelandic'],
  ['it', 'italian'],
  ['lt', 'lithuanian'],
  ['lv', 'latvian'],
  ['mr', 'marathi'],
  ['nb', 'norsk'],
  ['nl', 'dutch'],
  ['nn', 'nynorsk'],
  ['no', 'norsk'],
  ['pl', 'polish'],
  ['pt', 'portuguese'],
  ['pt-BR', 'brazilian'],
  ['ro', 'romanian'],
  ['ru', 'russian'],
  ['sk', 'slovak'],
  ['sl', 'slovene'],
  ['sr', 'serbian'],
  ['sr-Cyrl', 'serbianc'],
  ['sv', 'swedish'],
  ['th', 'thai'],
  ['tr', 'turkish'],
  ['uk', 'ukrainian'],
]);

/**
 * The name by which biblatex knows the language of a tag, which is well formed: that of its script or region where these have
 * one; undefined where it has none.
 */
export function babelName(tag: string): string | undefined {
  const { language, script, region } = new Intl.Locale(tag);
  const tags = [script, region].filter((part) => part !== undefined).map((part) => `${language}-${part}`);
  for (const one of [...tags, language]) {
    const name = BABEL_NAMES.get(one);
    if (name !== undefined) return name;
  }
  return undefined;
}

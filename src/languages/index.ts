import { ENGLISH } from './english/english.js';
import type { Language } from './language.js';

/** A language that has no entry below: each word stands for itself. */
const OTHER: Language = { stem: (folded) => folded, common: new Set() };

/**
 * The languages whose words are known by their forms, by their primary tag (RFC 5646): another is added here. Who
 * speaks, what is asked and what qualifies a sentence is read in English alone (`english/`); that somebody speaks is
 * told in a few more (`other-saying.ts`).
 */
const LANGUAGES: ReadonlyMap<string, Language> = new Map([['en', ENGLISH]]);

/** The language that a source states; English where it states none. */
export function languageOf(tag: string | undefined): Language {
  if (tag === undefined) return ENGLISH;
  return LANGUAGES.get(new Intl.Locale(tag).language) ?? OTHER;
}

/** How the words of a source's language are read, as a tag with which `languageOf` gives the same. */
export function readAs(tag: string | undefined): string {
  if (tag === undefined) return 'en';
  const { language } = new Intl.Locale(tag);
  return LANGUAGES.has(language) ? language : 'und';
}

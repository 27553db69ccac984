import { stopwords } from '@orama/stopwords/english';
import { stemmer } from 'stemmer';

/** What reading the words of a language takes. */
export interface Language {
  /** What the forms of a folded word have in common. */
  readonly stem: (folded: string) => string;
  /** Folded words that carry little by themselves. */
  readonly common: ReadonlySet<string>;
}

/** English: Porter's stems (1980), and the function words of the Snowball project, whose list here lacks "a". */
export const ENGLISH: Language = { stem: stemmer, common: new Set([...stopwords, 'a']) };

/** A language that has no entry below: each word stands for itself. */
const OTHER: Language = { stem: (folded) => folded, common: new Set() };

/** The languages that can be read, by their primary tag (RFC 5646). Another is added here, and nowhere else. */
const LANGUAGES: ReadonlyMap<string, Language> = new Map([['en', ENGLISH]]);

/** The language that a source states; English where it states none. */
export function languageOf(tag: string | undefined): Language {
  if (tag === undefined) return ENGLISH;
  return LANGUAGES.get(new Intl.Locale(tag).language) ?? OTHER;
}

import type { Author, Source } from '../corpus/source.js';

/** A name as styles take it apart: `given` without what stands behind its comma, which is the `suffix`. */
export interface NameParts {
  /** What the name is ordered by: the family name, or all of it where it is not a person's. */
  readonly family: string;
  readonly given: string | undefined;
  /** Such as `Jr.`: in `given`, behind a comma, as programs for citations write it. */
  readonly suffix: string | undefined;
  readonly isPerson: boolean;
}

/** Scripts in which the family name stands before the given name, with nothing between. */
const FAMILY_FIRST = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}ー]+$/u;

/** Who is stated to have written something, in order: a person by parts, or a name as it is. */
export function authorsOf({ author, authors }: Source): NameParts[] {
  return (authors ?? (author === undefined ? [] : [{ name: author }])).map(partsOf);
}

function partsOf(author: Author): NameParts {
  if ('name' in author) return { family: author.name, given: undefined, suffix: undefined, isPerson: false };
  const [given, ...behind] = (author.given ?? '').split(',').map((part) => part.trim());
  const suffix = behind.join(', ');
  return {
    family: author.family,
    given: given ? spacedInitials(given) : undefined,
    suffix: suffix || undefined,
    isPerson: true,
  };
}

/** Initials each with its full stop and blank: `J.R.R.` and `J R R` as `J. R. R.`. */
function spacedInitials(given: string): string {
  return given
    .replace(/\.(?=\p{Lu})/gu, '. ')
    .replace(/(?<![\p{L}\p{M}.’'-])(\p{Lu})(?![\p{L}\p{M}.’'-])/gu, '$1.');
}

function isFamilyFirst({ family, given = '' }: NameParts): boolean {
  return FAMILY_FIRST.test(family) && FAMILY_FIRST.test(given);
}

/** A name as it is said: given name, family name, suffix. */
export function natural(name: NameParts): string {
  if (isFamilyFirst(name)) return `${name.family}${name.given}`;
  return [name.given, name.family, name.suffix].filter((part) => part !== undefined).join(' ');
}

/** A name as it is ordered: family name, given name, suffix. */
export function inverted(name: NameParts): string {
  if (isFamilyFirst(name)) return `${name.family}${name.given}`;
  return [name.family, name.given, name.suffix].filter((part) => part !== undefined).join(', ');
}

/** A name as it is ordered, with initials in place of the given name: `Writer, J.-P. Q.`. */
export function withInitials(name: NameParts): string {
  if (isFamilyFirst(name)) return natural(name);
  return inverted({ ...name, given: name.given === undefined ? undefined : initialsOf(name.given) });
}

/** Initials of the words of a given name; a second part behind a hyphen has one only if it is a name of its own. */
function initialsOf(given: string): string {
  const initials = given.split(/\s+/).map((word) =>
    word
      .split(/[-‐]/)
      .filter((part, at) => at === 0 || /^\p{Lu}/u.test(part))
      .map((part) => `${Array.from(part)[0] ?? ''}.`)
      .join('-'),
  );
  const names = initials.filter((initial) => /^\p{Lu}/u.test(initial));
  return (names.length > 0 ? names : initials).join(' ');
}

import { isHonorific } from '../languages/english/honorifics.js';
import { isPersonal, personsIn } from '../languages/english/persons.js';
import type { Span } from '../text/span.js';
import { type Analyses, askedName, isPartOf, type Name, nameOf } from './analyses.js';
import type { Document } from './document.js';
import type { Passage } from './passage.js';

/** How a passage says that somebody speaks: by name, or by a pronoun where the paragraph before names that one alone. */
export type SpeaksAs = 'named' | 'pronoun';

const HE_OR_SHE = /^(?:he|she)$/i;

/**
 * How somebody of this name speaks in a passage; undefined where that cannot be told. The last name stands for the
 * whole where no other first name is beside it. “He” or “she” is taken for somebody only where the paragraph before
 * names one person and nobody else speaks there or here.
 */
export function speaksAs(passage: Passage, name: string, analyses: Analyses): SpeaksAs | undefined {
  const wanted = askedName(name);
  if (wanted.length === 0) return undefined;
  const utterances = analyses.utterancesOf(passage);
  if (utterances.some((one) => one.name.length > 0 && isOf(one.name, wanted))) return 'named';
  const before = passage.document.passages[passage.number - 2];
  if (!before || !utterances.some(({ speaker }) => HE_OR_SHE.test(speaker))) return undefined;
  const spoken = [...analyses.utterancesOf(before), ...utterances].filter(({ speaker }) => speaker !== '');
  // Both “he” and “she” are two people, and “they” may be anybody.
  const pronouns = new Set(
    spoken.filter((one) => one.name.length === 0).map((one) => one.speaker.toLowerCase()),
  );
  if (pronouns.size !== 1) return undefined;
  const named = personsIn(before.text).map(nameOf);
  if (named.length === 0) return undefined;
  const all = [...named, ...personsIn(passage.text).map(nameOf), ...spoken.map((one) => one.name)];
  return areOne(
    all.filter((one) => one.length > 0),
    wanted,
  )
    ? 'pronoun'
    : undefined;
}

/** So many paragraphs back somebody's full name is looked for; profiles and reports repeat it sooner. */
const INTRODUCED_WITHIN = 30;

/**
 * The only name that “he” or “she” who speaks can stand for: that of the one person who is named before, in the same
 * paragraph or the one before it, where neither names anybody else, and who has a title or a first name there or
 * before, since a bare name may be a country's. As it stands in its longest form; undefined for any other speaker,
 * and where two people may be meant. `speaker` is a place in the document, in UTF-16 code units.
 */
export function onlyNameFor(document: Document, speaker: Span, analyses: Analyses): string | undefined {
  const passage = document.passageAt(speaker.start);
  const pronoun = document.text.slice(speaker.start, speaker.end).toLowerCase();
  if (!passage || !HE_OR_SHE.test(pronoun)) return undefined;
  const before = document.passages[passage.number - 2];
  const around = before ? [before, passage] : [passage];
  const spoken = around.flatMap((one) => analyses.utterancesOf(one)).filter((one) => one.speaker !== '');
  if (spoken.some((one) => one.name.length === 0 && one.speaker.toLowerCase() !== pronoun)) return undefined;
  const named = [before?.text ?? '', document.text.slice(passage.start, speaker.start)].flatMap(personsIn);
  const wordsIn = (name: string) => nameOf(name).length;
  const longest = named.reduce((most, name) => (wordsIn(name) > wordsIn(most) ? name : most), '');
  if (longest === '') return undefined;
  const wanted = askedName(longest);
  const all = [...personsIn(passage.text), ...named].map(nameOf);
  const speakers = spoken.map((one) => one.name).filter((name) => name.length > 0);
  return areOne([...all, ...speakers], wanted) && isIntroduced(passage, wanted) ? longest : undefined;
}

/** True if somebody of this name has a title or a first name in a passage or those before it. */
function isIntroduced({ document, number }: Passage, wanted: Name): boolean {
  for (let back = 0; back < INTRODUCED_WITHIN; back++) {
    const passage = document.passages[number - 1 - back];
    if (!passage) return false;
    const isFull = personsIn(passage.text).some(
      (name) => isPersonal(name) && isPartOf(wanted.slice(-1), nameOf(name).slice(-1)),
    );
    if (isFull) return true;
  }
  return false;
}

/** True if a name can be that of somebody: it is all of it, or the last name with nothing but titles. */
function isOf(name: Name, wanted: Name): boolean {
  if (isPartOf(wanted, name)) return true;
  const last = wanted.at(-1);
  return (
    last !== undefined &&
    name.includes(last) &&
    name.every((word) => wanted.includes(word) || isHonorific(word))
  );
}

/** True if all names can be those of one person: of somebody, and each a part of the longest. */
function areOne(names: readonly Name[], wanted: Name): boolean {
  const bare = names.map((name) => name.filter((word) => !isHonorific(word)));
  const longest = bare.reduce((most, name) => (name.length > most.length ? name : most), wanted);
  return names.every((name) => isOf(name, wanted)) && bare.every((name) => isPartOf(name, longest));
}

import type { Analyses } from '../corpus/analyses.js';
import type { Document } from '../corpus/document.js';
import { Excerpt } from '../corpus/excerpt.js';
import { messages } from '../messages/index.js';
import type { Difference, Quoted, VerdictSection } from '../reply/reply.js';
import { merged, type Span } from '../text/span.js';
import { onOneLine } from '../text/typed.js';
import { MAX_OCCURRENCES, type Occurrence } from '../verify/finder.js';
import { type InSentence, inSentence } from '../verify/left-out.js';
import type { Quotedness } from '../verify/quotedness.js';
import { sayingAt } from '../verify/speaker.js';
import type { Fold, FoundPlace, JoinedPart, PartedPlaces, Verdict } from '../verify/verdict.js';
import { differencesAt, foundNear, nearQuoted } from './near-wordings.js';
import { noteOf } from './note-of.js';
import { onlyNamed, pronounNotes } from './pronoun-note.js';
import { leftOutNotes, MAX_PLACES, setAsideNotes, speakerNotes } from './verdict-notes.js';
import { documentsOf, excerptOf, more, type Of, type SaidAt, type Shown } from './verdict-places.js';

/** How many other printings of the words are shown besides. */
const MAX_OTHERWISE = 3;

/**
 * What a verdict shows: the heading says it whole, and nothing below it takes it back. `speaker` is who is said to
 * have said the quotation, where somebody is.
 */
export function verdictSection(
  quotation: string,
  verdict: Verdict,
  analyses: Analyses,
  speaker: string | null = null,
): VerdictSection {
  const shown = shownOf(verdict, ({ document, start, end }) => {
    const saying = sayingAt({ document, start, end });
    const only = saying && onlyNamed(document, saying, analyses);
    return { notes: only ? pronounNotes([only]) : [], ...(saying && { speaker: saying }) };
  });
  const base = { quotationMarks: [], differences: [], notes: [] };
  const notes = [...(shown.notes ?? []), ...setAsideNotes(verdict), ...speakerNotes(verdict, speaker)];
  return { kind: 'verdict', verdict: verdict.kind, quotation, ...base, ...shown, notes };
}

function shownOf(verdict: Verdict, said: SaidAt): Shown {
  switch (verdict.kind) {
    case 'exact':
    case 'typographic':
      return foundWhole(verdict, said);
    case 'elided':
      return foundElided(verdict, said);
    case 'in-parts':
      return foundInParts(verdict, said);
    case 'joined':
      return foundJoined(verdict.parts);
    case 'altered':
      return foundNear(verdict, said);
    case 'absent':
      return { heading: messages.verdicts.absent, quoted: [] };
    case 'too-short':
      return foundShort(verdict.found, said);
  }
}

function named(folds: readonly Fold[]): string[] {
  return folds.map((fold) => messages.differences.kinds[fold]);
}

const QUOTED_NOTES: Readonly<Record<Quotedness, readonly string[]>> = {
  inside: [],
  partly: [messages.verdicts.partlyQuoted],
  outside: [messages.verdicts.notQuoted],
};

/** A place with the sentence around it, the words marked where they are not all of it. */
function inItsSentence(
  document: Document,
  { around }: InSentence,
  marks: readonly Span[],
  own: readonly string[],
  { notes: ofSpeaker, ...said }: ReturnType<SaidAt>,
): Quoted {
  const notes = [...own, ...ofSpeaker];
  const whole = marks.length === 1 && marks[0]?.start === around.start && marks[0].end === around.end;
  return {
    excerpt: Excerpt.of(document, around.start, around.end),
    ...(!whole && { marks }),
    ...noteOf(notes),
    ...said,
  };
}

function foundWhole(verdict: Of<'exact' | 'typographic'>, said: SaidAt): Shown {
  const { kind, found, isAll, otherwise } = verdict;
  const same = found.filter(({ folds }) => folds.length === 0);
  const others = found.length - same.length;
  const folds = [...new Set(found.flatMap((place) => place.folds))];
  const heading =
    kind === 'exact'
      ? messages.verdicts.exact(documentsOf(same), isAll)
      : messages.verdicts.typographic(documentsOf(found), isAll, named(folds));
  const shown = found
    .slice(0, MAX_PLACES)
    .map((place) => ({ place, sentence: inSentence(place.document, place) }));
  const printed = otherwise.slice(0, MAX_OTHERWISE);
  return {
    heading,
    notes: [
      ...(kind === 'exact' && others > 0 ? [messages.verdicts.typesetElsewhere(others, isAll)] : []),
      ...more(found, isAll),
      ...leftOutNotes(shown.map(({ sentence, place }) => ({ sentence, document: place.document }))),
      ...(printed.length > 0 ? [messages.verdicts.wordedElsewhere] : []),
    ],
    differences: [
      ...(kind === 'exact'
        ? []
        : folds.map((fold): Difference => ({ kind: fold, claimed: null, excerpt: null }))),
      ...printed.flatMap((near) => differencesAt(near, verdict.claim)),
    ],
    quoted: [
      ...shown.map(({ place, sentence }) =>
        inItsSentence(
          place.document,
          sentence,
          [{ start: place.start, end: place.end }],
          placeNotes(place),
          said(place),
        ),
      ),
      ...printed.map((near): Quoted => {
        const { notes: _, ...who } = said(near);
        return { ...nearQuoted(near), note: messages.verdicts.worded, ...who };
      }),
    ],
  };
}

function placeNotes({ folds, quoted }: FoundPlace): string[] {
  const set = folds.length === 0 ? [] : [messages.verdicts.typeset(named(folds))];
  return [...set, ...QUOTED_NOTES[quoted]];
}

function foundElided({ found, isAll, insertions }: Of<'elided'>, said: SaidAt): Shown {
  const putIn = insertions.map(({ text }) => text).join(', ');
  const { quoted, notes, differences } = parted({ found, isAll }, said);
  return {
    heading: messages.verdicts.elided(
      documentsOf(found),
      isAll,
      found.some(({ omitted }) => omitted.length > 0),
    ),
    quoted,
    differences: [
      ...differences,
      ...insertions.map(({ text }): Difference => ({ kind: 'inserted', claimed: text, excerpt: null })),
    ],
    notes: [...(insertions.length > 0 ? [messages.verdicts.inserted(onOneLine(putIn, 400))] : []), ...notes],
  };
}

function foundInParts({ found, isAll }: Of<'in-parts'>, said: SaidAt): Shown {
  const heading = messages.verdicts.inParts(documentsOf(found), isAll);
  return { heading, ...parted({ found, isAll }, said, false) };
}

/** Places of several parts, with what stands between them; `noted` if that was left out of what the speaker said. */
function parted(
  { found, isAll }: PartedPlaces,
  said: SaidAt,
  noted = true,
): Required<Pick<Shown, 'quoted' | 'notes' | 'differences'>> {
  const shown = found
    .slice(0, MAX_PLACES)
    .map((place) => ({ place, sentence: inSentence(place.document, place, noted ? place.omitted : []) }));
  const [first] = found;
  return {
    quoted: shown.map(({ place, sentence }) =>
      inItsSentence(
        place.document,
        sentence,
        merged(place.parts),
        QUOTED_NOTES[place.quoted],
        said({ document: place.document, ...(place.parts[0] ?? place) }),
      ),
    ),
    notes: [
      ...more(found, isAll),
      ...leftOutNotes(shown.map(({ sentence, place }) => ({ sentence, document: place.document }))),
    ],
    differences: (first?.omitted ?? []).map(
      ({ start, end }): Difference => ({
        kind: 'omitted',
        claimed: null,
        excerpt: first ? Excerpt.of(first.document, start, end) : null,
      }),
    ),
  };
}

function foundJoined(parts: readonly JoinedPart[]): Shown {
  const documents = parts.map(({ found }) => new Set(found.map(({ document }) => document)));
  const withAll = [...(documents[0] ?? [])].filter((document) => documents.every((one) => one.has(document)));
  const placesIn = (wanted: (document: Document) => boolean) =>
    parts.flatMap(({ found }, at) => {
      const place = found.find(({ document }) => wanted(document));
      return place ? [{ excerpt: excerptOf(place), note: messages.verdicts.part(at + 1, parts.length) }] : [];
    });
  const quoted =
    withAll.length > 0
      ? withAll.flatMap((document) => placesIn((one) => one === document))
      : placesIn(() => true);
  return {
    heading: withAll.length === 0 ? messages.verdicts.joinedAcross : messages.verdicts.joinedWithin,
    quoted: quoted.slice(0, Math.max(MAX_PLACES, parts.length)),
  };
}

function foundShort(found: readonly Occurrence[], said: SaidAt): Shown {
  const { tooShort, tooShortIn } = messages.verdicts;
  const isAll = found.length < MAX_OCCURRENCES;
  return {
    heading: found.length === 0 ? tooShort : tooShortIn(found.length, isAll),
    notes: more(found, isAll),
    quoted: found.slice(0, MAX_PLACES).map((place): Quoted => {
      const { notes, ...who } = said(place);
      return {
        excerpt: excerptOf(place),
        ...noteOf(notes),
        ...who,
      };
    }),
  };
}

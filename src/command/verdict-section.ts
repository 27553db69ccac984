import type { Document } from '../corpus/document.js';
import { Excerpt } from '../corpus/excerpt.js';
import type { Difference, Quoted, VerdictSection } from '../reply/reply.js';
import { count } from '../text/count.js';
import { merged, type Span, shifted } from '../text/span.js';
import { onOneLine } from '../text/typed.js';
import type { Claim } from '../verify/claim.js';
import { MAX_OCCURRENCES, type Occurrence } from '../verify/finder.js';
import { type InSentence, inSentence } from '../verify/left-out.js';
import type { NearWording } from '../verify/nearest.js';
import type { Quotedness } from '../verify/quotedness.js';
import {
  claimedWords,
  type FoundPlace,
  type JoinedPart,
  type PartedPlace,
  type Verdict,
} from '../verify/verdict.js';
import { leftOutNotes, MAX_PLACES, setAsideNotes, speakerNotes } from './verdict-notes.js';

/** How many other printings of the words are shown besides. */
const MAX_OTHERWISE = 3;

type Of<Kind extends Verdict['kind']> = Extract<Verdict, { readonly kind: Kind }>;

/**
 * What a verdict shows: the heading says it whole, and nothing below it takes it back. `speaker` is who is said to
 * have said the quotation, where somebody is.
 */
export function verdictSection(
  quotation: string,
  verdict: Verdict,
  speaker: string | null = null,
): VerdictSection {
  const shown = shownOf(verdict);
  const base = { quotationMarks: [], differences: [], notes: [] };
  const notes = [...(shown.notes ?? []), ...setAsideNotes(verdict), ...speakerNotes(verdict, speaker)];
  return { kind: 'verdict', verdict: verdict.kind, quotation, ...base, ...shown, notes };
}

type Shown = Pick<VerdictSection, 'heading' | 'quoted'> & Partial<VerdictSection>;

function shownOf(verdict: Verdict): Shown {
  switch (verdict.kind) {
    case 'exact':
    case 'typographic':
      return foundWhole(verdict);
    case 'elided':
      return foundElided(verdict);
    case 'in-parts':
      return foundInParts(verdict);
    case 'joined':
      return foundJoined(verdict.parts);
    case 'altered':
      return foundNear(verdict);
    case 'absent':
      return {
        heading:
          'Absent: no document has these words, and none of the passages that share most with them comes near.',
        quoted: [],
      };
    case 'too-short':
      return foundShort(verdict.found);
  }
}

function documentsOf(places: readonly { readonly document: unknown }[]): string {
  return count(new Set(places.map(({ document }) => document)).size, 'document');
}

function excerptOf({ document, start, end }: Occurrence): Excerpt {
  return Excerpt.of(document, start, end);
}

const QUOTED_NOTES: Readonly<Record<Quotedness, readonly string[]>> = {
  inside: [],
  partly: ['only a part of this stands between quotation marks there'],
  outside: ['not between quotation marks there: the outlet’s words'],
};

/** A place with the sentence around it, the words marked where they are not all of it. */
function inItsSentence(
  document: Document,
  { around }: InSentence,
  marks: readonly Span[],
  notes: readonly string[],
): Quoted {
  const whole = marks.length === 1 && marks[0]?.start === around.start && marks[0].end === around.end;
  return {
    excerpt: Excerpt.of(document, around.start, around.end),
    ...(!whole && { marks }),
    ...(notes.length > 0 && { note: notes.join('; ') }),
  };
}

function foundWhole(verdict: Of<'exact' | 'typographic'>): Shown {
  const { kind, found, otherwise } = verdict;
  const same = found.filter(({ folds }) => folds.length === 0);
  const others = found.length - same.length;
  const folds = [...new Set(found.flatMap((place) => place.folds))];
  const heading =
    kind === 'exact'
      ? `Exact: character for character in ${documentsOf(same)}.`
      : `Typographic: the same words, typeset differently (${folds.join(', ')}), in ${documentsOf(found)}.`;
  const shown = found
    .slice(0, MAX_PLACES)
    .map((place) => ({ place, sentence: inSentence(place.document, place) }));
  const printed = otherwise.slice(0, MAX_OTHERWISE);
  return {
    heading,
    notes: [
      ...(kind === 'exact' && others > 0 ? [`Typeset differently in ${count(others, 'more place')}.`] : []),
      ...more(found),
      ...leftOutNotes(shown.map(({ sentence, place }) => ({ sentence, document: place.document }))),
      ...(printed.length > 0 ? [`Worded otherwise between quotation marks in ${documentsOf(printed)}.`] : []),
    ],
    differences: [
      ...(kind === 'exact'
        ? []
        : folds.map((fold): Difference => ({ kind: fold, claimed: null, excerpt: null }))),
      ...printed.flatMap((near) => differencesAt(near, verdict.claim)),
    ],
    quoted: [
      ...shown.map(({ place, sentence }) =>
        inItsSentence(place.document, sentence, [{ start: place.start, end: place.end }], placeNotes(place)),
      ),
      ...printed.map(
        (near): Quoted => ({ ...nearQuoted(near), note: 'worded otherwise there; what differs is marked' }),
      ),
    ],
  };
}

function placeNotes({ folds, quoted }: FoundPlace): string[] {
  const set = folds.length === 0 ? [] : [`typeset differently: ${folds.join(', ')}`];
  return [...set, ...QUOTED_NOTES[quoted]];
}

function foundElided({ found, insertions }: Of<'elided'>): Shown {
  const putIn = insertions.map(({ text }) => text).join(', ');
  const { quoted, notes, differences } = parted(found);
  return {
    heading: `Elided: all parts stand in ${documentsOf(found)}, in order and near each other. They are marked; what stands between them was left out.`,
    quoted,
    differences: [
      ...differences,
      ...insertions.map(({ text }): Difference => ({ kind: 'inserted', claimed: text, excerpt: null })),
    ],
    notes: [
      ...(insertions.length > 0
        ? [`Added in brackets, and not in the document there: ${onOneLine(putIn, 400)}`]
        : []),
      ...notes,
    ],
  };
}

function foundInParts({ found }: Of<'in-parts'>): Shown {
  const heading = `In parts: one quotation in ${documentsOf(found)}, which the outlet’s own words interrupt. The parts are marked.`;
  return { heading, ...parted(found, false) };
}

/** Places of several parts, with what stands between them; `noted` if that was left out of what the speaker said. */
function parted(
  found: readonly PartedPlace[],
  noted = true,
): Required<Pick<Shown, 'quoted' | 'notes' | 'differences'>> {
  const shown = found
    .slice(0, MAX_PLACES)
    .map((place) => ({ place, sentence: inSentence(place.document, place, noted ? place.omitted : []) }));
  const [first] = found;
  return {
    quoted: shown.map(({ place, sentence }) =>
      inItsSentence(place.document, sentence, merged(place.parts), QUOTED_NOTES[place.quoted]),
    ),
    notes: [
      ...more(found),
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
      return place ? [{ excerpt: excerptOf(place), note: `part ${at + 1} of ${parts.length}` }] : [];
    });
  const quoted =
    withAll.length > 0
      ? withAll.flatMap((document) => placesIn((one) => one === document))
      : placesIn(() => true);
  const where =
    withAll.length === 0
      ? 'in different documents'
      : 'in different places of a document, or in another order';
  return {
    heading: `Joined: each part stands somewhere, but ${where}. Nobody is shown to have said them together.`,
    quoted: quoted.slice(0, Math.max(MAX_PLACES, parts.length)),
  };
}

function foundNear(verdict: Of<'altered'>): Shown {
  const shown = verdict.near.slice(0, MAX_PLACES);
  const [nearest] = shown;
  return {
    heading: `Altered: not what any document says. The nearest wording is in ${documentsOf(verdict.near)}; what differs is marked.`,
    quoted: shown.map(nearQuoted),
    differences: shown.flatMap((near) => differencesAt(near, verdict.claim)),
    quotationMarks: nearest ? claimedMarks(verdict, nearest) : [],
    notes: more(verdict.near),
  };
}

function nearQuoted({ document, start, end, differences, share }: NearWording): Quoted {
  return {
    excerpt: Excerpt.of(document, start, end),
    marks: merged(differences.flatMap(({ span }) => span ?? [])),
    score: share,
  };
}

function differencesAt({ document, differences }: NearWording, claim: Claim): Difference[] {
  return differences.map(({ kind, claimed, span }) => ({
    kind,
    claimed: claimed && claimedWords(claim, claimed),
    excerpt: span && Excerpt.of(document, span.start, span.end),
    document: document.id,
  }));
}

/** Where in the quotation as given its own words stand that the document does not have. */
function claimedMarks({ claim, bare }: Verdict, { differences }: NearWording): Span[] {
  return merged(
    differences.flatMap(({ claimed }) => {
      if (!claimed || claimed.start === claimed.end) return [];
      const { start, end } = shifted(claimed, claim.at);
      return [{ start: bare.place(start), end: bare.place(end - 1) + 1 }];
    }),
  );
}

function foundShort(found: readonly Occurrence[]): Shown {
  const number = `${found.length < MAX_OCCURRENCES ? '' : 'at least '}${count(found.length, 'place')}`;
  const places = found.length === 0 ? 'It stands in no document.' : `It stands in ${number}.`;
  return {
    heading: `Too short to say whose words these are. ${places}`,
    notes: more(found),
    quoted: found.slice(0, MAX_PLACES).map((place) => ({ excerpt: excerptOf(place) })),
  };
}

function more(found: readonly unknown[]): string[] {
  return found.length > MAX_PLACES ? [`The first ${MAX_PLACES} of ${found.length} places are shown.`] : [];
}

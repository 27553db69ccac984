import type { Document } from '../corpus/document.js';
import { Excerpt } from '../corpus/excerpt.js';
import type { Difference, Quoted, VerdictSection } from '../reply/reply.js';
import { MAX_OCCURRENCES, type Occurrence } from '../statements/folded-corpus.js';
import type { NearWording, WordDifference } from '../statements/nearest.js';
import type { Span } from '../statements/shared-wording.js';
import type { ElidedPlace, FoundPlace, JoinedPart, Verdict } from '../statements/verdict.js';
import { count } from '../text/count.js';

/** The most places that one verdict shows; it counts all. */
const MAX_PLACES = 10;

/** What a verdict shows: the heading says it whole, and nothing below it takes it back. */
export function verdictSection(quotation: string, verdict: Verdict): VerdictSection {
  const base = {
    kind: 'verdict' as const,
    verdict: verdict.kind,
    quotation,
    quotationMarks: [],
    notes: [],
    differences: [],
  };
  switch (verdict.kind) {
    case 'exact':
    case 'typographic':
      return { ...base, ...foundWhole(verdict.kind, verdict.found) };
    case 'elided':
      return { ...base, ...foundElided(verdict.found, verdict.insertions) };
    case 'joined':
      return { ...base, ...foundJoined(verdict.parts) };
    case 'altered':
      return { ...base, ...foundNear(quotation, verdict.near) };
    case 'absent':
      return { ...base, heading: 'Absent: no document says this, or anything near it.', quoted: [] };
    case 'too-short':
      return { ...base, ...foundShort(verdict.found) };
  }
}

type Shown = Pick<VerdictSection, 'heading' | 'quoted'> & Partial<VerdictSection>;

function documentsOf(places: readonly { readonly document: unknown }[]): string {
  return count(new Set(places.map(({ document }) => document)).size, 'document');
}

function excerptOf({ document, start, end }: Occurrence): Excerpt {
  return Excerpt.of(document, start, end);
}

function foundWhole(kind: 'exact' | 'typographic', found: readonly FoundPlace[]): Shown {
  const same = found.filter(({ folds }) => folds.length === 0);
  const others = found.length - same.length;
  const folds = [...new Set(found.flatMap((place) => place.folds))];
  const heading =
    kind === 'exact'
      ? `Exact: the characters stand so in ${documentsOf(same)}.`
      : `Typographic: the words stand so in ${documentsOf(found)}, but for: ${folds.join(', ')}.`;
  const notes = kind === 'exact' && others > 0 ? [`Set otherwise in ${count(others, 'more place')}.`] : [];
  const differences =
    kind === 'exact' ? [] : folds.map((fold): Difference => ({ kind: fold, claimed: null, excerpt: null }));
  return {
    heading,
    notes: [...notes, ...more(found)],
    differences,
    quoted: found.slice(0, MAX_PLACES).map(wholeQuoted),
  };
}

const QUOTED_NOTES = {
  inside: [],
  partly: ['only a part of this stands between quotation marks there'],
  outside: ['not between quotation marks there: the outlet’s words'],
} as const;

function wholeQuoted(place: FoundPlace): Quoted {
  const set = place.folds.length === 0 ? [] : [`set otherwise: ${place.folds.join(', ')}`];
  const notes = [...set, ...QUOTED_NOTES[place.quoted]];
  return { excerpt: excerptOf(place), ...(notes.length > 0 && { note: notes.join('; ') }) };
}

function foundElided(found: readonly ElidedPlace[], insertions: readonly string[]): Shown {
  const quoted = found.slice(0, MAX_PLACES).map((place): Quoted => {
    const [note] = QUOTED_NOTES[place.quoted];
    return { excerpt: excerptOf(place), marks: place.omitted, ...(note && { note }) };
  });
  const [first] = found;
  const differences = [
    ...(first?.omitted ?? []).map(
      (span): Difference => ({
        kind: 'omitted',
        claimed: null,
        excerpt: first ? Excerpt.of(first.document, span.start, span.end) : null,
      }),
    ),
    ...insertions.map((claimed): Difference => ({ kind: 'inserted', claimed, excerpt: null })),
  ];
  const inserted = insertions.length > 0 ? [`Put in, and in no document: ${insertions.join(', ')}`] : [];
  const heading = `Elided: all parts stand in ${documentsOf(found)}, in order and near each other. What was left out is marked.`;
  return { heading, notes: [...inserted, ...more(found)], quoted, differences };
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
    withAll.length === 0 ? 'different documents' : 'different places of a document, or in another order';
  return {
    heading: `Joined: each part stands somewhere, but they stand in ${where}. Nobody is shown to have said them together.`,
    quoted: quoted.slice(0, Math.max(MAX_PLACES, parts.length)),
  };
}

function foundNear(quotation: string, near: readonly NearWording[]): Shown {
  const [nearest] = near;
  const quoted = near.slice(0, MAX_PLACES).map(
    (place): Quoted => ({
      excerpt: excerptOf(place),
      marks: place.differences.flatMap(({ span }) => (span ? [span] : [])),
      score: place.share,
    }),
  );
  const differences = near.slice(0, MAX_PLACES).flatMap((place) =>
    place.differences.map(({ kind, claimed, span }): Difference => {
      return { kind, claimed, excerpt: span && Excerpt.of(place.document, span.start, span.end) };
    }),
  );
  const heading = `Altered: no document says it so. The nearest wording is in ${documentsOf(near)}; what differs is marked.`;
  return {
    heading,
    quoted,
    differences,
    quotationMarks: claimedMarks(quotation, nearest?.differences ?? []),
    notes: more(near),
  };
}

/** Where in the quotation its own words stand that the document does not have. */
function claimedMarks(quotation: string, differences: readonly WordDifference[]): Span[] {
  const marks: Span[] = [];
  let from = 0;
  for (const { claimed } of differences) {
    if (claimed === null || claimed === '') continue;
    const start = quotation.indexOf(claimed, from);
    if (start === -1) continue;
    from = start + claimed.length;
    marks.push({ start, end: from });
  }
  return marks;
}

function foundShort(found: readonly Occurrence[]): Shown {
  const number = `${found.length < MAX_OCCURRENCES ? '' : 'at least '}${count(found.length, 'place')}`;
  const places = found.length === 0 ? 'It stands in no document.' : `It stands in ${number}.`;
  const heading = `Too short to say whose words these are. ${places}`;
  return {
    heading,
    notes: more(found),
    quoted: found.slice(0, MAX_PLACES).map((place) => ({ excerpt: excerptOf(place) })),
  };
}

function more(found: readonly unknown[]): string[] {
  return found.length > MAX_PLACES ? [`The first ${MAX_PLACES} of ${found.length} places are shown.`] : [];
}

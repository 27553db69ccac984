import type { Document } from '../corpus/document.js';
import { type Span, withoutBlanks } from '../text/span.js';
import type { ClaimPart, Elision, Insertion } from './claim.js';
import type { Finder, Occurrence } from './finder.js';
import { type QuotationsOf, quotedness } from './quotedness.js';
import type { JoinedPart, PartedPlace, PartedPlaces } from './verdict.js';

/** Nobody quotes in more parts than this. */
const MAX_PARTS = 40;
/** More places of the longest part than this are not looked around: it is no quotation then. */
const MAX_ANCHORS = 100;
/** Nobody leaves out more than this between two parts, in UTF-16 code units. */
const MAX_GAP = 5_000;

/** The places that carry all parts of a claim, in order and near each other. */
export async function findElided(
  finder: Finder,
  { parts }: Elision,
  read: QuotationsOf,
): Promise<PartedPlaces> {
  if (parts.length > MAX_PARTS) return { found: [], isAll: false };
  const { together, isAll } = await findTogether(finder, parts);
  return { found: together.map(({ document, spans }) => partedPlace(document, spans, read)), isAll };
}

/** What was put in that does not stand in the document where it was: the first place tells. */
export async function insertionsAt(
  finder: Finder,
  insertions: readonly Insertion[],
  [place]: readonly PartedPlace[],
): Promise<Insertion[]> {
  if (!place) return [...insertions];
  const { document, start, end } = place;
  const passage = document.passageAt(start);
  const putIn: Insertion[] = [];
  for (const insertion of insertions) {
    const folded = insertion.inner.trim();
    if (folded === '') continue;
    const found = await finder.findWithin(folded, document, passage?.start ?? start, end, 1);
    if (found.length === 0) putIn.push(insertion);
  }
  return putIn;
}

/** Parts that stand apart. One that is too short stands everywhere, so it takes two that are not. */
export async function findApart(
  finder: Finder,
  parts: readonly ClaimPart[],
): Promise<JoinedPart[] | undefined> {
  if (parts.length > MAX_PARTS || parts.filter(({ tooShort }) => !tooShort).length < 2) return undefined;
  const apart: JoinedPart[] = [];
  for (const { text, folded } of parts) {
    const found = await finder.find(folded);
    if (found.length === 0) return undefined;
    apart.push({ text, found });
  }
  return apart;
}

/** True if sentences stand in one place in order, so that what lies between them was left out. */
export async function standTogether(finder: Finder, parts: readonly ClaimPart[]): Promise<boolean> {
  return parts.length <= MAX_PARTS && (await findTogether(finder, parts)).together.length > 0;
}

/**
 * The places where all of `parts` stand in order, each in the passage of the one before or in the next; one that
 * is too short to tell by itself only in the passage of the one beside it.
 */
async function findTogether(
  finder: Finder,
  parts: readonly ClaimPart[],
): Promise<{ readonly together: readonly Together[]; readonly isAll: boolean }> {
  // The longest part has the fewest places; the others are looked for around it only.
  const anchor = parts.reduce(
    (longest, part, at) => (part.folded.length > (parts[longest]?.folded.length ?? 0) ? at : longest),
    0,
  );
  const anchorPart = parts[anchor];
  if (!anchorPart || anchorPart.tooShort) return { together: [], isAll: true };
  const together: Together[] = [];
  const anchors = await finder.find(anchorPart.folded);
  for (const place of anchors.slice(0, MAX_ANCHORS)) {
    const spans = await spansAround(finder, parts, anchor, place);
    if (spans) together.push({ document: place.document, spans });
  }
  return { together, isAll: anchors.length <= MAX_ANCHORS };
}

/** A place of all parts. */
interface Together {
  readonly document: Document;
  readonly spans: readonly Span[];
}

/** Where all parts stand around the place of one of them; undefined where one does not. */
async function spansAround(
  finder: Finder,
  parts: readonly ClaimPart[],
  anchor: number,
  { document, start, end }: Occurrence,
): Promise<readonly Span[] | undefined> {
  const spans: Span[] = [{ start, end }];
  for (const part of parts.slice(0, anchor).reverse()) {
    const first = spans[0]?.start ?? start;
    const from = Math.max(first - MAX_GAP, passageStart(document, first, part.tooShort ? 0 : -1));
    const before = (await finder.findWithin(part.folded, document, from, first)).at(-1);
    if (!before) return undefined;
    spans.unshift(before);
  }
  for (const part of parts.slice(anchor + 1)) {
    const last = spans.at(-1)?.end ?? end;
    const to = Math.min(last + MAX_GAP, passageEnd(document, last, part.tooShort ? 0 : 1));
    const [after] = await finder.findWithin(part.folded, document, last, to, 1);
    if (!after) return undefined;
    spans.push(after);
  }
  return spans;
}

/** A place of several parts, with what stands between them. */
function partedPlace(document: Document, spans: readonly Span[], read: QuotationsOf): PartedPlace {
  const parts = spans.map(({ start, end }) => ({ start, end }));
  const omitted = parts.slice(1).flatMap((part, at) => {
    const between = { start: parts[at]?.end ?? 0, end: part.start };
    const hasWords = /[\p{L}\p{N}]/u.test(document.text.slice(between.start, between.end));
    return hasWords ? (withoutBlanks(document.text, between) ?? []) : [];
  });
  const quoted = parts.map((part) => quotedness(document, part, read));
  return {
    document,
    start: parts[0]?.start ?? 0,
    end: parts.at(-1)?.end ?? 0,
    parts,
    omitted,
    quoted: quoted.every((one) => one === quoted[0]) ? (quoted[0] ?? 'outside') : 'partly',
  };
}

/** Where the passage begins that is `step` passages from the one around `offset`. */
function passageStart(document: Document, offset: number, step: number): number {
  const number = document.passageAt(offset)?.number ?? 1;
  return document.passages[Math.max(0, number - 1 + step)]?.start ?? 0;
}

/** Where the passage ends that is `step` passages from the one before `offset`. */
function passageEnd(document: Document, offset: number, step: number): number {
  const number = document.passageAt(offset - 1)?.number ?? 1;
  return (document.passages[number - 1 + step] ?? document.passages.at(-1))?.end ?? document.text.length;
}

import type { Document } from '../corpus/document.js';
import { type Span, withoutBlanks } from '../text/span.js';
import type { ClaimPart, Elision, Insertion } from './claim.js';
import type { FoldedCorpus, Occurrence } from './folded-corpus.js';
import { type QuotationsOf, quotedness } from './quotedness.js';
import type { JoinedPart, PartedPlace } from './verdict.js';

/** Nobody quotes in more parts than this. */
const MAX_PARTS = 40;
/** More places of the longest part than this are not looked around: it is no quotation then. */
const MAX_ANCHORS = 100;
/** Nobody leaves out more than this between two parts, in UTF-16 code units. */
const MAX_GAP = 5_000;

/** The places that carry all parts of a claim, in order and near each other. */
export function findElided(texts: FoldedCorpus, { parts }: Elision, read: QuotationsOf): PartedPlace[] {
  if (parts.length > MAX_PARTS) return [];
  return findTogether(texts, parts).map(({ document, spans }) => partedPlace(document, spans, read));
}

/** What was put in that does not stand in the document where it was: the first place tells. */
export function insertionsAt(
  texts: FoldedCorpus,
  insertions: readonly Insertion[],
  [place]: readonly PartedPlace[],
): Insertion[] {
  if (!place) return [...insertions];
  const { document, start, end } = place;
  const passage = document.passageAt(start);
  return insertions.filter(({ inner }) => {
    const folded = inner.trim();
    if (folded === '') return false;
    return texts.findWithin(folded, document, passage?.start ?? start, end, 1).length === 0;
  });
}

/** Parts that stand apart. One that is too short stands everywhere, so it takes two that are not. */
export function findApart(texts: FoldedCorpus, parts: readonly ClaimPart[]): JoinedPart[] | undefined {
  if (parts.length > MAX_PARTS || parts.filter(({ tooShort }) => !tooShort).length < 2) return undefined;
  const found = parts.map(({ text, folded }) => ({ text, found: texts.find(folded) }));
  return found.every((part) => part.found.length > 0) ? found : undefined;
}

/** True if sentences stand in one place in order, so that what lies between them was left out. */
export function standTogether(texts: FoldedCorpus, parts: readonly ClaimPart[]): boolean {
  return parts.length <= MAX_PARTS && findTogether(texts, parts).length > 0;
}

/**
 * The places where all of `parts` stand in order, each in the passage of the one before or in the next; one that
 * is too short to tell by itself only in the passage of the one beside it.
 */
function findTogether(
  texts: FoldedCorpus,
  parts: readonly ClaimPart[],
): { document: Document; spans: readonly Span[] }[] {
  // The longest part has the fewest places; the others are looked for around it only.
  const anchor = parts.reduce(
    (longest, part, at) => (part.folded.length > (parts[longest]?.folded.length ?? 0) ? at : longest),
    0,
  );
  const anchorPart = parts[anchor];
  if (!anchorPart || anchorPart.tooShort) return [];
  return texts
    .find(anchorPart.folded)
    .slice(0, MAX_ANCHORS)
    .flatMap((place) => spansAround(texts, parts, anchor, place));
}

function spansAround(
  texts: FoldedCorpus,
  parts: readonly ClaimPart[],
  anchor: number,
  { document, start, end }: Occurrence,
): { document: Document; spans: readonly Span[] }[] {
  const spans: Span[] = [{ start, end }];
  for (const part of parts.slice(0, anchor).reverse()) {
    const first = spans[0]?.start ?? start;
    const from = Math.max(first - MAX_GAP, passageStart(document, first, part.tooShort ? 0 : -1));
    const before = texts.findWithin(part.folded, document, from, first).at(-1);
    if (!before) return [];
    spans.unshift(before);
  }
  for (const part of parts.slice(anchor + 1)) {
    const last = spans.at(-1)?.end ?? end;
    const to = Math.min(last + MAX_GAP, passageEnd(document, last, part.tooShort ? 0 : 1));
    const [after] = texts.findWithin(part.folded, document, last, to, 1);
    if (!after) return [];
    spans.push(after);
  }
  return [{ document, spans }];
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

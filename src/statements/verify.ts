import type { Corpus } from '../corpus/corpus.js';
import type { Document } from '../corpus/document.js';
import { foldsBetween } from '../text/typography.js';
import { type Claim, type ClaimPart, readClaim, sentencesOf, withoutBracketedLetter } from './claim.js';
import { type FoldedCorpus, foldedCorpusOf, type Occurrence } from './folded-corpus.js';
import { nearWordings } from './nearest.js';
import { quotedness } from './quotedness.js';
import type { Span } from './shared-wording.js';
import type { ElidedPlace, Fold, FoundPlace, Verdict } from './verdict.js';

/** What the documents of `corpus` say of what somebody claims was said. */
export async function verify(corpus: Corpus, claimed: string): Promise<Verdict> {
  return verdictOn(corpus, await foldedCorpusOf(corpus), readClaim(claimed));
}

/** The same over texts that are folded already. */
export function verdictOn(corpus: Corpus, texts: FoldedCorpus, claim: Claim): Verdict {
  if (claim.tooShort)
    return { kind: 'too-short', found: claim.folded === '' ? [] : texts.find(claim.folded) };
  const found = findWhole(texts, claim);
  if (found.length > 0) {
    found.sort((a, b) => a.folds.length - b.folds.length);
    return { kind: found[0]?.folds.length === 0 ? 'exact' : 'typographic', found };
  }
  const apart = claim.elides ? partsApart(texts, claim) : sentencesApart(texts, sentencesOf(claim));
  if (apart) return apart;
  const near = nearWordings(corpus, claim.text);
  return near.length > 0 ? { kind: 'altered', near } : { kind: 'absent' };
}

/** The places that carry all of the claim's words as they stand, typography apart. */
function findWhole(texts: FoldedCorpus, claim: Claim): FoundPlace[] {
  const at = (part: ClaimPart) => texts.find(part.folded).flatMap((place) => foundPlace(place, part, claim));
  const places = at(claim);
  const opened = places.length === 0 ? withoutBracketedLetter(claim) : undefined;
  return opened ? at(opened) : places;
}

/** A place of the words; none where they end a question or an exclamation there and another sentence in the claim. */
function foundPlace(
  { document, start, end }: Occurrence,
  { text }: ClaimPart,
  { opening, closing }: Claim,
): FoundPlace[] {
  // A comma is the quoting sentence's own; a full stop ends the quoted one, which it did not there.
  if (closing.startsWith('.') && /^[?!]/.test(document.text.slice(end, end + 1))) return [];
  const stands = document.text.slice(start, end);
  const folds: Fold[] = foldsBetween(text, stands);
  if (
    text.charAt(0) !== stands.charAt(0) &&
    text.charAt(0).toLowerCase() === stands.charAt(0).toLowerCase()
  ) {
    folds.push('first letter');
  }
  if (!document.text.slice(0, start).trimEnd().endsWith(opening)) folds.push('opening punctuation');
  const closed = document.text.startsWith(closing, end);
  if (!closed) folds.push('closing punctuation');
  const place = { document, start, end: closed ? end + closing.length : end };
  return [{ ...place, folds, quoted: quotedness(document, start, end) }];
}

/** Nobody quotes in more parts than this. */
const MAX_PARTS = 40;

/** The verdict on a claim with omissions whose every part stands somewhere; undefined where one does not. */
function partsApart(texts: FoldedCorpus, { parts, insertions }: Claim): Verdict | undefined {
  if (parts.length > MAX_PARTS) return undefined;
  const together = findTogether(texts, parts);
  if (together.length > 0) return { kind: 'elided', found: together, insertions };
  return joined(texts, parts);
}

/**
 * The verdict on sentences that stand apart from each other although nothing in the claim says so. Where they
 * stand near each other in order, the claim left out words, and that is for `nearWordings` to show.
 */
function sentencesApart(texts: FoldedCorpus, sentences: readonly ClaimPart[]): Verdict | undefined {
  if (sentences.length < 2 || sentences.some(({ tooShort }) => tooShort)) return undefined;
  return findTogether(texts, sentences).length > 0 ? undefined : joined(texts, sentences);
}

/** The verdict on parts that stand apart. One that is too short stands everywhere, so it takes two that are not. */
function joined(texts: FoldedCorpus, parts: readonly ClaimPart[]): Verdict | undefined {
  if (parts.length > MAX_PARTS || parts.filter(({ tooShort }) => !tooShort).length < 2) return undefined;
  const found = parts.map(({ text, folded }) => ({ text, found: texts.find(folded) }));
  return found.every((part) => part.found.length > 0) ? { kind: 'joined', parts: found } : undefined;
}

/**
 * The places where all of `parts` stand in order, each in the passage of the one before or in the next; one that
 * is too short to tell by itself only in the passage of the one beside it.
 */
function findTogether(texts: FoldedCorpus, parts: readonly ClaimPart[]): ElidedPlace[] {
  // The longest part has the fewest places; the others are looked for around it only.
  const anchor = parts.reduce(
    (longest, part, at) => (part.folded.length > (parts[longest]?.folded.length ?? 0) ? at : longest),
    0,
  );
  const anchorPart = parts[anchor];
  if (!anchorPart || anchorPart.tooShort) return [];
  return texts.find(anchorPart.folded).flatMap(({ document, start, end }) => {
    const spans: Span[] = [{ start, end }];
    for (const part of parts.slice(0, anchor).reverse()) {
      const first = spans[0]?.start ?? 0;
      const before = texts
        .findWithin(part.folded, document, passageStart(document, first, part.tooShort ? 0 : -1), first)
        .at(-1);
      if (!before) return [];
      spans.unshift(before);
    }
    for (const part of parts.slice(anchor + 1)) {
      const last = spans.at(-1)?.end ?? 0;
      const [after] = texts.findWithin(
        part.folded,
        document,
        last,
        passageEnd(document, last, part.tooShort ? 0 : 1),
      );
      if (!after) return [];
      spans.push(after);
    }
    return [elidedPlace(document, spans)];
  });
}

function elidedPlace(document: Document, spans: readonly Span[]): ElidedPlace {
  const parts = spans.map(({ start, end }) => ({ start, end }));
  const omitted = parts.slice(1).flatMap((part, at) => {
    const between = { start: parts[at]?.end ?? 0, end: part.start };
    return /[\p{L}\p{N}]/u.test(document.text.slice(between.start, between.end))
      ? [trimmed(document, between)]
      : [];
  });
  const quoted = parts.map(({ start, end }) => quotedness(document, start, end));
  return {
    document,
    start: parts[0]?.start ?? 0,
    end: parts.at(-1)?.end ?? 0,
    parts,
    omitted,
    quoted: quoted.every((one) => one === quoted[0]) ? (quoted[0] ?? 'outside') : 'partly',
  };
}

function trimmed({ text }: Document, { start, end }: Span): Span {
  const slice = text.slice(start, end);
  return { start: end - slice.trimStart().length, end: start + slice.trimEnd().length };
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

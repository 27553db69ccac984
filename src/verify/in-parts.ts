import type { Passage } from '../corpus/passage.js';
import type { Span } from '../text/span.js';
import type { Claim } from './claim.js';
import { partedPlace } from './elision.js';
import type { NearWording } from './nearest.js';
import type { QuotationsOf } from './quotedness.js';
import type { PartedPlace } from './verdict.js';

/** What an outlet says between two parts of one quotation is short: “…,” Borg told reporters on Monday, “…”. */
const MAX_BETWEEN = 200;

/**
 * A near wording of which the claim leaves out nothing but what the outlet says between two parts of one
 * quotation (“…,” Borg said, “…”); undefined where it leaves out, or changes, anything else.
 */
export function inParts(near: NearWording, claim: Claim, read: QuotationsOf): PartedPlace | undefined {
  const { document, differences, same } = near;
  const passage = document.passageAt(near.start);
  if (!passage || near.end > passage.end || same.length < 2) return undefined;
  const quotations = read.of(passage).filter(({ depth }) => depth === 0);
  const isQuoted = (span: Span) =>
    quotations.findIndex(
      ({ innerStart, innerEnd }) =>
        innerStart + passage.start <= span.start && span.end <= innerEnd + passage.start,
    );
  const rows = same.map(isQuoted);
  // Every row in a quotation, each in another than the row before: between them is what the outlet says.
  if (rows.some((row, at) => row === -1 || (at > 0 && row !== (rows[at - 1] ?? 0) + 1))) return undefined;
  const startsRow = (span: Span) => same.some(({ start }, at) => at > 0 && start === span.start);
  const isOutlets = ({ kind, span }: NearWording['differences'][number]) =>
    span !== null &&
    ((kind === 'missing' && isBetween(span, passage, quotations)) ||
      (kind === 'letter case' && startsRow(span)));
  if (differences.some((difference) => !isOutlets(difference))) return undefined;
  return endsAlike(near, claim) ? partedPlace(document, same, read) : undefined;
}

function isBetween(
  { start, end }: Span,
  passage: Passage,
  quotations: readonly { readonly start: number; readonly end: number }[],
): boolean {
  const [from, to] = [start - passage.start, end - passage.start];
  return end - start <= MAX_BETWEEN && quotations.every((one) => to <= one.start || one.end <= from);
}

/** A full stop may not stand for the ? or ! with which the part before ended. */
function endsAlike({ document, same }: NearWording, { text }: Claim): boolean {
  const marks = (one: string) => one.replace(/[^?!]/g, '');
  const joints = same.slice(0, -1).map(({ end }) => document.text.slice(end, end + 2));
  const own = same.map(({ start, end }) => document.text.slice(start, end)).join('');
  return marks(text) === marks(own) + marks(joints.join('')) || marks(text) === marks(own);
}

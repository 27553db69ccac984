import type { TypographyFold } from '../text/folder.js';
import type { Span } from '../text/span.js';
import { type Claim, comparedText, type Insertion } from './claim.js';
import type { Occurrence } from './finder.js';
import type { Near, NearWording } from './nearest.js';
import type { BareText, SetAside } from './pasted.js';
import type { Quotedness } from './quotedness.js';

/** How a quotation may be typeset differently without being another: docs/verifying.md has the table. */
export type Fold =
  | TypographyFold
  | SetAside
  | 'first letter'
  | 'opening punctuation'
  | 'closing punctuation'
  | 'brackets';

/** A place that carries the words of a claim. */
export interface FoundPlace extends Occurrence {
  /** In what it is typeset differently; empty where the characters are the same. */
  readonly folds: readonly Fold[];
  /** How the words are quoted there: the speaker's words, or the outlet's. */
  readonly quoted: Quotedness;
}

/** A place that carries the parts of a claim, in order and near each other. */
export interface PartedPlace extends Occurrence {
  /** Where each part of the claim stands. */
  readonly parts: readonly Span[];
  /** What stands between them, which the claim left out or put other words for. */
  readonly omitted: readonly Span[];
  /** How the parts are quoted there. */
  readonly quoted: Quotedness;
}

/** Places of several parts. */
export interface PartedPlaces {
  readonly found: readonly PartedPlace[];
  /** False where more places may have them than were looked at. */
  readonly isAll: boolean;
}

/** A part of a claim, and where it stands. */
export interface JoinedPart {
  readonly text: string;
  readonly found: readonly Occurrence[];
}

/**
 * What the documents say of a claim. Only `exact` and `typographic` mean that the words stand so; how near
 * another wording comes never makes it one of them.
 */
export type Finding =
  | {
      readonly kind: 'exact' | 'typographic';
      readonly found: readonly FoundPlace[];
      /** False where the words stand in more places than are found. */
      readonly isAll: boolean;
      /** How other documents word nearly the same inside quotation marks. */
      readonly otherwise: readonly NearWording[];
    }
  | ({ readonly kind: 'elided'; readonly insertions: readonly Insertion[] } & PartedPlaces)
  | ({ readonly kind: 'in-parts' } & PartedPlaces)
  | { readonly kind: 'joined'; readonly parts: readonly JoinedPart[] }
  | ({ readonly kind: 'altered' } & Near)
  | { readonly kind: 'absent' }
  | { readonly kind: 'too-short'; readonly found: readonly Occurrence[] };

/** The words of a claim at a place of a difference. */
export function claimedWords(claim: Claim, { start, end }: Span): string {
  return comparedText(claim).slice(start, end);
}

/** A finding, and how the claim was read for it. */
export type Verdict = Finding & {
  readonly claim: Claim;
  /** The claim without what was set aside, which `claim` was read from. */
  readonly bare: BareText;
};

import type { Document } from '../corpus/document.js';
import type { TypographyFold } from '../text/typography.js';
import type { Occurrence } from './folded-corpus.js';
import type { NearWording } from './nearest.js';
import type { Quotedness } from './quotedness.js';
import type { Span } from './shared-wording.js';

/** How a quotation may be set otherwise without being another: README has the table. */
export type Fold = TypographyFold | 'first letter' | 'opening punctuation' | 'closing punctuation';

/** A place that carries the words of a claim. */
export interface FoundPlace extends Occurrence {
  /** In what it is set otherwise; empty where the characters stand so. */
  readonly folds: readonly Fold[];
  /** Whether they stand between quotation marks there: the speaker's words, or the outlet's. */
  readonly quoted: Quotedness;
}

/** A place that carries the parts of a claim, in order and near each other. */
export interface ElidedPlace {
  readonly document: Document;
  readonly start: number;
  readonly end: number;
  /** Where each part of the claim stands. */
  readonly parts: readonly Span[];
  /** What stands between them, which the claim left out or put other words for. */
  readonly omitted: readonly Span[];
  /** How the parts are quoted there. */
  readonly quoted: Quotedness;
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
export type Verdict =
  | { readonly kind: 'exact' | 'typographic'; readonly found: readonly FoundPlace[] }
  | {
      readonly kind: 'elided';
      readonly found: readonly ElidedPlace[];
      readonly insertions: readonly string[];
    }
  | { readonly kind: 'joined'; readonly parts: readonly JoinedPart[] }
  | { readonly kind: 'altered'; readonly near: readonly NearWording[] }
  | { readonly kind: 'absent' }
  | { readonly kind: 'too-short'; readonly found: readonly Occurrence[] };

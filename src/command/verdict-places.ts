import { Excerpt } from '../corpus/excerpt.js';
import { messages } from '../messages/index.js';
import type { Quoted, VerdictSection } from '../reply/reply.js';
import type { Occurrence } from '../verify/finder.js';
import type { Verdict } from '../verify/verdict.js';
import { MAX_PLACES } from './verdict-notes.js';

/** A verdict of one kind. */
export type Of<Kind extends Verdict['kind']> = Extract<Verdict, { readonly kind: Kind }>;

/** What is shown of a verdict. */
export type Shown = Pick<VerdictSection, 'heading' | 'quoted'> & Partial<VerdictSection>;

/** The words that tell who says what stands at a place, and what is to be said of them. */
export type SaidAt = (place: Occurrence) => Pick<Quoted, 'speaker'> & { readonly notes: readonly string[] };

/** In how many documents places are. */
export function documentsOf(places: readonly { readonly document: unknown }[]): number {
  return new Set(places.map(({ document }) => document)).size;
}

/** The words at a place. */
export function excerptOf({ document, start, end }: Occurrence): Excerpt {
  return Excerpt.of(document, start, end);
}

/** What is noted where not all places are shown; `isAll` is false where there may be more than were found. */
export function more(found: readonly unknown[], isAll: boolean): string[] {
  return found.length > MAX_PLACES ? [messages.verdicts.firstPlaces(MAX_PLACES, found.length, isAll)] : [];
}

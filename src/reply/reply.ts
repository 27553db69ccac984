import type { Excerpt } from '../corpus/excerpt.js';
import type { Span } from '../statements/shared-wording.js';

/** How a command went: it answered, found nothing, or could not be carried out. */
export type Outcome = 'answered' | 'nothing' | 'invalid' | 'forbidden' | 'failed';

/** An excerpt as a reply shows it. */
export interface Quoted {
  readonly excerpt: Excerpt;
  /** Stretches of the document, inside the excerpt, in order and apart: the wording that others share. */
  readonly marks?: readonly Span[];
  /** Orders the excerpts of a reply; says nothing across replies. */
  readonly score?: number;
}

/** A passage that answers, by itself. */
export interface PassageSection {
  readonly kind: 'passage';
  readonly quoted: Quoted;
}

/** One statement: how each document that reports it words it. */
export interface StatementSection {
  readonly kind: 'statement';
  /** Our own words above it. */
  readonly heading: string;
  readonly quoted: readonly Quoted[];
  /** The wording in common: its place in each of `quoted`, in the same order, or null where it is not. */
  readonly shared: readonly (readonly (Span | null)[])[];
}

/** Things to know, each with its name. */
export interface FactsSection {
  readonly kind: 'facts';
  readonly facts: readonly (readonly [name: string, value: string])[];
}

/** A list of lines in our own words; where it is long, a surface hands it over as a file of that name. */
export interface ListSection {
  readonly kind: 'list';
  readonly name: string;
  readonly lines: readonly string[];
}

export type Section = PassageSection | StatementSection | FactsSection | ListSection;

/** What a command answers, before any surface renders it. Words outside of `quoted` are our own, and plain. */
export interface Reply {
  readonly outcome: Outcome;
  /** One or more sentences of our own; what a member typed may stand in it. */
  readonly message: string;
  readonly sections: readonly Section[];
  /** How many sections are read at one sight; the rest follow on pages. */
  readonly perPage: number;
}

/** A reply of our own words alone. */
export function say(outcome: Outcome, message: string, sections: readonly Section[] = []): Reply {
  return { outcome, message, sections, perPage: Number.POSITIVE_INFINITY };
}

/** The excerpts of a reply with their marks, in the order in which they are shown. */
export function quotedOf(reply: Reply): Quoted[] {
  return reply.sections.flatMap((section) => {
    if (section.kind === 'passage') return [section.quoted];
    return section.kind === 'statement' ? section.quoted : [];
  });
}

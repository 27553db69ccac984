import type { ComparedQuotation } from '../compare/compared-quotations.js';
import type { Document } from '../corpus/document.js';
import type { Excerpt } from '../corpus/excerpt.js';
import type { Passage } from '../corpus/passage.js';
import { messages } from '../messages/index.js';
import type { PictureOfStatement } from '../picture/picture.js';
import type { Span } from '../text/span.js';
import type { Verdict } from '../verify/verdict.js';
import type { CitationFormat } from './citation-formats.js';
import type { DifferenceKind } from './difference-kinds.js';
import type { Fact } from './facts.js';

/** How a command went: it answered, found nothing, or could not be carried out. */
export type Outcome = 'answered' | 'nothing' | 'invalid' | 'forbidden' | 'failed';

/** An excerpt as a reply shows it. */
export interface Quoted {
  readonly excerpt: Excerpt;
  /**
   * Stretches of the document, inside the excerpt, in order and apart, that are set off: in a statement and a verdict
   * what differs, in an answer the sentence that answers.
   */
  readonly marks?: readonly Span[];
  /** Orders the excerpts of a reply; says nothing across replies. */
  readonly score?: number;
  /** Our own words on it, shown with its citation. */
  readonly note?: string;
  /** The words there that name who says it, a pronoun too; absent where nobody is named. */
  readonly speaker?: Excerpt;
}

/** The passage or document that a reply tells the source of. */
export interface About {
  readonly subject: Passage | Document;
  /** True if there are paragraphs around it that the reply does not show. */
  readonly hasMoreAround: boolean;
}

/** A passage that answers, by itself. */
export interface PassageSection {
  readonly kind: 'passage';
  readonly quoted: Quoted;
}

/** A passage that comes near to what was asked and is no answer. */
export interface NearSection {
  readonly kind: 'near';
  readonly quoted: Quoted;
  /** What was asked for and is not in it, as typed. */
  readonly lacks: readonly string[];
  /** Whose words were asked for and are not in it, as typed; undefined where nobody's were. */
  readonly lacksSpeaker: string | undefined;
}

/** One statement: how each document that reports it words it. */
export interface StatementSection {
  readonly kind: 'statement';
  /** Our own words above it. */
  readonly heading: string;
  readonly quoted: readonly Quoted[];
  /** The wording in common: its place in each of `quoted`, in the same order, or null where it is not. */
  readonly shared: readonly (readonly (Span | null)[])[];
  /** The outlets, or documents, on the story in which nothing like it stands. */
  readonly missing: readonly string[];
  /** Those on the story that may say it, in other words too. */
  readonly unclear: readonly string[];
  /** In how many others nothing on the story was found; null where it was not followed to its end. */
  readonly others: number | null;
  /** For each of `quoted`, the verbs and phrases that introduce what is said. */
  readonly introductions: readonly (readonly Excerpt[])[];
  readonly quotations: readonly ShownQuotation[];
  /** The rarest words that more than one outlet has: what ties the passages besides quotations. */
  readonly ties: readonly Excerpt[];
  /** What a picture of it shows, for surfaces that have it drawn; absent where none is wanted, or would show no more. */
  readonly picture?: () => PictureOfStatement;
}

/** A quotation as the passages of a statement print it. */
export interface ShownQuotation {
  readonly kind: ComparedQuotation['kind'];
  /** Where each of `quoted` prints it, or null. */
  readonly places: readonly (Span | null)[];
  /** For each of `quoted`, the place of one that prints words of it that this leaves out, or null. */
  readonly partOf: readonly (number | null)[];
  /** The words that name the speaker in each of `quoted`, or null. */
  readonly speakers: readonly (Excerpt | null)[];
  /** Where a pronoun is the speaker in one of `quoted`, the name of the only person named before, or null. */
  readonly onlyNames: readonly (Excerpt | null)[];
  readonly differences: readonly QuotationDifferenceShown[];
  /** The same words in another spelling. */
  readonly spellings: readonly QuotationDifferenceShown[];
}

/** Words that two printings of a quotation have not alike; null for nothing. */
export interface QuotationDifferenceShown {
  readonly first: { readonly quoted: number; readonly excerpt: Excerpt | null };
  readonly second: { readonly quoted: number; readonly excerpt: Excerpt | null };
}

/** A line of our own in which words of documents may stand. */
export type Note =
  | string
  | { readonly before: string; readonly words: readonly Excerpt[]; readonly after: string };

/** A note as text. */
export function noteText(note: Note): string {
  if (typeof note === 'string') return note;
  return `${note.before}${note.words.map(({ text }) => text).join(', ')}${note.after}`;
}

/** What the documents say of a quotation that somebody gave. */
export interface VerdictSection {
  readonly kind: 'verdict';
  /** `unchecked` where checking it failed, or took too long. */
  readonly verdict: Verdict['kind'] | 'unchecked';
  /** The verdict in our own words. */
  readonly heading: string;
  /** The quotation as given. */
  readonly quotation: string;
  /** Stretches of `quotation` that the documents do not have so, in order and apart. */
  readonly quotationMarks: readonly Span[];
  /** What else there is to know. */
  readonly notes: readonly Note[];
  readonly quoted: readonly Quoted[];
  readonly differences: readonly Difference[];
}

/** One thing in which a quotation differs from what a document has. */
export interface Difference {
  readonly kind: DifferenceKind;
  /** The quotation's words, as given; null where it has none. */
  readonly claimed: string | null;
  /** The document's words; null where it has none. */
  readonly excerpt: Excerpt | null;
  /** The id of the document that it is a difference from, where it is from one. */
  readonly document?: string;
}

/** Things to know, each with its name. */
export interface FactsSection {
  readonly kind: 'facts';
  readonly facts: readonly Fact[];
}

/** A text to be copied: its name for programs, its name for people, and itself. */
export interface CopyText {
  readonly id: CitationFormat;
  readonly name: string;
  readonly text: string;
}

/** Texts to be copied as they are, each with its name. */
export interface CopySection {
  readonly kind: 'copy';
  readonly name: string;
  readonly texts: readonly CopyText[];
}

/** A document as a list has it, for programs. A `null` is what its source does not state. */
export interface ListedDocument {
  readonly id: string;
  readonly file: string;
  readonly outlet: string | null;
  readonly title: string | null;
  readonly published: string | null;
  readonly passages: number;
}

/** A list of lines in our own words; where it is long, a surface hands it over as a file of that name. */
export interface ListSection {
  readonly kind: 'list';
  readonly name: string;
  readonly lines: readonly string[];
  /** The documents that the lines are of. */
  readonly documents?: readonly ListedDocument[];
}

export type Section =
  | PassageSection
  | NearSection
  | StatementSection
  | VerdictSection
  | FactsSection
  | CopySection
  | ListSection;

/** A file that goes with a reply. */
export interface ReplyFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** What it is, for those who cannot see it. */
  readonly description: string;
}

/** Which of its sections a reply has. */
export interface ReplyPart {
  /** The place of the first of them, counted from 0. */
  readonly from: number;
  /** How many sections there are in all; where not all were counted, how many at least. */
  readonly of: number;
  readonly isCounted: boolean;
}

/** How many sections a reply has in all, as people are told. */
export function partTotal({ of, isCounted }: ReplyPart): string {
  return messages.replies.total(of, isCounted);
}

/** What else may be shown, on the asker's wish: the same command with one more option. */
export interface Offer {
  /** What pressing a button does, in our own words. */
  readonly label: string;
  /** The option that is to be true. */
  readonly option: string;
  /** Where that changes something, what a button is to say, since it does not rest on what made the answer. */
  readonly confirms?: Confirms;
}

/** What is confirmed: a subcommand with the one option that it needs, and what the asker was shown. */
export interface Confirms {
  readonly command: string;
  readonly subcommand: string;
  readonly option: string;
  readonly value: string;
  /** In 16 hexadecimal digits. Only what has it is changed. */
  readonly fingerprint: string;
}

/** What a command answers, before any surface renders it. Words outside of `quoted` are our own, and plain. */
export interface Reply {
  readonly outcome: Outcome;
  /** One or more sentences of our own; what a member typed may stand in it. */
  readonly message: string;
  readonly sections: readonly Section[];
  /** Where a command makes only the sections that are about to be shown, which ones; the others are asked for. */
  readonly part?: ReplyPart;
  /** How many sections are read at one sight; the rest follow on pages. */
  readonly perPage: number;
  readonly offer?: Offer;
  /** Whose source it tells, for surfaces that show a part of that and the rest on request. */
  readonly about?: About;
  /** Shown with the first page. */
  readonly files?: readonly ReplyFile[];
}

/** A reply of our own words alone. */
export function say(outcome: Outcome, message: string, sections: readonly Section[] = []): Reply {
  return { outcome, message, sections, perPage: Number.POSITIVE_INFINITY };
}

/** The excerpts of a reply with their marks, in the order in which they are shown. */
export function quotedOf(reply: Pick<Reply, 'sections'>): Quoted[] {
  return reply.sections.flatMap((section) => {
    if (section.kind === 'passage' || section.kind === 'near') return [section.quoted];
    return section.kind === 'statement' || section.kind === 'verdict' ? section.quoted : [];
  });
}

/** Every excerpt of a reply, those that only name a difference too. */
export function excerptsOf(reply: Reply): Excerpt[] {
  return [
    ...quotedOf(reply).flatMap(({ excerpt, speaker }) => (speaker ? [excerpt, speaker] : [excerpt])),
    ...reply.sections.flatMap((section): Excerpt[] => {
      if (section.kind === 'verdict') {
        const noted = section.notes.flatMap((note) => (typeof note === 'string' ? [] : note.words));
        return [...section.differences.flatMap(({ excerpt }) => excerpt ?? []), ...noted];
      }
      if (section.kind !== 'statement') return [];
      const differences = section.quotations.flatMap((quotation) => [
        ...quotation.differences,
        ...quotation.spellings,
      ]);
      return [
        ...section.introductions.flat(),
        ...section.ties,
        ...section.quotations.flatMap(({ speakers, onlyNames }) =>
          [...speakers, ...onlyNames].flatMap((name) => name ?? []),
        ),
        ...differences.flatMap(({ first, second }) => [first.excerpt ?? [], second.excerpt ?? []].flat()),
      ];
    }),
  ];
}

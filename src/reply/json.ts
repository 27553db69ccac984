import type { Excerpt } from '../corpus/excerpt.js';
import type { Span } from '../text/span.js';
import { cite } from './citation.js';
import type { Facts } from './facts.js';
import type { JsonAnswer, JsonExcerpt, JsonNear, JsonRow, JsonStretch, JsonVerdict } from './json-schema.js';
import { linkTo } from './link.js';
import {
  type NearSection,
  noteText,
  type Quoted,
  quotedOf,
  type StatementSection,
  type VerdictSection,
} from './reply.js';
import type { SealedReply } from './seal.js';

/** The most excerpts that one line holds. */
export const MAX_EXCERPTS = 50;

/** What a line of JSON says besides the reply itself. */
export interface JsonContext {
  readonly command: string | null;
  readonly options: JsonAnswer['options'];
  readonly revision: string;
}

/** A reply as one line of JSON: the same content that the other surfaces show, on all its pages. */
export function jsonLine(reply: SealedReply, context: JsonContext): string {
  return JSON.stringify(jsonAnswer(reply, context));
}

/** A reply as that object, before it is a line. */
export function jsonAnswer(reply: SealedReply, { command, options, revision }: JsonContext): JsonAnswer {
  // What is no answer is not among the answers, whoever reads them.
  const quoted = quotedOf({ sections: reply.sections.filter(({ kind }) => kind !== 'near') });
  const near = reply.sections.filter((section) => section.kind === 'near');
  const statements = reply.sections.filter((section) => section.kind === 'statement');
  const verdicts = reply.sections.filter((section) => section.kind === 'verdict');
  const copies = reply.sections.flatMap((section) => (section.kind === 'copy' ? section.texts : []));
  const facts = reply.sections.flatMap((section) => (section.kind === 'facts' ? section.facts : []));
  const lists = reply.sections.filter((section) => section.kind === 'list');
  const lines = lists.flatMap((list) => list.lines);
  const documents = lists.flatMap((list) => list.documents ?? []);
  return {
    command,
    options,
    outcome: reply.outcome,
    message: reply.message,
    revision,
    ...(quoted.length > 0 && { excerpts: quoted.slice(0, MAX_EXCERPTS).map(excerptJson) }),
    ...(near.length > 0 && { nearest: near.map(nearJson) }),
    ...(reply.offer && { offer: reply.offer.option }),
    ...(statements.length > 0 && { comparison: statements.map(statementJson) }),
    ...(reply.part && {
      part: { from: reply.part.from, of: reply.part.of, counted: reply.part.isCounted },
    }),
    ...(facts.length > 0 && { facts: Object.assign({}, ...facts.map(({ data }) => data)) as Facts }),
    ...(verdicts.length > 0 && { verdicts: verdicts.map(verdictJson) }),
    ...(copies.length > 0 && {
      citations: Object.fromEntries(copies.map(({ id, text }) => [id, text])) as JsonAnswer['citations'],
    }),
    ...(documents.length > 0 && { documents }),
    ...(lines.length > 0 && { lines }),
  };
}

function excerptJson({ excerpt, score, note, speaker, marks = [] }: Quoted): JsonExcerpt {
  const { document, file, passage, line, outlet, title, author, published, url } = cite(excerpt);
  const { start, end, text } = excerpt;
  return {
    document,
    file,
    passage,
    line,
    start,
    end,
    text,
    outlet,
    title,
    author,
    published,
    url,
    link: linkTo(excerpt),
    ...(score !== undefined && { score: Math.round(score * 1e4) / 1e4 }),
    ...(marks.length > 0 && { marks: marks.map(spanJson) }),
    ...(note !== undefined && { note }),
    ...(speaker && { speaker: stretchJson(speaker) }),
  };
}

function nearJson({ quoted, lacks, lacksSpeaker }: NearSection): JsonNear {
  return { ...excerptJson(quoted), lacks: [...lacks], ...(lacksSpeaker !== undefined && { lacksSpeaker }) };
}

function spanJson({ start, end }: Span): [number, number] {
  return [start, end];
}

function stretchJson({ document, start, end, text }: Excerpt): JsonStretch {
  return { document: document.id, start, end, text };
}

function statementJson(section: StatementSection): JsonRow {
  const { heading, quoted, shared, missing, unclear, others, introductions, quotations, ties } = section;
  const stretch = (excerpt: Excerpt | null) => excerpt && stretchJson(excerpt);
  return {
    heading,
    excerpts: quoted.map(excerptJson),
    missing: [...missing],
    unclear: [...unclear],
    others,
    ties: ties.map(stretchJson),
    introductions: introductions.map((list) => list.map(stretchJson)),
    quotations: quotations.map(({ kind, places, partOf, speakers, onlyNames, differences, spellings }) => ({
      kind,
      speakers: speakers.map(stretch),
      onlyNames: onlyNames.map(stretch),
      spans: places.map((place) => place && spanJson(place)),
      texts: places.map(
        (place, at) => place && (quoted[at]?.excerpt.document.text.slice(place.start, place.end) ?? null),
      ),
      partOf: [...partOf],
      differences: differences.map(({ first, second }) => [stretch(first.excerpt), stretch(second.excerpt)]),
      spellings: spellings.map(({ first, second }) => [stretch(first.excerpt), stretch(second.excerpt)]),
    })),
    shared: shared.map((run) => {
      const at = run.findIndex((span) => span !== null);
      const [span, text] = [run[at], quoted[at]?.excerpt.document.text];
      return {
        spans: run.map((place) => place && spanJson(place)),
        text: (span && text?.slice(span.start, span.end)) ?? '',
      };
    }),
  };
}

function verdictJson({
  quotation,
  verdict,
  heading,
  notes,
  quoted,
  differences,
}: VerdictSection): JsonVerdict {
  return {
    quotation,
    verdict,
    message: [heading, ...notes.map(noteText)].join('\n'),
    excerpts: quoted.map(excerptJson),
    differences: differences.map(({ kind, claimed, excerpt, document = excerpt?.document.id }) => ({
      kind,
      claimed,
      text: excerpt?.text ?? null,
      ...(document !== undefined && { document }),
      ...(excerpt && { start: excerpt.start, end: excerpt.end }),
    })),
  };
}

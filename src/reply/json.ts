import type { Excerpt } from '../corpus/excerpt.js';
import { cite } from './citation.js';
import { linkTo } from './link.js';
import { noteText, type Quoted, quotedOf, type StatementSection, type VerdictSection } from './reply.js';
import type { SealedReply } from './seal.js';

/** The most excerpts that one line holds. */
const MAX_EXCERPTS = 50;

/** What a line of JSON says besides the reply itself. */
export interface JsonContext {
  readonly command: string | null;
  readonly options: object;
  readonly revision: string;
}

/** A reply as one line of JSON: the same content that the other surfaces show, on all its pages. */
export function jsonLine(reply: SealedReply, { command, options, revision }: JsonContext): string {
  const quoted = quotedOf(reply);
  const statements = reply.sections.filter((section) => section.kind === 'statement');
  const verdicts = reply.sections.filter((section) => section.kind === 'verdict');
  const copies = reply.sections.flatMap((section) => (section.kind === 'copy' ? section.texts : []));
  const facts = reply.sections.flatMap((section) => (section.kind === 'facts' ? section.facts : []));
  const lines = reply.sections.flatMap((section) => (section.kind === 'list' ? section.lines : []));
  return JSON.stringify({
    command,
    options,
    outcome: reply.outcome,
    message: reply.message,
    revision,
    ...(quoted.length > 0 && { excerpts: quoted.slice(0, MAX_EXCERPTS).map(excerptJson) }),
    ...(statements.length > 0 && { comparison: statements.map(statementJson) }),
    ...(facts.length > 0 && { facts: Object.fromEntries(facts) }),
    ...(verdicts.length > 0 && { verdicts: verdicts.map(verdictJson) }),
    ...(copies.length > 0 && { citations: Object.fromEntries(copies) }),
    ...(lines.length > 0 && { lines }),
  });
}

function excerptJson({ excerpt, score, note, marks = [] }: Quoted): object {
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
    ...(marks.length > 0 && { marks: marks.map((mark) => [mark.start, mark.end]) }),
    ...(note !== undefined && { note }),
  };
}

function statementJson(section: StatementSection): object {
  const { heading, quoted, shared, missing, introductions, quotations, ties } = section;
  const stretch = (excerpt: Excerpt | null) =>
    excerpt && { document: excerpt.document.id, start: excerpt.start, end: excerpt.end, text: excerpt.text };
  return {
    heading,
    excerpts: quoted.map(excerptJson),
    missing,
    ties: ties.map(stretch),
    introductions: introductions.map((list) => list.map(stretch)),
    quotations: quotations.map(({ kind, places, speakers, differences }) => ({
      kind,
      speakers: speakers.map(stretch),
      spans: places.map((place) => place && [place.start, place.end]),
      texts: places.map(
        (place, at) => place && (quoted[at]?.excerpt.document.text.slice(place.start, place.end) ?? null),
      ),
      differences: differences.map(({ first, second }) => [stretch(first.excerpt), stretch(second.excerpt)]),
    })),
    shared: shared.map((run) => {
      const at = run.findIndex((span) => span !== null);
      const [span, text] = [run[at], quoted[at]?.excerpt.document.text];
      return {
        spans: run.map((place) => place && [place.start, place.end]),
        text: span && text?.slice(span.start, span.end),
      };
    }),
  };
}

function verdictJson({ quotation, verdict, heading, notes, quoted, differences }: VerdictSection): object {
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

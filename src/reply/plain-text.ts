import { Excerpt } from '../corpus/excerpt.js';
import { messages } from '../messages/index.js';
import { type Span, shifted } from '../text/span.js';
import { onOneLine, shownTyped, withoutControls } from '../text/typed.js';
import { cite, placeLine, sourceLine } from './citation.js';
import type { Fact } from './facts.js';
import { inRows, marked, ownWords, type Window } from './in-rows.js';
import { linkTo } from './link.js';
import { outletNote } from './outlet-note.js';
import { noteText, type Quoted, quotedOf, type Section, type VerdictSection } from './reply.js';
import type { SealedReply } from './seal.js';
import { type SideBySide, sidesLine, sidesOf } from './side-by-side.js';

/** How the parts of a reply are set off. Each function returns the text whole, with or without signs around it. */
export interface Style {
  /** True if `mark` shows. */
  readonly marks: boolean;
  /** What is marked in an excerpt, or in what was given. */
  mark(text: string): string;
  /** Where an excerpt stands. */
  citation(text: string): string;
  /** Our own words above something. */
  heading(text: string): string;
  /** Our own words where something is wrong. */
  problem(text: string): string;
  /** The window that text is laid out in; without one, lines are as long as they are. */
  readonly window?: Window | undefined;
  /** Excerpts beside each other with their marks and places, where there is room; undefined where there is not. */
  readonly sideBySide?: (quoted: readonly Quoted[]) => string | undefined;
}

const same = (text: string) => text;

/** Nothing is set off: the characters alone. */
export const PLAIN: Style = { marks: false, mark: same, citation: same, heading: same, problem: same };

/** `style` for a text that is to be copied: as long as its lines are, and nothing beside anything. */
export function unwrapped({ window: _, sideBySide: __, ...style }: Style): Style {
  return style;
}

/** A stretch of a reply as text, and the section at which the next one begins, if any is left. */
export interface PlainPage {
  readonly text: string;
  readonly next: number | undefined;
}

/**
 * `perPage` sections of a reply as plain text, from section number `from` on. An excerpt stands by itself
 * between empty lines, its characters as the document has them, so that what is copied is the quotation; in a
 * window, line breaks stand for white space of it. What is there to be copied is never broken.
 */
export function plainText(reply: SealedReply, style: Style, from = 0, perPage = reply.perPage): PlainPage {
  const to = Math.min(from + perPage, reply.sections.length);
  const wentWell = reply.outcome === 'answered' || reply.outcome === 'nothing';
  const message = ownWords(reply.message, style.window);
  const head =
    (reply.part?.from ?? from) > 0 ? [] : [wentWell ? style.heading(message) : style.problem(message)];
  const sections = reply.sections.slice(from, to);
  const body = sections.flatMap((section) => sectionText(section, reply.message, style));
  const notes = outletNote(reply, quotedOf({ sections })).map((note) =>
    style.citation(ownWords(note, style.window)),
  );
  return {
    text: [...head, ...body, ...notes].join('\n\n'),
    next: to < reply.sections.length ? to : undefined,
  };
}

function sectionText(section: Section, message: string, style: Style): string[] {
  switch (section.kind) {
    case 'passage':
    case 'near':
      return [...quotedText(section.quoted, style), ...markedText(section.quoted, style)];
    case 'statement': {
      const columns = style.sideBySide?.(section.quoted);
      return [
        heading(section.heading, style),
        ...(columns ? [columns] : section.quoted.flatMap((quoted) => quotedText(quoted, style))),
        ...sidesOf(section).flatMap((sides) => sidesText(sides, style)),
      ];
    }
    case 'verdict':
      return [
        ...(section.heading === message ? [] : [heading(section.heading, style)]),
        `${messages.verdicts.given}\n${asTyped(section, style)}`,
        ...section.notes.map((note) => ownWords(noteText(note), style.window)),
        ...section.quoted.flatMap((quoted) => quotedText(quoted, style)),
        ...differencesText(section, style),
      ];
    case 'copy':
      return section.texts.flatMap(({ name, text }) => [style.heading(name), withoutControls(text)]);
    case 'facts':
      return [factsText(section.facts, style)];
    case 'list':
      return [section.lines.map((line) => inRows(line, { window: style.window, others: '  ' })).join('\n')];
  }
}

function heading(text: string, style: Style): string {
  return style.heading(ownWords(text, style.window));
}

/** What a member typed, each row after a sign, so that none can be taken for a line of ours. */
function asTyped({ quotation, quotationMarks }: VerdictSection, style: Style): string {
  const shown = (row: Span, text: string) => marked(text, row, quotationMarks, style.mark);
  return inRows(shownTyped(quotation), { window: style.window, first: '> ', others: '> ', shown });
}

/** Names beside what there is to know; above it where the names would take half of the window. */
function factsText(facts: readonly Fact[], { window }: Style): string {
  const width = Math.max(...facts.map(({ name }) => name.length)) + 2;
  const isNarrow = window !== undefined && width > window.width / 2;
  const others = ' '.repeat(isNarrow ? 2 : width);
  return facts
    .map(({ name, value }) =>
      isNarrow
        ? `${ownWords(name, window)}\n${inRows(value, { window, first: others, others })}`
        : inRows(value, { window, first: name.padEnd(width), others }),
    )
    .join('\n');
}

/** What is marked in a passage by itself, for where it cannot be marked inside. */
function markedText({ excerpt, marks = [] }: Quoted, style: Style): string[] {
  const part = marks.some(({ start, end }) => start > excerpt.start || end < excerpt.end);
  if (style.marks || !part) return [];
  const stretches = marks.map(({ start, end }) => Excerpt.of(excerpt.document, start, end).text);
  return [
    heading(messages.verdicts.marked, style),
    ...stretches.map((text) => inRows(text, { window: style.window })),
  ];
}

/** What is compared below a statement, a line each. */
function sidesText({ name, rows }: SideBySide, style: Style): string[] {
  const { window } = style;
  const lines = rows.map((sides) => inRows(sidesLine(sides, same), { window, first: '  ', others: '    ' }));
  return [heading(`${name}:`, style), lines.join('\n')];
}

/** How much of what was given a line repeats, in UTF-16 code units. */
const MAX_CLAIMED = 300;

/** What a quotation says otherwise, a line each; the folds of a typographic one stand in its heading. */
function differencesText({ differences }: VerdictSection, { window }: Style): string[] {
  const telling = differences.filter(({ claimed, excerpt }) => claimed !== null || excerpt !== null);
  const { kinds, label, claimed: claimedAs, documented } = messages.differences;
  const several = new Set(telling.map(({ document }) => document)).size > 1;
  const lines = telling.map(({ kind, claimed, excerpt, document }) => {
    const sides = [
      ...(claimed === null ? [] : [claimedAs(onOneLine(claimed, MAX_CLAIMED))]),
      ...(excerpt ? [documented(excerpt.text)] : []),
    ];
    return `${label(kinds[kind], several ? document : undefined)}: ${sides.join(' · ')}`;
  });
  const told = [...new Set(lines)].map((line) => inRows(line, { window, others: '  ' }));
  return told.length > 0 ? [told.join('\n')] : [];
}

function quotedText({ excerpt, marks = [], note, speaker }: Quoted, style: Style): string[] {
  const { start } = excerpt;
  const { window } = style;
  const inside = marks.map((mark) => shifted(mark, -start));
  const shown = (row: Span, text: string) => marked(text, row, inside, style.mark);
  const citation = cite(excerpt);
  const saidBy = speaker && messages.verdicts.saidBy(speaker.text.replace(/\s+/g, ' '));
  const lines = [inRows(`— ${sourceLine(citation)}`, { window, others: '  ' })];
  for (const line of [placeLine(citation), linkTo(excerpt), saidBy, note]) {
    if (line != null) lines.push(inRows(line, { window, first: '  ', others: '  ' }));
  }
  return [inRows(excerpt.text, { window, shown }), style.citation(lines.join('\n'))];
}

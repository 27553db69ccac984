import { Excerpt } from '../corpus/excerpt.js';
import { messages } from '../messages/index.js';
import { type Span, shifted } from '../text/span.js';
import { onOneLine, shownTyped } from '../text/typed.js';
import { cite, placeLine, sourceLine } from './citation.js';
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
  /** Excerpts beside each other with their marks and places, where there is room; undefined where there is not. */
  readonly sideBySide?: (quoted: readonly Quoted[]) => string | undefined;
}

const same = (text: string) => text;

/** Nothing is set off: the characters alone. */
export const PLAIN: Style = { marks: false, mark: same, citation: same, heading: same, problem: same };

/** A stretch of a reply as text, and the section at which the next one begins, if any is left. */
export interface PlainPage {
  readonly text: string;
  readonly next: number | undefined;
}

/**
 * `perPage` sections of a reply as plain text, from section number `from` on. An excerpt stands by itself
 * between empty lines, its characters as the document has them, so that what is copied is the quotation.
 */
export function plainText(reply: SealedReply, style: Style, from = 0, perPage = reply.perPage): PlainPage {
  const to = Math.min(from + perPage, reply.sections.length);
  const wentWell = reply.outcome === 'answered' || reply.outcome === 'nothing';
  const head =
    (reply.part?.from ?? from) > 0
      ? []
      : [wentWell ? style.heading(reply.message) : style.problem(reply.message)];
  const sections = reply.sections.slice(from, to);
  const body = sections.flatMap((section) => sectionText(section, reply.message, style));
  const notes = outletNote(reply, quotedOf({ sections })).map(style.citation);
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
        style.heading(section.heading),
        ...(columns ? [columns] : section.quoted.flatMap((quoted) => quotedText(quoted, style))),
        ...sidesOf(section).flatMap((sides) => sidesText(sides, style)),
      ];
    }
    case 'verdict':
      return [
        ...(section.heading === message ? [] : [style.heading(section.heading)]),
        `${messages.verdicts.given}\n${asTyped(marked(shownTyped(section.quotation), section.quotationMarks, style))}`,
        ...section.notes.map(noteText),
        ...section.quoted.flatMap((quoted) => quotedText(quoted, style)),
        ...differencesText(section),
      ];
    case 'copy':
      return section.texts.flatMap(({ name, text }) => [style.heading(name), text]);
    case 'facts': {
      const width = Math.max(...section.facts.map(({ name }) => name.length));
      return [section.facts.map(({ name, value }) => `${name.padEnd(width)}  ${value}`).join('\n')];
    }
    case 'list':
      return [section.lines.join('\n')];
  }
}

/** What a member typed, each line after a sign, so that none can be taken for a line of ours. */
function asTyped(text: string): string {
  return text.replace(/^/gm, '> ');
}

/** What is marked in a passage by itself, for where it cannot be marked inside. */
function markedText({ excerpt, marks = [] }: Quoted, style: Style): string[] {
  const part = marks.some(({ start, end }) => start > excerpt.start || end < excerpt.end);
  if (style.marks || !part) return [];
  const stretches = marks.map(({ start, end }) => Excerpt.of(excerpt.document, start, end).text);
  return [style.heading(messages.verdicts.marked), ...stretches];
}

/** What is compared below a statement, a line each. */
function sidesText({ name, rows }: SideBySide, style: Style): string[] {
  return [style.heading(`${name}:`), rows.map((sides) => `  ${sidesLine(sides, same)}`).join('\n')];
}

/** How much of what was given a line repeats, in UTF-16 code units. */
const MAX_CLAIMED = 300;

/** What a quotation says otherwise, a line each; the folds of a typographic one stand in its heading. */
function differencesText({ differences }: VerdictSection): string[] {
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
  return lines.length > 0 ? [[...new Set(lines)].join('\n')] : [];
}

function quotedText({ excerpt, marks = [], note, speaker }: Quoted, style: Style): string[] {
  const { text, start } = excerpt;
  const inside = marks.map((mark) => shifted(mark, -start));
  const citation = cite(excerpt);
  const lines = [`— ${sourceLine(citation)}`, `  ${placeLine(citation)}`];
  const link = linkTo(excerpt);
  if (link !== null) lines.push(`  ${link}`);
  if (speaker) lines.push(`  ${messages.verdicts.saidBy(speaker.text.replace(/\s+/g, ' '))}`);
  if (note !== undefined) lines.push(`  ${note}`);
  return [marked(text, inside, style), style.citation(lines.join('\n'))];
}

/** A text with its marks set off. */
function marked(text: string, marks: readonly Span[], style: Style): string {
  let shown = '';
  let at = 0;
  for (const { start, end } of marks) {
    shown += text.slice(at, start) + style.mark(text.slice(start, end));
    at = end;
  }
  return shown + text.slice(at);
}

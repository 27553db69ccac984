import { messages } from '../../messages/index.js';
import { cite, placeLine } from '../../reply/citation.js';
import { noteText, type Quoted, type VerdictSection } from '../../reply/reply.js';
import { shorten } from '../../text/shorten.js';
import { shownTyped } from '../../text/typed.js';
import { smallPrint, sourceMarkdown, sourceRoom } from './cited.js';
import { LIMITS } from './limits.js';
import { escapeMarkdown, quoteMarkdown } from './markdown.js';
import type { Page } from './page.js';
import { inEmbeds, ownParagraph, type Paragraph, quoteParagraphs } from './paragraphs.js';

/** Room for the verdict, for what was given and for a note, before they are escaped, which doubles them at most. */
const OWN_ROOM = 400;
/** Room for a source, for a place and for a note on it: each is two lines of a phone at most. */
const CITED_ROOM = 120;
/** The most that is said of one place: its source, where it stands, a note, and who says it, with the signs between. */
const PLACE_ROOM = sourceRoom(CITED_ROOM) + 3 * 2 * CITED_ROOM + 40;
/** Places that print the same are named below it together, in half of an embed. */
const PLACES_ROOM = 2_000;

const [FOUND, IN_PIECES, OTHERWISE, NOTHING] = [0x4f7942, 0xb5651d, 0xa23b4a, 0x6d6f78];
/** The colour of a block by how much its verdict says against a quotation. */
const COLOURS: Readonly<Record<VerdictSection['verdict'], number>> = {
  exact: FOUND,
  typographic: FOUND,
  elided: IN_PIECES,
  'in-parts': IN_PIECES,
  joined: OTHERWISE,
  altered: OTHERWISE,
  absent: OTHERWISE,
  'too-short': NOTHING,
  unchecked: NOTHING,
};

/**
 * A verdict in as few blocks as hold it: what was given and, below it, what is printed, then who says it and what is
 * to be known, then what is printed elsewhere. The verdict stands above it all where the message is not the verdict.
 */
export function verdictBlocks(section: VerdictSection, message: string): Page[] {
  const { heading, notes, quoted } = section;
  const [first, ...others] = printings(quoted);
  const paragraphs = [
    given(section, heading === message ? '' : `${escapeMarkdown(shorten(heading, OWN_ROOM))}\n`),
    ...(first ? printed(first, messages.verdicts.printed) : []),
    ...noteParagraphs(notes),
  ];
  const here = new Set(first?.map(({ excerpt }) => excerpt.document));
  let isElsewhere = false;
  for (const printing of others) {
    const leaves: boolean = !isElsewhere && printing.every(({ excerpt }) => !here.has(excerpt.document));
    paragraphs.push(...printed(printing, leaves ? messages.verdicts.elsewhere : undefined));
    isElsewhere ||= leaves;
  }
  return inEmbeds(paragraphs, COLOURS[section.verdict]);
}

/** Notes a line each, in as few paragraphs as hold them. */
function noteParagraphs(notes: VerdictSection['notes']): Paragraph[] {
  const paragraphs: string[] = [];
  for (const note of notes) {
    const line = escapeMarkdown(shorten(noteText(note), OWN_ROOM));
    const last = paragraphs.at(-1);
    if (last !== undefined && last.length + line.length < LIMITS.embedDescription)
      paragraphs[paragraphs.length - 1] = `${last}\n${line}`;
    else paragraphs.push(line);
  }
  return paragraphs.map(ownParagraph);
}

/** What a member typed, each line after the sign of a quote, so that none can be taken for a line of ours. */
function given({ quotation, quotationMarks }: VerdictSection, above: string): Paragraph {
  const shown = shorten(quotation, OWN_ROOM);
  const marks = quotationMarks.filter(({ end }) => shown === quotation || end < shown.length);
  return ownParagraph(`${above}${messages.verdicts.given}\n${quoteMarkdown(shownTyped(shown), marks)}`);
}

/** Places with the same words and marks together, in order, as many as can be named below them. */
function printings(quoted: readonly Quoted[]): Quoted[][] {
  const groups: Quoted[][] = [];
  const open = new Map<string, { group: Quoted[]; room: number }>();
  for (const one of quoted) {
    const key = markdownOf(one);
    const cost = placeMarkdown(one, '').length + 1;
    const last = open.get(key);
    if (last && last.room >= cost) {
      last.group.push(one);
      last.room -= cost;
    } else {
      const group = [one];
      groups.push(group);
      open.set(key, { group, room: PLACES_ROOM - cost });
    }
  }
  return groups;
}

function markdownOf({ excerpt: { start, text }, marks = [] }: Quoted): string {
  return quoteMarkdown(
    text,
    marks.map((mark) => ({ start: mark.start - start, end: mark.end - start })),
  );
}

/** Words once, and below them each place that prints them. */
function printed(group: readonly Quoted[], label: string | undefined): Paragraph[] {
  const [first, ...same] = group;
  if (!first) return [];
  const also = same.map((one) => placeMarkdown(one, ''));
  const below = (part: Quoted, ofParts: string) => [placeMarkdown(part, ofParts), ...also].join('\n');
  const paragraphs = quoteParagraphs(first, {
    above: label === undefined ? '' : `${label}\n`,
    below,
    belowRoom: PLACE_ROOM + also.join('\n').length,
  });
  const [head, ...rest] = paragraphs;
  if (!head) return [];
  // The same words of the other places stand there too, and are looked at again before they are sent.
  const quotes = same.map((quoted) => ({ quoted, markdown: markdownOf(quoted) }));
  return rest.length > 0 ? paragraphs : [{ ...head, quotes: [...head.quotes, ...quotes] }];
}

/** From what source, who says it there as far as somebody is named, and in small type where it stands. */
function placeMarkdown({ excerpt, note, speaker }: Quoted, ofParts: string): string {
  const said = speaker ? [messages.verdicts.saidBy(speaker.text.replace(/\s+/g, ' '))] : [];
  const own = [...said, ...(note === undefined ? [] : [note])].map((line) =>
    escapeMarkdown(shorten(line, CITED_ROOM)),
  );
  return [
    `— ${sourceMarkdown(excerpt, CITED_ROOM)}`,
    ...own,
    smallPrint(shorten(placeLine(cite(excerpt)) + ofParts, CITED_ROOM)),
  ].join('\n');
}

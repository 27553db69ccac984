import { type Citation, cite, placeLine, sourceLine } from '../../reply/citation.js';
import { linkTo } from '../../reply/link.js';
import type { Quoted, StatementSection } from '../../reply/reply.js';
import { type SideBySide, sidesLine, sidesOf } from '../../reply/side-by-side.js';
import { shorten } from '../../text/shorten.js';
import { linked } from './cited.js';
import { escapeMarkdown } from './markdown.js';
import { EMPTY_PAGE, type Page } from './page.js';
import { BETWEEN, inEmbeds, type Paragraph, quoteParagraphs } from './paragraphs.js';
import { textFile } from './text-file.js';

/** Room for our own words above quotes: five names of outlets and three sentences. Escaping doubles it at most. */
const OWN_ROOM = 400;
/** Room for an outlet, for what is stated of a source, and for its place: each is two lines of an embed at most. */
const CITED_ROOM = 200;
/** A link that is longer leaves less room for the words than for itself. */
const LINK_ROOM = 1500;
/** Longer lists are read in a file: this is a third of what an embed holds. */
const SIDES_ROOM = 1500;
/** The longest line that cites a part: three escaped texts, a link, and the signs and numbers between. */
const CITATION_ROOM = 3 * 2 * CITED_ROOM + LINK_ROOM + 60;

/**
 * A statement as one block: who reports it, each outlet's words with a line that cites them, then what differs. Where
 * it is too long for one embed it goes on in others, never inside a quotation that fits one.
 */
export function statementBlocks(section: StatementSection): Page[] {
  const heading = escapeMarkdown(shorten(section.heading, OWN_ROOM));
  const quoted = section.quoted.flatMap((one, at) => paragraphsOf(one, at === 0 ? heading : ''));
  const sides = sidesOf(section).map((one) => ({ one, markdown: sidesMarkdown(one) }));
  const listed = sides.filter(({ markdown }) => markdown.length <= SIDES_ROOM);
  const filed = sides.filter(({ markdown }) => markdown.length > SIDES_ROOM);
  const [first = EMPTY_PAGE, ...more] = inEmbeds([
    ...(quoted.length > 0 ? quoted : [{ markdown: heading, quotes: [] }]),
    ...listed.map(({ markdown }) => ({ markdown, quotes: [] })),
  ]);
  const { picture } = section;
  return [
    { ...first, files: filed.map(({ one }) => sidesFile(one)), pictures: picture ? [picture] : [] },
    ...more,
  ];
}

/** An excerpt and its citation, in parts that each fit an embed; `above` stands over the first. */
function paragraphsOf(quoted: Quoted, above: string): Paragraph[] {
  return quoteParagraphs(quoted, {
    above: above === '' ? '' : above + BETWEEN,
    below: citedLine,
    belowRoom: CITATION_ROOM,
  });
}

/** Whose words they are, linked to them where an address is stated, from what, and where to look; in one line. */
function citedLine({ excerpt }: Quoted, ofParts: string): string {
  const citation: Citation = { ...cite(excerpt), outlet: null };
  const [source, place] = [sourceLine(citation), placeLine(citation)].map((text) =>
    escapeMarkdown(shorten(text, CITED_ROOM)),
  );
  const who = linked(shorten(excerpt.document.teller, CITED_ROOM), linkTo(excerpt), LINK_ROOM);
  return `— ${who}: ${source} · ${place}${ofParts}`;
}

function sidesMarkdown({ name, rows }: SideBySide): string {
  const lines = rows.map((sides) => sidesLine(sides, escapeMarkdown));
  return `${escapeMarkdown(name)}:\n${lines.join('\n')}`;
}

function sidesFile({ name, rows }: SideBySide) {
  return textFile(
    name.toLowerCase(),
    rows.map((sides) => sidesLine(sides, (text) => text)),
  );
}

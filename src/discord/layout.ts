import type { APIEmbed } from 'discord.js';
import { cite, OUTLET_NOT_STATED, placeLine, sourceLine } from '../reply/citation.js';
import { linkTo } from '../reply/link.js';
import { PLAIN, plainText } from '../reply/plain-text.js';
import type { Quoted, Section } from '../reply/reply.js';
import type { SealedReply } from '../reply/seal.js';
import { shorten } from '../text/shorten.js';
import { embedLength, LIMITS } from './limits.js';
import { escapeMarkdown, quoteMarkdown } from './markdown.js';
import { splitQuoted } from './split.js';

/** A text file that goes with a message. */
export interface TextFile {
  readonly name: string;
  readonly text: string;
  readonly description: string;
}

/** A block quote in an embed, and what it quotes: what the last check compares. */
export interface ShownQuote {
  readonly quoted: Quoted;
  readonly markdown: string;
}

/** What one message shows below its heading. */
export interface Page {
  readonly embeds: readonly APIEmbed[];
  readonly files: readonly TextFile[];
  readonly quotes: readonly ShownQuote[];
}

/** Colours that tell documents apart at a glance; a document keeps its own within an answer. */
const COLOURS = [0x3b6ea5, 0xb5651d, 0x4f7942, 0x7b4b94, 0xa23b4a, 0x2f7f86];
/** Room in a description for the citation under the quote: the source's line with its link. */
const CITATION_ROOM = 1000;
/** Room for the footer: a file's path is rarely longer, and its end says least. */
const FOOTER_ROOM = 400;
/** Room for what stands above a statement; escaping doubles a text at most. */
const HEADING_ROOM = 800;
const QUOTE_BUDGET = LIMITS.embedDescription - CITATION_ROOM;

/** The pages of a reply: as many sections on each as the reply wants, fewer where they do not fit. */
export function layOut(reply: SealedReply): Page[] {
  const colours = new Map<string, number>();
  const colourOf = (document: string) => {
    const colour = colours.get(document) ?? COLOURS[colours.size % COLOURS.length] ?? 0;
    colours.set(document, colour);
    return colour;
  };
  const pages: Page[] = [];
  let page: Page = EMPTY;
  let sections = 0;
  const turn = () => {
    pages.push(page);
    page = EMPTY;
    sections = 0;
  };
  for (const section of reply.sections) {
    if (sections === reply.perPage) turn();
    for (const part of blocks(section, colourOf)) {
      if (page !== EMPTY && !fits(page, part)) turn();
      page = join(page, part);
    }
    sections++;
  }
  turn();
  return pages;
}

const EMPTY: Page = { embeds: [], files: [], quotes: [] };

function join(a: Page, b: Page): Page {
  return {
    embeds: [...a.embeds, ...b.embeds],
    files: [...a.files, ...b.files],
    quotes: [...a.quotes, ...b.quotes],
  };
}

function fits(a: Page, b: Page): boolean {
  const { embeds, files } = join(a, b);
  const total = embeds.reduce((sum, embed) => sum + embedLength(embed), 0);
  return embeds.length <= LIMITS.embeds && total <= LIMITS.embedTotal && files.length <= LIMITS.files;
}

/** The parts that a section is made of; none is larger than a message. */
function blocks(section: Section, colourOf: (document: string) => number): Page[] {
  switch (section.kind) {
    case 'passage':
      return quoteBlocks(section.quoted, colourOf);
    case 'statement': {
      const [first, ...more] = section.quoted.flatMap((quoted) => quoteBlocks(quoted, colourOf));
      const text = escapeMarkdown(shorten(section.heading, HEADING_ROOM / 2));
      const heading: Page = { ...EMPTY, embeds: [{ description: text }] };
      return first ? [join(heading, first), ...more] : [heading];
    }
    case 'facts':
      return [
        ownText(
          'status',
          section.facts.map(([name, value]) => `${name}: ${value}`),
        ),
      ];
    case 'list':
      return [ownText(section.name, section.lines)];
  }
}

function quoteBlocks(quoted: Quoted, colourOf: (document: string) => number): Page[] {
  const parts = splitQuoted(quoted, QUOTE_BUDGET);
  return parts.map((part, index) => {
    const citation = cite(part.excerpt);
    const link = linkTo(part.excerpt);
    const { start, text } = part.excerpt;
    const marks = (part.marks ?? []).map((mark) => ({ start: mark.start - start, end: mark.end - start }));
    const markdown = quoteMarkdown(text, marks);
    const source = escapeMarkdown(shorten(sourceLine(citation), CITATION_ROOM / 4));
    const place = placeLine(citation) + (parts.length > 1 ? ` · part ${index + 1} of ${parts.length}` : '');
    const embed: APIEmbed = {
      author: {
        name: shorten(citation.outlet ?? OUTLET_NOT_STATED, LIMITS.embedAuthor),
        ...(link !== null && link.length <= LIMITS.embedUrl && { url: link }),
      },
      description: `${markdown}\n— ${source}`,
      footer: { text: shorten(place, FOOTER_ROOM) },
      color: colourOf(citation.document),
    };
    return { ...EMPTY, embeds: [embed], quotes: [{ quoted: part, markdown }] };
  });
}

/** Lines of our own: in the message where they fit, else as a file. */
function ownText(name: string, lines: readonly string[]): Page {
  const description = escapeMarkdown(lines.join('\n'));
  if (description.length <= LIMITS.embedDescription) return { ...EMPTY, embeds: [{ description }] };
  const file = {
    name: `${name}.txt`,
    text: `${lines.join('\n')}\n`,
    description: `${name}, ${lines.length} lines`,
  };
  return { ...EMPTY, files: [file] };
}

/** The whole reply as one file, for where its pages cannot be turned. */
export function asFile(reply: SealedReply): TextFile {
  const { text } = plainText(reply, PLAIN, 0, Number.POSITIVE_INFINITY);
  return { name: 'answer.txt', text: `${text}\n`, description: 'The whole answer' };
}

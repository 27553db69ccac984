import type { APIEmbed } from 'discord-api-types/v10';
import { messages } from '../../messages/index.js';
import { cite, placeLine, sourceLine } from '../../reply/citation.js';
import { linkTo } from '../../reply/link.js';
import {
  type CopySection,
  noteText,
  type Quoted,
  type Section,
  type VerdictSection,
} from '../../reply/reply.js';
import { shorten } from '../../text/shorten.js';
import { shifted } from '../../text/span.js';
import { shownTyped } from '../../text/typed.js';
import { LIMITS } from './limits.js';
import { escapeMarkdown, quoteMarkdown } from './markdown.js';
import { EMPTY_PAGE, joinPages, type Page } from './page.js';
import { splitQuoted } from './split.js';
import { statementBlocks } from './statement-blocks.js';
import { textFile } from './text-file.js';

/** The colour of a document within an answer. */
export type ColourOf = (document: string) => number;

/** Room in a description for the citation under the quote. */
const CITATION_ROOM = 1000;
const QUOTE_BUDGET = LIMITS.embedDescription - CITATION_ROOM;
/** Room for a footer: a file's path is rarely longer, and its end says least. */
const FOOTER_ROOM = 400;
/** Room for our own words above quotes, before they are escaped, which doubles them at most. */
const OWN_ROOM = 400;

/** The parts that a section is made of, none larger than a message; `message` is what stands above them all. */
export function blocksOf(section: Section, message: string, colourOf: ColourOf): Page[] {
  switch (section.kind) {
    case 'passage':
    case 'near':
      return quoteBlocks(section.quoted, colourOf);
    case 'statement':
      return statementBlocks(section);
    case 'verdict':
      return under(verdictLines(section, message), section.quoted, colourOf);
    case 'facts':
      return [
        ownText(
          'facts',
          section.facts.map(({ name, value }) => `${name}: ${value}`),
        ),
      ];
    case 'copy':
      return [copyBlock(section)];
    case 'list':
      return [ownText(section.name, section.lines)];
  }
}

/** Excerpts below lines of our own, which stay on the page of the first. */
function under(lines: readonly string[], quoted: readonly Quoted[], colourOf: ColourOf): Page[] {
  const own: Page = { ...EMPTY_PAGE, embeds: [{ description: lines.join('\n') }] };
  const [first, ...more] = quoted.flatMap((one) => quoteBlocks(one, colourOf));
  return first ? [joinPages(own, first), ...more] : [own];
}

/** What is said of a quotation; the verdict itself too, where the message does not say it. */
function verdictLines(
  { heading, quotation, quotationMarks, notes }: VerdictSection,
  message: string,
): string[] {
  const given = shorten(quotation, OWN_ROOM);
  const marks = quotationMarks.filter(({ end }) => given === quotation || end < given.length);
  const verdict = heading === message ? [] : [escapeMarkdown(heading)];
  return [
    ...verdict,
    // Each line of it after the sign of a quote, so that none can be taken for a line of ours.
    messages.verdicts.given,
    quoteMarkdown(shownTyped(given), marks),
    ...notes.map((note) => escapeMarkdown(noteText(note))),
  ];
}

function quoteBlocks(quoted: Quoted, colourOf: ColourOf): Page[] {
  const parts = splitQuoted(quoted, QUOTE_BUDGET);
  return parts.map((part, index) => {
    const ofParts = parts.length > 1 ? messages.discord.partOfPassage(index + 1, parts.length) : '';
    return quoteBlock(part, ofParts, colourOf);
  });
}

function quoteBlock(quoted: Quoted, ofParts: string, colourOf: ColourOf): Page {
  const { excerpt, marks = [], note } = quoted;
  const { start, text } = excerpt;
  const citation = cite(excerpt);
  const link = linkTo(excerpt);
  const inside = marks.map((mark) => shifted(mark, -start));
  const markdown = quoteMarkdown(text, inside);
  const lines = [sourceLine(citation), ...(note === undefined ? [] : [note])];
  const below = lines.map((line) => escapeMarkdown(shorten(line, CITATION_ROOM / 4 - 2))).join('\n');
  const embed: APIEmbed = {
    author: {
      name: shorten(excerpt.document.teller, LIMITS.embedAuthor),
      ...(link !== null && link.length <= LIMITS.embedUrl && { url: link }),
    },
    description: `${markdown}\n— ${below}`,
    footer: { text: shorten(placeLine(citation) + ofParts, FOOTER_ROOM) },
    color: colourOf(citation.document),
  };
  return { ...EMPTY_PAGE, embeds: [embed], quotes: [{ quoted, markdown }] };
}

/** Texts in blocks that Discord shows as they are, to be copied; a file where they do not fit. */
function copyBlock({ name, texts }: CopySection): Page {
  const blocks = texts.map(({ name: title, text }) => `${escapeMarkdown(title)}\n\`\`\`\n${text}\n\`\`\``);
  const description = blocks.join('\n');
  const fits = description.length <= LIMITS.embedDescription && !texts.some(({ text }) => text.includes('`'));
  if (fits) return { ...EMPTY_PAGE, embeds: [{ description }] };
  return {
    ...EMPTY_PAGE,
    files: [
      textFile(
        name,
        texts.flatMap(({ name: title, text }) => [`${title}:`, text, '']),
      ),
    ],
  };
}

/** Lines of our own: in the message where they fit, else as a file. */
function ownText(name: string, lines: readonly string[]): Page {
  const description = escapeMarkdown(lines.join('\n'));
  if (description.length <= LIMITS.embedDescription) return { ...EMPTY_PAGE, embeds: [{ description }] };
  return { ...EMPTY_PAGE, files: [textFile(name, lines)] };
}

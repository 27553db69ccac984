import type { APIEmbed } from 'discord-api-types/v10';
import { messages } from '../../messages/index.js';
import { cite, placeLine } from '../../reply/citation.js';
import type { Fact } from '../../reply/facts.js';
import type { CopySection, Quoted, Section } from '../../reply/reply.js';
import { shorten } from '../../text/shorten.js';
import { shifted } from '../../text/span.js';
import { sourceMarkdown, withAddress } from './cited.js';
import { LIMITS } from './limits.js';
import { escapeMarkdown, quoteMarkdown } from './markdown.js';
import { EMPTY_PAGE, type Page } from './page.js';
import { splitQuoted } from './split.js';
import { statementBlocks } from './statement-blocks.js';
import { textFile } from './text-file.js';
import { verdictBlocks } from './verdict-blocks.js';

/** The colour of a document within an answer. */
export type ColourOf = (document: string) => number;

/** Room for the line that cites, and for each line of our own below it, before they are escaped. */
const LINE_ROOM = 250;
/** Room for a footer: a file's path is rarely longer, and its end says least. */
const FOOTER_ROOM = 400;

/** The parts that a section is made of, none larger than a message; `message` is what stands above them all. */
export function blocksOf(section: Section, message: string, colourOf: ColourOf): Page[] {
  switch (section.kind) {
    case 'passage':
    case 'near':
      return quoteBlocks(section.quoted, colourOf);
    case 'statement':
      return statementBlocks(section);
    case 'verdict':
      return verdictBlocks(section, message);
    case 'facts':
      return [ownText('facts', section.facts.map(factText), section.facts.map(factMarkdown))];
    case 'copy':
      return [copyBlock(section)];
    case 'list':
      return [ownText(section.name, section.lines)];
  }
}

/** A passage as one block: its words, one line that cites them, and in small type where they stand. */
function quoteBlocks(quoted: Quoted, colourOf: ColourOf): Page[] {
  const { excerpt, note } = quoted;
  const notes = (note ?? '').split('\n').filter((line) => line !== '');
  const below = [
    `— ${sourceMarkdown(excerpt, LINE_ROOM)}`,
    ...(notes.length === 0 ? [] : [escapeMarkdown(shorten(notes.join('\n'), LINE_ROOM))]),
  ].join('\n');
  const parts = splitQuoted(quoted, LIMITS.embedDescription - below.length - 1);
  return parts.map((part, index) => {
    const ofParts = parts.length > 1 ? messages.discord.partOfPassage(index + 1, parts.length) : '';
    const { start, text } = part.excerpt;
    const markdown = quoteMarkdown(
      text,
      (part.marks ?? []).map((mark) => shifted(mark, -start)),
    );
    const citation = cite(part.excerpt);
    const embed: APIEmbed = {
      description: `${markdown}\n${below}`,
      footer: { text: shorten(placeLine(citation) + ofParts, FOOTER_ROOM) },
      color: colourOf(citation.document),
    };
    return { ...EMPTY_PAGE, embeds: [embed], quotes: [{ quoted: part, markdown }] };
  });
}

function factText({ name, value }: Fact): string {
  return `${name}: ${value}`;
}

/** A fact as a line: a time by the reader's clock, an address to be followed, and what is long by its beginning. */
function factMarkdown(fact: Fact): string {
  const { name, value, at, brief, address } = fact;
  if (address !== undefined) return withAddress(factText(fact), address, messages.discord.openAtSource);
  if (at === undefined) return escapeMarkdown(factText({ ...fact, value: brief ?? value }));
  const [before = '', ...after] = `${name}: ${value}`.split(at.toISOString());
  const shown = `<t:${Math.floor(at.getTime() / 1000)}:R>`;
  return [before, ...after].map(escapeMarkdown).join(shown);
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

/** Lines of our own: in the message where they fit, as `markdown` where it is given, else as a file. */
function ownText(name: string, lines: readonly string[], markdown = lines.map(escapeMarkdown)): Page {
  const description = markdown.join('\n');
  // Discord takes no empty block, nor one of white space, which it trims.
  if (description.trim() === '') return EMPTY_PAGE;
  if (description.length <= LIMITS.embedDescription) return { ...EMPTY_PAGE, embeds: [{ description }] };
  return { ...EMPTY_PAGE, files: [textFile(name, lines)] };
}

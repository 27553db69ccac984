import { messages } from '../../messages/index.js';
import type { Quoted } from '../../reply/reply.js';
import { shifted } from '../../text/span.js';
import { LIMITS } from './limits.js';
import { quoteMarkdown } from './markdown.js';
import { EMPTY_PAGE, type Page, type ShownQuote } from './page.js';
import { splitQuoted } from './split.js';

/** What stands between two paragraphs. */
export const BETWEEN = '\n\n';

/** A part of a block, with the quotes in it. */
export interface Paragraph {
  readonly markdown: string;
  readonly quotes: readonly ShownQuote[];
}

/** A paragraph of our own words, which are markdown already. */
export function ownParagraph(markdown: string): Paragraph {
  return { markdown, quotes: [] };
}

/** Paragraphs in as few embeds as hold them, in order, each embed a block of its own. */
export function inEmbeds(paragraphs: readonly Paragraph[], color?: number): Page[] {
  const blocks: Paragraph[] = [];
  for (const { markdown, quotes } of paragraphs) {
    const last = blocks.at(-1);
    const together = last && last.markdown + BETWEEN + markdown;
    if (last && together !== undefined && together.length <= LIMITS.embedDescription) {
      blocks[blocks.length - 1] = { markdown: together, quotes: [...last.quotes, ...quotes] };
    } else blocks.push({ markdown, quotes });
  }
  return blocks.map(({ markdown, quotes }) => ({
    ...EMPTY_PAGE,
    embeds: [{ description: markdown, ...(color !== undefined && { color }) }],
    quotes,
  }));
}

/** What stands around the words of a paragraph that quotes, as markdown. */
export interface Around {
  /** Over the first part; may be empty. */
  readonly above: string;
  /** Under each part; `ofParts` says which of how many it is, and is empty where the words are whole. */
  below(part: Quoted, ofParts: string): string;
  /** As long as what is below is at most. */
  readonly belowRoom: number;
}

/** An excerpt with what stands around it, in parts that each fit an embed. */
export function quoteParagraphs(quoted: Quoted, { above, below, belowRoom }: Around): Paragraph[] {
  const left = LIMITS.embedDescription - above.length - 1;
  const whole = splitQuoted(quoted, left - below(quoted, '').length);
  const parts = whole.length === 1 ? whole : splitQuoted(quoted, left - belowRoom);
  return parts.map((part, index): Paragraph => {
    const { start, text } = part.excerpt;
    const markdown = quoteMarkdown(
      text,
      (part.marks ?? []).map((mark) => shifted(mark, -start)),
    );
    const ofParts = parts.length > 1 ? messages.discord.partOfPassage(index + 1, parts.length) : '';
    const under = below(part, ofParts);
    return {
      markdown: `${index === 0 ? above : ''}${markdown}${under === '' ? '' : `\n${under}`}`,
      quotes: [{ quoted: part, markdown }],
    };
  });
}

import { parse } from 'discord-markdown-parser';
import { outerQuotationsIn, quotationsIn } from '../../text/quotation-marks.js';
import { words } from '../../text/words.js';

/** A part of a message as Discord's markdown has it. */
interface MarkdownNode {
  readonly type: string;
  readonly content?: string | readonly MarkdownNode[];
  readonly name?: string;
}

/** What is read of a message, as Discord's API has it. */
export interface ReadMessage extends ReadTexts {
  /** What it forwards. */
  readonly message_snapshots?: readonly { readonly message: ReadTexts }[];
}

/** The texts of a message, its own and those of its embeds. */
interface ReadTexts {
  readonly content?: string | null;
  readonly embeds?: readonly {
    readonly title?: string | null;
    readonly description?: string | null;
    readonly fields?: readonly { readonly value: string }[];
  }[];
}

/**
 * What a message says, without its markdown: its own text, what it forwards, and its embeds. A block quote is
 * put between quotation marks, since that is what it means.
 */
export function messageText(message: ReadMessage): string {
  const forwarded = message.message_snapshots?.map((snapshot) => snapshot.message) ?? [];
  const texts = [message, ...forwarded].flatMap(({ content, embeds = [] }) => [
    content ?? '',
    ...embeds.flatMap(({ title, description, fields = [] }) => [
      title ?? '',
      description ?? '',
      ...fields.map(({ value }) => value),
    ]),
  ]);
  return texts
    .filter((text) => text.trim() !== '')
    .map(readQuotedLines)
    .join('\n\n');
}

const BLOCK_QUOTE = /^ *> /;
const BLOCK_QUOTE_TO_END = /^ *>>> /;

/** A text line by line, since all that matters here of Discord's markdown beyond a line is the block quote. */
function readQuotedLines(text: string): string {
  const read: string[] = [];
  let block: string[] = [];
  let toEnd = false;
  const endBlock = () => {
    // Blank lines keep a mark that is left open beside it from reaching into it.
    if (block.length > 0) read.push('', quoteBlockNode(block), '');
    block = [];
  };
  let fenced = false;
  for (const line of text.split('\n')) {
    const fences = line.split(FENCE).length - 1;
    if (fenced || fences % 2 === 1) {
      // Inside of a code block nothing is markdown, and its fences are no quotation marks.
      endBlock();
      read.push(line.replace(FENCE_LANGUAGE, '').replaceAll(FENCE, ''));
      if (fences % 2 === 1) fenced = !fenced;
      continue;
    }
    toEnd ||= BLOCK_QUOTE_TO_END.test(line);
    if (toEnd || BLOCK_QUOTE.test(line)) {
      block.push(readLine(line.replace(BLOCK_QUOTE_TO_END, '').replace(BLOCK_QUOTE, '')));
    } else {
      endBlock();
      read.push(readLine(line));
    }
  }
  endBlock();
  return withoutSpoilers(read.join('\n')).trim();
}

const FENCE = '```';
/** The language of a code block, by itself after its fence. */
const FENCE_LANGUAGE = /^```[a-z]{1,12}$/;
const SPOILER = '||';

/** Without the marks of spoilers over several lines; those of one line went with its markdown. */
function withoutSpoilers(text: string): string {
  const marks = text.split(SPOILER).length - 1;
  return marks > 0 && marks % 2 === 0 ? text.replaceAll(SPOILER, '') : text;
}

const MARKUP = /[*_~|`<>[\]()\\]/g;
/** With more markup than this a line is not formatted but an attack: the parser's time grows as its square or worse. */
const MAX_MARKUP = 80;

function readLine(line: string): string {
  if ((line.match(MARKUP)?.length ?? 0) > MAX_MARKUP) return line;
  return plainTextOf(parse(line, 'extended') as readonly MarkdownNode[]);
}

function plainTextOf(nodes: readonly MarkdownNode[]): string {
  return nodes.map(plainNode).join('');
}

function plainNode(node: MarkdownNode): string {
  if (node.type === 'br') return '\n';
  if (node.type === 'twemoji') return node.name ?? '';
  return typeof node.content === 'string' ? node.content : plainTextOf(node.content ?? []);
}

/** A block quote between marks: as one quotation, or line by line where it has marks of its own. */
function quoteBlockNode(lines: readonly string[]): string {
  const whole = lines.join('\n').trim();
  if (quotationsIn(whole).length === 0) return `“${whole}”`;
  return lines.map((line) => (isMostlyQuoted(line) ? line : `“${line.trim()}”`)).join('\n\n');
}

/** True if a line marks most of its words as quoted, so that the rest is who said them. */
function isMostlyQuoted(line: string): boolean {
  const marked = outerQuotationsIn(line);
  const quoted = marked.map(({ innerStart, innerEnd }) => words(line.slice(innerStart, innerEnd)).length);
  return quoted.reduce((sum, number) => sum + number, 0) * 2 >= words(line).length;
}

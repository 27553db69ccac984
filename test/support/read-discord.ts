import { parse } from 'discord-markdown-parser';

/** What an independent parser of Discord's markdown makes of a text. */
export interface ReadMarkdown {
  /** All characters that are shown, a line break as `\n`. */
  readonly text: string;
  /** The characters that are shown in bold, run by run. */
  readonly bold: readonly string[];
  /** The kinds of everything that is neither text, line break, bold nor block quote. */
  readonly foreign: readonly string[];
  /** True if all of it stands in one block quote. */
  readonly quoted: boolean;
}

interface Node {
  readonly type: string;
  readonly name?: string;
  readonly content?: string | readonly Node[];
}

const OWN = new Set(['text', 'br', 'strong', 'blockQuote']);

/** Reads a message as Discord would show it. */
export function readDiscord(markdown: string): ReadMarkdown {
  const nodes = parse(markdown, 'extended') as unknown as Node[];
  const bold: string[] = [];
  const foreign: string[] = [];
  const show = (node: Node): string => {
    // Discord draws an emoji as a picture of itself; its name here is the character.
    if (node.type === 'twemoji') return node.name ?? '';
    if (!OWN.has(node.type)) foreign.push(node.type);
    if (node.type === 'br') return '\n';
    const text = typeof node.content === 'string' ? node.content : (node.content ?? []).map(show).join('');
    if (node.type === 'strong') bold.push(text);
    return text;
  };
  const text = nodes.map(show).join('');
  return { text, bold, foreign, quoted: nodes.length === 1 && nodes[0]?.type === 'blockQuote' };
}

/** A text as the parser takes it in: before it parses, it makes a tab four spaces and CRLF one line feed. */
export function asParsed(text: string): string {
  return text.replaceAll('\t', '    ').replaceAll('\r\n', '\n');
}

import { rulesExtended, SimpleMarkdown } from 'discord-markdown-parser';

/** What an independent parser of Discord's markdown makes of a text. */
export interface ReadMarkdown {
  /** All characters that are shown, a line break as `\n`. */
  readonly text: string;
  /** The characters that are shown in bold, run by run. */
  readonly bold: readonly string[];
  /** The links that are shown: what is read, and where it leads. */
  readonly links: readonly { readonly text: string; readonly target: string }[];
  /** The kinds of everything that is neither text, line break, bold, small print, block quote nor a masked link. */
  readonly foreign: readonly string[];
  /** True if all of it stands in one block quote. */
  readonly quoted: boolean;
}

interface Node {
  readonly type: string;
  readonly name?: string;
  readonly target?: string;
  readonly content?: string | readonly Node[];
}

const OWN = new Set(['text', 'br', 'strong', 'blockQuote', 'subtext', 'link', 'autolink']);

/**
 * What the parser does not know and Discord's client does, as far as was observed: any `:name:` may be an emoji's, and an
 * address may have any scheme. Both are stricter than the client, which knows a list of names and of schemes.
 */
const OBSERVED = {
  shortcode: {
    order: rulesExtended.strong?.order ?? 0,
    match: SimpleMarkdown.inlineRegex(/^:([^\s:]+?(?:::skin-tone-\d)?):/),
    parse: ([content = '']: readonly string[]) => ({ content }),
  },
  address: {
    order: rulesExtended.url?.order ?? 0,
    match: SimpleMarkdown.inlineRegex(
      /^(?:[a-z][\w+.-]*:\/|(?:mailto|tel|sms|callto|facetime|geo|data):)\S+/i,
    ),
    parse: ([content = '']: readonly string[]) => ({ content }),
  },
};

const parser = SimpleMarkdown.parserFor({ ...rulesExtended, ...OBSERVED });

/** Reads a message as Discord would show it. */
export function readDiscord(markdown: string): ReadMarkdown {
  const nodes = parser(markdown, { inline: true }) as unknown as Node[];
  const bold: string[] = [];
  const links: { text: string; target: string }[] = [];
  const foreign: string[] = [];
  const show = (node: Node): string => {
    // Discord draws an emoji as a picture of itself; its name here is the character.
    if (node.type === 'twemoji') return node.name ?? '';
    if (!OWN.has(node.type)) foreign.push(node.type);
    if (node.type === 'br') return '\n';
    const text = typeof node.content === 'string' ? node.content : (node.content ?? []).map(show).join('');
    if (node.type === 'strong') bold.push(text);
    if (node.target !== undefined) links.push({ text, target: node.target });
    return text;
  };
  const text = nodes.map(show).join('');
  return { text, bold, links, foreign, quoted: nodes.length === 1 && nodes[0]?.type === 'blockQuote' };
}

/** A text as the parser takes it in: before it parses, it makes a tab four spaces and CRLF one line feed. */
export function asParsed(text: string): string {
  return text.replaceAll('\t', '    ').replaceAll('\r\n', '\n');
}

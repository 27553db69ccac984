import type { Excerpt } from '../../corpus/excerpt.js';
import { cite, sourceLine } from '../../reply/citation.js';
import { linkTo } from '../../reply/link.js';
import { shorten } from '../../text/shorten.js';
import { escapeMarkdown } from './markdown.js';

/** A longer address leaves less room for the words than for itself; the button that opens it takes 512. */
const LINK_ROOM = 600;
/** An address longer than this fills more than two lines of a phone, and stands behind words. */
const PLAIN_ADDRESS = 80;
/** What an address may have for Discord to link it between angle brackets. */
const LINKED = /^https?:\/\/[^\s<>]+$/i;

/** What is stated of a source in one line of at most `room` characters before escaping, its name leading to the words. */
export function sourceMarkdown(excerpt: Excerpt, room: number): string {
  const citation = cite(excerpt);
  const line = shorten(sourceLine(citation), room);
  const name = shorten(citation.title ?? citation.file, line.length);
  if (!line.startsWith(name)) return escapeMarkdown(line);
  return linked(name, linkTo(excerpt), LINK_ROOM) + escapeMarkdown(line.slice(name.length));
}

/**
 * `text` as it stands, leading to `link` where that has at most `room` characters. Of a text with brackets, even escaped
 * ones, Discord makes no link, nor of one that looks like an address itself; those lead nowhere.
 */
export function linked(text: string, link: string | null, room: number): string {
  const name = escapeMarkdown(text);
  return link === null || link.length > room || /[[\]]|\/\//.test(text) ? name : `[${name}](${link})`;
}

/** The longest that `sourceMarkdown` makes of `room` characters: escaping doubles them at most. */
export function sourceRoom(room: number): number {
  return 2 * room + LINK_ROOM + '[]()'.length;
}

/** Our own words in small type, on a line of their own. */
export function smallPrint(text: string): string {
  return `-# ${escapeMarkdown(text.replace(/\s+/g, ' ').trim())}`;
}

/** A text that ends in `address`, as it stands, with that to be followed; a long one stands behind `label`. */
export function withAddress(text: string, address: string | null, label: string): string {
  if (address === null || !text.endsWith(address) || !LINKED.test(address)) return escapeMarkdown(text);
  const before = escapeMarkdown(text.slice(0, text.length - address.length));
  if (address.length <= PLAIN_ADDRESS) return `${before}<${address}>`;
  if (address.length > LINK_ROOM || /[()]/.test(address)) return escapeMarkdown(text);
  return before + linked(label, address, LINK_ROOM);
}

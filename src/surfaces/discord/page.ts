import type { APIEmbed } from 'discord-api-types/v10';
import type { PictureOfStatement } from '../../picture/picture.js';
import type { Quoted, ReplyFile } from '../../reply/reply.js';
import { embedLength, LIMITS } from './limits.js';

/** A block quote in an embed, and what it quotes: what the last check compares. */
export interface ShownQuote {
  readonly quoted: Quoted;
  readonly markdown: string;
}

/** What a message shows below its heading, or a part of that. */
export interface Page {
  readonly embeds: readonly APIEmbed[];
  readonly files: readonly ReplyFile[];
  readonly quotes: readonly ShownQuote[];
  /** Drawn only when the page is shown. */
  readonly pictures: readonly (() => PictureOfStatement)[];
}

export const EMPTY_PAGE: Page = { embeds: [], files: [], quotes: [], pictures: [] };

/** Two parts of a page as one. */
export function joinPages(a: Page, b: Page): Page {
  return {
    embeds: [...a.embeds, ...b.embeds],
    files: [...a.files, ...b.files],
    quotes: [...a.quotes, ...b.quotes],
    pictures: [...a.pictures, ...b.pictures],
  };
}

/** True if Discord takes all of a page in one message. */
export function fitsMessage({ embeds, files, pictures }: Page): boolean {
  const total = embeds.reduce((sum, embed) => sum + embedLength(embed), 0);
  return (
    embeds.length <= LIMITS.embeds &&
    total <= LIMITS.embedTotal &&
    files.length + pictures.length <= LIMITS.files
  );
}

import { messages } from '../../messages/index.js';
import { PLAIN, plainText } from '../../reply/plain-text.js';
import type { ReplyFile } from '../../reply/reply.js';
import type { SealedReply } from '../../reply/seal.js';
import { blocksOf } from './blocks.js';
import { EMPTY_PAGE, fitsMessage, joinPages, type Page } from './page.js';
import { sourceBlocks } from './source-blocks.js';
import { textFile } from './text-file.js';

/** Colours that tell documents apart at a glance; a document keeps its own within an answer. */
const COLOURS = [0x3b6ea5, 0xb5651d, 0x4f7942, 0x7b4b94, 0xa23b4a, 0x2f7f86];

/** The pages of a reply: as many sections on each as the reply wants, fewer where they do not fit. */
export function layOut(reply: SealedReply): Page[] {
  const colours = new Map<string, number>();
  const colourOf = (document: string) => {
    const colour = colours.get(document) ?? COLOURS[colours.size % COLOURS.length] ?? 0;
    colours.set(document, colour);
    return colour;
  };
  const { about, perPage } = reply;
  if (about) {
    const colour = colourOf(about.subject.id);
    return inPages(sourceBlocks(reply, about, colour), 1, reply.files);
  }
  return inPages(
    reply.sections.map((section) => blocksOf(section, reply.message, colourOf)),
    perPage,
    reply.files,
  );
}

/** Sections, each in parts, on pages: as many on each as `perPage` where they fit; `files` go with the first. */
function inPages(sections: readonly (readonly Page[])[], perPage: number, files: Page['files'] = []): Page[] {
  const pages: Page[] = [];
  let page: Page = { ...EMPTY_PAGE, files };
  let count = 0;
  const turn = () => {
    pages.push(page);
    page = EMPTY_PAGE;
    count = 0;
  };
  for (const parts of sections) {
    if (count === perPage) turn();
    for (const part of parts) {
      const together = joinPages(page, part);
      if (page.embeds.length > 0 && !fitsMessage(together)) turn();
      page = joinPages(page, part);
    }
    count++;
  }
  turn();
  return pages;
}

/** The whole reply as one file, for where its pages cannot be turned. */
export function asFile(reply: SealedReply): ReplyFile {
  return textFile(messages.replies.files.answer, [plainText(reply, PLAIN, 0, Number.POSITIVE_INFINITY).text]);
}

import type { Document } from '../corpus/document.js';
import { messages } from '../messages/index.js';
import { type ListSection, type Reply, say } from '../reply/reply.js';
import { onOneLine } from '../text/typed.js';
import type { CallContext } from './command.js';

/** How many documents a page of the list has: as many lines as are seen at once. */
export const LISTED_PER_PAGE = 20;
/** How much of a title a line has, in UTF-16 code units: with an outlet and a date it fills a line or two of a phone. */
const TITLE_ROOM = 80;

/** `/corpus list`: the documents in order of their files' names, page by page, or page `page` alone, counted from 1. */
export async function listReply(page: number | undefined, context: CallContext): Promise<Reply> {
  const { library, window: { from = 0, excerpts = 1 } = {} } = context;
  const { documents: total } = library.engine.size;
  const of = Math.max(1, Math.ceil(total / LISTED_PER_PAGE));
  const { listed, listedPage, noPage } = messages.changing;
  if (page !== undefined) {
    if (page > of) return say('invalid', noPage(of));
    return say('answered', listedPage(total, page, of), [await sectionAt(page - 1, context)]);
  }
  const first = Math.min(from, of - 1);
  const sections: ListSection[] = [];
  // Where others hand over so many excerpts at once, so many pages.
  for (let at = first; at < Math.min(of, first + excerpts); at++) sections.push(await sectionAt(at, context));
  return {
    ...say('answered', listed(total), sections),
    perPage: 1,
    part: { from: first, of, isCounted: true },
  };
}

async function sectionAt(page: number, { library, pace }: CallContext): Promise<ListSection> {
  await pace();
  return sectionOf(await library.catalogue.documents(page * LISTED_PER_PAGE, LISTED_PER_PAGE));
}

function sectionOf(documents: readonly Document[]): ListSection {
  return {
    kind: 'list',
    name: messages.changing.listName,
    lines: documents.map(lineOf),
    documents: documents.map(({ id, file, source, passages }) => {
      const { outlet = null, title = null, published = null } = source;
      return { id, file, outlet, title, published, passages: passages.length };
    }),
  };
}

function lineOf({ id, source: { outlet, title, published }, passages }: Document): string {
  const stated = [outlet, title, published].flatMap((text) =>
    text === undefined ? [] : onOneLine(text, TITLE_ROOM),
  );
  return messages.changing.line(id, stated, passages.length);
}

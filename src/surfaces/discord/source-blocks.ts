import { Document } from '../../corpus/document.js';
import { messages } from '../../messages/index.js';
import { cite, placeLine } from '../../reply/citation.js';
import { addressOf, linkTo } from '../../reply/link.js';
import type { About, Quoted } from '../../reply/reply.js';
import type { SealedReply } from '../../reply/seal.js';
import { shorten } from '../../text/shorten.js';
import { smallPrint, withAddress } from './cited.js';
import { escapeMarkdown } from './markdown.js';
import type { Page } from './page.js';
import { inEmbeds, ownParagraph, type Paragraph, quoteParagraphs } from './paragraphs.js';

/** Room for a line of small type: a file's path is rarely longer, and its end says least. */
const SMALL_ROOM = 400;
/** Room for the plain citation: half of an embed, for all that is stated of a source. */
const CITATION_ROOM = 2_000;

/**
 * What the source of `about` is, in blocks of one page each: its words and the plain citation. What else is known of it is
 * opened by buttons.
 */
export function sourceBlocks(reply: SealedReply, { subject }: About, color: number): Page[][] {
  const quoted = reply.sections.flatMap((section) => (section.kind === 'passage' ? [section.quoted] : []));
  const citation = citationParagraph(reply, subject);
  if (!(subject instanceof Document)) {
    const shown = quoted.flatMap(quoted.length === 1 ? bare : placed);
    return [inEmbeds([...shown, ...citation], color)];
  }
  const pages: Page[][] = [];
  for (let at = 0; at < Math.max(1, quoted.length); at += reply.perPage) {
    const some = quoted.slice(at, at + reply.perPage).flatMap(placed);
    pages.push(inEmbeds(at === 0 ? [...citation, ...some] : some, color));
  }
  return pages;
}

/** A passage under the place where it stands, in small type. */
function placed(quoted: Quoted): Paragraph[] {
  const { passage, document, line } = cite(quoted.excerpt);
  const note = quoted.note === undefined ? '' : messages.discord.placeNote(quoted.note);
  const place = messages.citations.line(passage ?? document, line) + note;
  return quoteParagraphs(quoted, {
    above: `${smallPrint(shorten(place, SMALL_ROOM))}\n`,
    below: (_, ofParts) => (ofParts === '' ? '' : smallPrint(ofParts)),
    belowRoom: SMALL_ROOM,
  });
}

/** A passage with nothing around it, for where what follows says where it stands. */
function bare(quoted: Quoted): Paragraph[] {
  return quoteParagraphs(quoted, { above: '', below: (_, ofParts) => ofParts, belowRoom: SMALL_ROOM });
}

/** The plain citation, its address to be followed. */
function citationParagraph(reply: SealedReply, subject: About['subject']): Paragraph[] {
  const texts = reply.sections.flatMap((section) => (section.kind === 'copy' ? section.texts : []));
  const plain = texts.find(({ id }) => id === 'plain') ?? texts[0];
  if (!plain) return [];
  const document = subject instanceof Document ? subject : subject.document;
  const addresses = [
    subject instanceof Document ? null : linkTo(subject.excerpt),
    document.source.url ?? null,
    addressOf(document),
  ];
  const address = addresses.find((one) => one !== null && plain.text.endsWith(one)) ?? null;
  const cited = withAddress(plain.text, address, messages.discord.openAtSource);
  const line = cited.length <= CITATION_ROOM ? cited : escapeMarkdown(shorten(plain.text, CITATION_ROOM / 2));
  // The file is named whatever the citation names: there the words can be looked up.
  const { file } = document;
  const place = subject instanceof Document ? file : placeLine({ ...cite(subject.excerpt), title: '' });
  return [ownParagraph(`— ${line}\n${smallPrint(shorten(place, SMALL_ROOM))}`)];
}

import { type APIButtonComponentWithCustomId, ButtonStyle, ComponentType } from 'discord-api-types/v10';
import { messages } from '../../messages/index.js';
import type { Drawing } from '../../picture/drawing.js';
import type { PictureOfStatement } from '../../picture/picture.js';
import { outletNote } from '../../reply/outlet-note.js';
import { type Offer, partTotal, type ReplyFile, type ReplyPart } from '../../reply/reply.js';
import type { SealedReply } from '../../reply/seal.js';
import { UnfaithfulReplyError } from '../../reply/seal.js';
import { shorten } from '../../text/shorten.js';
import { confirmButton } from './confirmation.js';
import { asFile, layOut } from './layout.js';
import { assertWithinLimits, LIMITS } from './limits.js';
import { escapeMarkdown, readBackQuote } from './markdown.js';
import { openRows, type Row } from './open-rows.js';
import type { Page } from './page.js';
import { encodeState, LAST_SHEET, type PageState, type Target } from './page-state.js';

/** A message as Discord takes it: a page of a reply. */
export interface RenderedMessage {
  readonly content: string;
  readonly embeds: Page['embeds'];
  readonly components: Row[];
  readonly files: readonly ReplyFile[];
}

const checked: unique symbol = Symbol('checked');

const FIRST_PAGE: Target = { page: 0, sheet: 0 };

/** A message that was looked at once more; nothing else is sent. */
export type SendableMessage = RenderedMessage & { readonly [checked]: true };

/** How a page of a reply is rendered. */
export interface Rendering {
  readonly drawing: Drawing;
  /** What the buttons carry; without it there are none. */
  readonly state?: PageState | undefined;
  /** The page that a button turned to; of a reply that has a part, the sheet of that part. */
  readonly target?: Target | undefined;
  /** Said above all else. */
  readonly notice?: string | undefined;
  /** True if Discord does not take the files. */
  readonly withoutFiles?: boolean;
}

/**
 * A page of a reply as a message. Rejects with an `UnfaithfulReplyError` where a block quote does not read as the
 * document does, and with an `OverLimitError` where Discord would refuse the message.
 */
export async function renderMessage(reply: SealedReply, rendering: Rendering): Promise<SendableMessage> {
  const { state, drawing, target = FIRST_PAGE, notice, withoutFiles = false } = rendering;
  const pages = layOut(reply);
  const shown = Math.min(reply.part ? target.sheet : target.page, pages.length - 1);
  const page = pages[shown];
  if (!page) throw new RangeError('A reply has no pages');
  const turns = reply.part ? sheetTurns(reply.part, shown, pages.length) : pageTurns(shown, pages.length);
  const several = turns.back !== undefined || turns.on !== undefined;
  const buttons = state && (several ? pageButtons(state, turns) : offered(state, reply));
  // Where the question is too long for the buttons to carry, the pages cannot be turned; a file holds them all.
  const kept = several && !buttons ? [...page.files, asFile(reply)] : page.files;
  const pictures = withoutFiles
    ? []
    : await Promise.all(page.pictures.map((picture) => drawn(picture(), drawing)));
  const text = [
    notice,
    reply.message,
    ...(reply.offer && !buttons ? [messages.discord.offer(reply.offer.label, reply.offer.option)] : []),
    // What a source states is opened by a button, so here it does not say of an outlet that none is stated.
    ...outletNote(
      reply.about ? { ...reply, sections: [] } : reply,
      page.quotes.map(({ quoted }) => quoted),
    ),
    ...pictures.flatMap(({ note }) => note),
    ...(withoutFiles ? [messages.discord.withoutFiles] : []),
  ];
  const message = {
    content: withinEscaped(text.filter((line) => line !== undefined).join('\n'), LIMITS.content),
    embeds: page.embeds,
    components: [
      ...(state ? openRows(reply, page, state.revision) : []),
      ...(buttons && buttons.length > 0
        ? [{ type: ComponentType.ActionRow as const, components: buttons }]
        : []),
    ],
    files: withoutFiles ? [] : [...kept, ...pictures.flatMap(({ file }) => file)].map(withinDescription),
  };
  return sendable(message, page.quotes);
}

/** What a button offers besides; none where nothing is offered, undefined where the state does not fit. */
function offered(state: PageState, { offer }: SealedReply): APIButtonComponentWithCustomId[] | undefined {
  return offer ? offerButtons(state, offer) : [];
}

/** A file whose description Discord takes: the path in it may be as long as a system lets it be. */
function withinDescription(file: ReplyFile): ReplyFile {
  return { ...file, description: shorten(file.description, LIMITS.attachmentDescription) };
}

/**
 * The last look at a message: each of `quotes` stands in it and reads as its document does, and Discord will
 * take it.
 * @throws UnfaithfulReplyError where a quote does not.
 * @throws OverLimitError where Discord would not.
 */
export function sendable(message: RenderedMessage, quotes: Page['quotes']): SendableMessage {
  for (const { quoted, markdown } of quotes) {
    const { document, start, end } = quoted.excerpt;
    const stands = message.embeds.some(({ description }) => description?.includes(markdown));
    if (!stands || readBackQuote(markdown) !== document.text.slice(start, end)) {
      throw new UnfaithfulReplyError(
        `A block quote of ${document.id} does not read as [${start}, ${end}) of it`,
      );
    }
  }
  assertWithinLimits(message);
  return { ...message, [checked]: true };
}

/** A picture as a file and what there is to say of it; or a line that says why there is none. */
async function drawn(
  picture: PictureOfStatement,
  drawing: Drawing,
): Promise<{ readonly file: readonly ReplyFile[]; readonly note: readonly string[] }> {
  const result = await drawing.draw(picture);
  if ('leftOut' in result) return { file: [], note: [messages.pictures.none(result.leftOut)] };
  return { file: [result.file], note: result.note === undefined ? [] : [result.note] };
}

/** Our own words, escaped and within `limit`. */
function withinEscaped(text: string, limit: number): string {
  const escaped = escapeMarkdown(text);
  // Escaping doubles a text at most, so half the room always suffices.
  return escaped.length <= limit ? escaped : escapeMarkdown(shorten(text, limit / 2));
}

/** Where the buttons lead from what is shown. */
interface Turns {
  readonly back: Target | undefined;
  readonly here: Target;
  readonly on: Target | undefined;
  readonly label: string;
}

function pageTurns(shown: number, count: number): Turns {
  const at = (page: number): Target | undefined =>
    page >= 0 && page < count ? { page, sheet: 0 } : undefined;
  const here = { page: shown, sheet: 0 };
  return {
    back: at(shown - 1),
    here,
    on: at(shown + 1),
    label: messages.discord.page(shown + 1, String(count)),
  };
}

/** From sheet to sheet of the sections that are here, and on to those that are made when they are shown. */
function sheetTurns(part: ReplyPart, sheet: number, sheets: number): Turns {
  const { from, of } = part;
  const place = messages.discord.page(from + 1, partTotal(part));
  return {
    back: sheet > 0 ? { page: from, sheet: sheet - 1 } : before(from),
    here: { page: from, sheet },
    on:
      sheet + 1 < sheets
        ? { page: from, sheet: sheet + 1 }
        : from + 1 < of
          ? { page: from + 1, sheet: 0 }
          : undefined,
    label: sheets > 1 ? messages.discord.sheet(place, sheet + 1, sheets) : place,
  };
}

function before(page: number): Target | undefined {
  return page > 0 ? { page: page - 1, sheet: LAST_SHEET } : undefined;
}

/** Back, where one is, and forth; undefined where the state does not fit them. */
function pageButtons(
  state: PageState,
  { back, here, on, label }: Turns,
): APIButtonComponentWithCustomId[] | undefined {
  const targets = [back, here, on];
  const ids = encodeState(
    state,
    targets.map((target) => target ?? here),
  );
  const labels = [messages.discord.back, label, messages.discord.more];
  return ids?.map((custom_id, index) => ({
    type: ComponentType.Button,
    style: index === 1 ? ButtonStyle.Secondary : ButtonStyle.Primary,
    label: labels[index] ?? '',
    custom_id,
    disabled: index === 1 || targets[index] === undefined,
  }));
}

/**
 * The button that shows what a reply offers, as the last of as many as its state takes, the others in the way of pages;
 * undefined where it does not fit them.
 */
function offerButtons(
  { options, ...state }: PageState,
  { label, option, ...offer }: Offer,
): APIButtonComponentWithCustomId[] | undefined {
  if (offer.confirms) {
    const confirm = confirmButton({ label, option, ...offer });
    return confirm && [confirm];
  }
  const labels = [messages.discord.back, messages.discord.page(1, '2'), label];
  const asked = { ...state, options: { ...options, [option]: true } };
  for (let count = 1; count <= labels.length; count++) {
    const ids = encodeState(
      asked,
      Array.from({ length: count }, () => FIRST_PAGE),
    );
    const first = labels.length - count;
    const buttons = ids?.map((custom_id, index) => ({
      type: ComponentType.Button as const,
      style: index === count - 1 ? (ButtonStyle.Primary as const) : (ButtonStyle.Secondary as const),
      label: labels[first + index] ?? '',
      custom_id,
      disabled: index < count - 1,
    }));
    if (buttons) return buttons;
  }
  return undefined;
}

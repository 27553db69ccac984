import {
  type APIActionRowComponent,
  type APIButtonComponentWithCustomId,
  AttachmentBuilder,
  ButtonStyle,
  ComponentType,
} from 'discord.js';
import type { Drawing } from '../../picture/drawing.js';
import type { PictureOfStatement } from '../../picture/picture.js';
import type { ReplyFile } from '../../reply/reply.js';
import type { SealedReply } from '../../reply/seal.js';
import { UnfaithfulReplyError } from '../../reply/seal.js';
import { shorten } from '../../text/shorten.js';
import { asFile, layOut } from './layout.js';
import { assertWithinLimits, LIMITS } from './limits.js';
import { escapeMarkdown, readBackQuote } from './markdown.js';
import type { Page } from './page.js';
import { encodeState, type PageState } from './page-state.js';

/** A message as discord.js sends it: a page of a reply. */
export interface RenderedMessage {
  readonly content: string;
  readonly embeds: Page['embeds'];
  readonly components: APIActionRowComponent<APIButtonComponentWithCustomId>[];
  readonly files: readonly ReplyFile[];
}

const checked: unique symbol = Symbol('checked');

/** A message that was looked at once more; nothing else is sent. */
export type SendableMessage = Omit<RenderedMessage, 'files'> & {
  readonly files: AttachmentBuilder[];
  readonly [checked]: true;
};

/**
 * Page `number` (from 0; the last where there are fewer) of a reply. `state` is what its buttons carry;
 * `notice` is said above all else. Rejects with an `UnfaithfulReplyError` where a block quote does not read as the
 * document does, and with an `OverLimitError` where Discord would refuse the message.
 */
export async function renderMessage(
  reply: SealedReply,
  state: PageState,
  drawing: Drawing,
  number = 0,
  notice?: string,
): Promise<SendableMessage> {
  const pages = layOut(reply);
  const shown = Math.min(number, pages.length - 1);
  const page = pages[shown];
  if (!page) throw new RangeError('A reply has no pages');
  const buttons = pages.length > 1 ? pageButtons(state, shown, pages.length) : [];
  // Where the question is too long for the buttons to carry, the pages cannot be turned; a file holds them all.
  const files = pages.length > 1 && !buttons ? [...page.files, asFile(reply)] : page.files;
  const pictures = await Promise.all(page.pictures.map((picture) => drawn(picture(), drawing)));
  const text = [notice, reply.message, ...pictures.flatMap(({ note }) => note)]
    .filter((line) => line !== undefined)
    .join('\n');
  const components =
    buttons && buttons.length > 0 ? [{ type: ComponentType.ActionRow as const, components: buttons }] : [];
  const message = {
    content: withinEscaped(text, LIMITS.content),
    embeds: page.embeds,
    components,
    files: [...files, ...pictures.flatMap(({ file }) => file)],
  };
  return sendable(message, page.quotes);
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
  return { ...message, files: message.files.map(attachment), [checked]: true };
}

/** A picture as a file and what there is to say of it; or a line that says why there is none. */
async function drawn(
  picture: PictureOfStatement,
  drawing: Drawing,
): Promise<{ readonly file: readonly ReplyFile[]; readonly note: readonly string[] }> {
  const result = await drawing.draw(picture);
  if ('leftOut' in result) return { file: [], note: [`Without a picture: ${result.leftOut}.`] };
  return { file: [result.file], note: result.note === undefined ? [] : [result.note] };
}

/** Our own words, escaped and within `limit`. */
function withinEscaped(text: string, limit: number): string {
  const escaped = escapeMarkdown(text);
  // Escaping doubles a text at most, so half the room always suffices.
  return escaped.length <= limit ? escaped : escapeMarkdown(shorten(text, limit / 2));
}

/** Back, where one is, and forth; undefined where the state does not fit them. */
function pageButtons(
  state: PageState,
  shown: number,
  count: number,
): APIButtonComponentWithCustomId[] | undefined {
  const last = count - 1;
  const targets = [shown - 1, shown, shown + 1];
  const ids = encodeState(
    state,
    targets.map((page) => Math.max(0, page)),
  );
  const labels = ['Back', `${shown + 1} of ${count}`, 'More'];
  return ids?.map((custom_id, index) => ({
    type: ComponentType.Button,
    style: index === 1 ? ButtonStyle.Secondary : ButtonStyle.Primary,
    label: labels[index] ?? '',
    custom_id,
    disabled: targets[index] === shown || (targets[index] ?? 0) < 0 || (targets[index] ?? 0) > last,
  }));
}

function attachment({ name, bytes, description }: ReplyFile): AttachmentBuilder {
  return new AttachmentBuilder(Buffer.from(bytes), { name, description });
}

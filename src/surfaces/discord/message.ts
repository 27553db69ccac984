import {
  type APIActionRowComponent,
  type APIButtonComponentWithCustomId,
  AttachmentBuilder,
  ButtonStyle,
  ComponentType,
} from 'discord.js';
import type { Picture, ReplyFile } from '../../reply/reply.js';
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
 * `notice` is said above all else.
 * @throws UnfaithfulReplyError where a block quote does not read as the document does.
 * @throws OverLimitError where Discord would refuse the message.
 */
export function renderMessage(
  reply: SealedReply,
  state: PageState,
  number = 0,
  notice?: string,
): SendableMessage {
  const pages = layOut(reply);
  const shown = Math.min(number, pages.length - 1);
  const page = pages[shown];
  if (!page) throw new RangeError('A reply has no pages');
  const buttons = pages.length > 1 ? pageButtons(state, shown, pages.length) : [];
  // Where the question is too long for the buttons to carry, the pages cannot be turned; a file holds them all.
  const files = pages.length > 1 && !buttons ? [...page.files, asFile(reply)] : page.files;
  const pictures = page.pictures.map(draw);
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

/** A picture as a file, or a line that says why there is none: a failure to draw never costs the answer. */
function draw(picture: () => Picture): {
  readonly file: readonly ReplyFile[];
  readonly note: readonly string[];
} {
  try {
    const drawn = picture();
    if ('file' in drawn) return { file: [drawn.file], note: drawn.note === undefined ? [] : [drawn.note] };
    return { file: [], note: [`Without a picture: ${drawn.leftOut}.`] };
  } catch {
    return { file: [], note: ['Without a picture: drawing it failed.'] };
  }
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

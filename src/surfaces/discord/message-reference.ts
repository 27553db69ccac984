import { createHash } from 'node:crypto';
import {
  type APIMessage,
  type APIMessageApplicationCommandInteraction,
  InteractionContextType,
  Routes,
} from 'discord-api-types/v10';
import { messageText } from './message-text.js';
import type { MessageReference } from './page-state.js';
import type { Reach } from './webhook.js';

/** Enough of a hash to see that a text has changed. */
const HASH_LENGTH = 8;

/** The message that a command was chosen on; undefined where Discord sent none. */
export function targetMessage({ data }: APIMessageApplicationCommandInteraction): APIMessage | undefined {
  return data.resolved.messages[data.target_id];
}

/**
 * What the buttons carry in place of a message's text, where the bot may read the message again: without the
 * privileged intent that is its own messages, those that mention it, and those in a direct message to it.
 */
export function referenceTo(
  interaction: APIMessageApplicationCommandInteraction,
  text: string,
  { userId }: Reach,
): MessageReference | undefined {
  const message = targetMessage(interaction);
  if (!message || userId === undefined) return undefined;
  const own = message.author.id === userId || message.mentions.some(({ id }) => id === userId);
  if (!own && interaction.context !== InteractionContextType.BotDM) return undefined;
  return { channel: interaction.channel.id, id: message.id, hash: textHash(text) };
}

/** The text of a message that buttons refer to, and whether it is still what it was; undefined where it cannot be read. */
export async function readReferenced(
  { rest }: Reach,
  { channel, id, hash }: MessageReference,
): Promise<{ readonly text: string; readonly edited: boolean } | undefined> {
  try {
    const message = (await rest.get(Routes.channelMessage(channel, id))) as APIMessage;
    const text = messageText(message);
    return text === '' ? undefined : { text, edited: textHash(text) !== hash };
  } catch {
    // Deleted, or no longer the bot's to read: the member is told the same.
    return undefined;
  }
}

function textHash(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, HASH_LENGTH);
}

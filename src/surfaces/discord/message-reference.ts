import { createHash } from 'node:crypto';
import {
  type APIMessage,
  type Client,
  InteractionContextType,
  type MessageContextMenuCommandInteraction,
  Routes,
} from 'discord.js';
import { messageText, type ReadMessage } from './message-text.js';
import type { MessageReference } from './page-state.js';

/** Enough of a hash to see that a text has changed. */
const HASH_LENGTH = 8;

/**
 * What the buttons carry in place of a message's text, where the bot may read the message again: without the
 * privileged intent that is its own messages, those that mention it, and those in a direct message to it.
 */
export function referenceTo(
  { targetMessage, client, context, channelId }: MessageContextMenuCommandInteraction,
  text: string,
): MessageReference | undefined {
  const own = targetMessage.author.id === client.user.id || targetMessage.mentions.users.has(client.user.id);
  if (!own && context !== InteractionContextType.BotDM) return undefined;
  return { channel: channelId, id: targetMessage.id, hash: textHash(text) };
}

/** The text of a message that buttons refer to, and whether it is still what it was; undefined where it cannot be read. */
export async function readReferenced(
  client: Client,
  { channel, id, hash }: MessageReference,
): Promise<{ readonly text: string; readonly edited: boolean } | undefined> {
  try {
    const message = (await client.rest.get(Routes.channelMessage(channel, id))) as APIMessage;
    const text = messageText(asRead(message));
    return text === '' ? undefined : { text, edited: textHash(text) !== hash };
  } catch {
    // Deleted, or no longer the bot's to read: the member is told the same.
    return undefined;
  }
}

function textHash(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, HASH_LENGTH);
}

/** A message as Discord's API gives it, in the fields that are read. */
function asRead({ content, embeds, message_snapshots: snapshots = [] }: APIMessage): ReadMessage {
  const texts = snapshots.map(({ message }, at) => [at, message] as const);
  return { content, embeds, messageSnapshots: new Map(texts) };
}

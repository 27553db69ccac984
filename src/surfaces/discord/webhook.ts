import type { RawFile, REST } from '@discordjs/rest';
import {
  type APIInteraction,
  type APIInteractionResponse,
  type APIInteractionResponseCallbackData,
  MessageFlags,
  Routes,
} from 'discord-api-types/v10';
import type { ReplyFile } from '../../reply/reply.js';
import type { SendableMessage } from './message.js';

/**
 * Gives an interaction its first response. Rejects with a `DiscordAPIError` where Discord refuses it, and with a
 * `NotAwaitedError` where nobody waits for it any more.
 */
export type Respond = (response: APIInteractionResponse, files?: readonly ReplyFile[]) => Promise<void>;

/** The one who sent an interaction left before there was a first response. */
export class NotAwaitedError extends Error {
  override readonly name = 'NotAwaitedError';
}

/** What an answer takes of Discord's API. */
export interface Reach {
  readonly rest: REST;
  /** The bot as a user, which is who may read a message again; undefined where there is no token. */
  readonly userId: string | undefined;
}

/** An interaction as far as its answers are addressed by it. */
type Address = Pick<APIInteraction, 'id' | 'application_id' | 'token'>;

/** The first response as a request of its own to Discord's API, which takes files too. */
export function callback(rest: REST, { id, token }: Address): Respond {
  return async (response, files = []) => {
    // The token of the interaction is what lets it in, so the bot's own is not shown.
    await rest.post(Routes.interactionCallback(id, token), {
      body: response,
      files: files.map(rawFile),
      auth: false,
    });
  };
}

/** Puts a message in the place of a first response that was deferred. Rejects where Discord refuses it. */
export async function editOriginal(
  rest: REST,
  { application_id, token }: Address,
  message: SendableMessage,
): Promise<void> {
  await rest.patch(Routes.webhookMessage(application_id, token), {
    body: messageData(message),
    files: message.files.map(rawFile),
    auth: false,
  });
}

/** Sends one more message, which the asker alone sees. Rejects where Discord refuses it. */
export async function followUp(
  rest: REST,
  { application_id, token }: Address,
  message: SendableMessage,
): Promise<void> {
  await rest.post(Routes.webhook(application_id, token), {
    body: messageData(message, { hidden: true }),
    files: message.files.map(rawFile),
    auth: false,
  });
}

/**
 * A message as Discord's API takes it: it mentions nobody, whatever a text says, and what it replaces keeps no file;
 * where `hidden`, only the asker sees it.
 */
export function messageData(
  { content, embeds, components, files }: SendableMessage,
  { hidden = false } = {},
): APIInteractionResponseCallbackData {
  return {
    content,
    embeds: [...embeds],
    components,
    allowed_mentions: { parse: [] },
    attachments: files.map(({ name, description }, id) => ({ id, filename: name, description })),
    ...(hidden && { flags: MessageFlags.Ephemeral }),
  };
}

function rawFile({ name, bytes }: ReplyFile): RawFile {
  return { name, data: bytes };
}

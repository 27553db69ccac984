import { setTimeout } from 'node:timers/promises';
import type { REST } from '@discordjs/rest';
import {
  type APIInteraction,
  type APIModalInteractionResponseCallbackData,
  InteractionResponseType,
  MessageFlags,
  RESTJSONErrorCodes,
} from 'discord-api-types/v10';
import type { Logger } from 'pino';
import { failure } from '../../command/run.js';
import type { Library } from '../../library/library.js';
import type { Drawing } from '../../picture/drawing.js';
import { say } from '../../reply/reply.js';
import { type SealedReply, seal } from '../../reply/seal.js';
import { renderMessage, type SendableMessage } from './message.js';
import type { PageState, Target } from './page-state.js';
import { isUploadRefused } from './upload-refused.js';
import { editOriginal, followUp, messageData, NotAwaitedError, type Respond } from './webhook.js';

/** How a reply goes out. */
export interface SendOptions {
  /** What the buttons carry; without it there are none, and what has more pages is handed over as a file. */
  readonly state?: PageState | undefined;
  readonly target?: Target;
  /** Said above the reply. */
  readonly notice?: string;
  /** True if only the asker sees it. What was deferred stays as it was deferred. */
  readonly hidden: boolean;
  /** True if it takes the place of the message whose button was pressed. */
  readonly update?: boolean;
}

const NO_LONGER_TAKEN: readonly unknown[] = [
  RESTJSONErrorCodes.UnknownInteraction,
  RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged,
  RESTJSONErrorCodes.InvalidWebhookToken,
];

/** What a delivery takes. */
export interface DeliveryParts {
  readonly rest: REST;
  /** The way of the first response. */
  readonly respond: Respond;
  readonly library: Library;
  readonly log: Logger;
  readonly drawing: Drawing;
}

/** Sends the one answer to one interaction, by whichever of Discord's ways is open. */
export class Delivery {
  #deferred = false;

  constructor(
    private readonly interaction: APIInteraction,
    private readonly parts: DeliveryParts,
  ) {}

  /**
   * Tells Discord that the answer will take longer than its 3 seconds; false where it no longer waits for one.
   * Who is to see the answer is settled here, before there is one: what then turns out to say that nothing was
   * found, or what is wrong, is seen by all where the answer would have been.
   */
  async defer({ hidden, update }: Pick<SendOptions, 'hidden' | 'update'>): Promise<boolean> {
    if (this.#deferred) return true;
    const reply = InteractionResponseType.DeferredChannelMessageWithSource;
    try {
      await this.parts.respond(
        update
          ? { type: InteractionResponseType.DeferredMessageUpdate }
          : { type: reply, ...(hidden && { data: { flags: MessageFlags.Ephemeral } }) },
      );
      this.#deferred = true;
      return true;
    } catch (error) {
      if (!this.#isLost(error)) throw error;
      return false;
    }
  }

  /** Shows a form, which has to be the first response. */
  async ask(modal: APIModalInteractionResponseCallbackData): Promise<void> {
    try {
      await this.parts.respond({ type: InteractionResponseType.Modal, data: modal });
    } catch (error) {
      if (!this.#isLost(error)) throw error;
    }
  }

  /** Says to the asker alone that an interaction cannot be answered. */
  async refuse(why: string): Promise<void> {
    await this.send(seal(say('invalid', why), this.parts.library), { hidden: true });
  }

  /**
   * Renders and sends a reply; true if it went out. Where that fails, the member is told so with the id that the log
   * has.
   */
  async send(reply: SealedReply, options: SendOptions): Promise<boolean> {
    const { rest, library, log, drawing } = this.parts;
    try {
      const message = await renderMessage(reply, { ...options, drawing });
      await this.#transmit(message, options).catch(async (error: unknown) => {
        if (message.files.length === 0 || !isUploadRefused(error)) throw error;
        log.warn({ err: error }, 'Discord did not take the files of an answer; sending it without');
        await this.#transmit(
          await renderMessage(reply, { ...options, drawing, withoutFiles: true }),
          options,
        );
      });
      return true;
    } catch (error) {
      if (this.#isLost(error)) return false;
      const apology = await renderMessage(seal(failure(error, log, 'sending an answer'), library), {
        drawing,
      });
      // The page that could not be turned stays as it is.
      if (options.update && this.#deferred) await followUp(rest, this.interaction, apology);
      else await this.#transmit(apology, { hidden: true });
      return false;
    }
  }

  /** Waits for an answer, and defers where that takes more than `limit` milliseconds; undefined where nobody waits. */
  async inTime<Answer>(
    answering: Promise<Answer>,
    limit: number,
    options: Pick<SendOptions, 'hidden' | 'update'>,
  ): Promise<Answer | undefined> {
    if (this.#deferred) return answering;
    const late = new AbortController();
    const isLate = setTimeout(limit, true, { signal: late.signal }).catch(() => false);
    const took = await Promise.race([answering.then(() => false), isLate]);
    late.abort();
    return took && !(await this.defer(options)) ? undefined : answering;
  }

  async #transmit(message: SendableMessage, { hidden, update }: SendOptions): Promise<void> {
    const { rest, respond } = this.parts;
    if (this.#deferred) return editOriginal(rest, this.interaction, message);
    const { UpdateMessage, ChannelMessageWithSource } = InteractionResponseType;
    await respond(
      update
        ? { type: UpdateMessage, data: messageData(message) }
        : { type: ChannelMessageWithSource, data: messageData(message, { hidden }) },
      message.files,
    );
  }

  /** True if Discord takes no answer any more: the time is over, or another process of the bot gave it. */
  #isLost(error: unknown): boolean {
    // By the code and not by the class, of which discord.js has a copy of its own.
    const isRefused = error instanceof Error && 'code' in error && NO_LONGER_TAKEN.includes(error.code);
    const lost = isRefused || error instanceof NotAwaitedError;
    if (lost) this.parts.log.warn({ err: error }, 'Discord no longer accepts an answer to this interaction');
    return lost;
  }
}

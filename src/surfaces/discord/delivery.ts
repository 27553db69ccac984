import { setTimeout } from 'node:timers/promises';
import {
  type ButtonInteraction,
  type ChatInputCommandInteraction,
  DiscordAPIError,
  type MessageContextMenuCommandInteraction,
  MessageFlags,
  RESTJSONErrorCodes,
} from 'discord.js';
import type { Logger } from 'pino';
import { failure } from '../../command/run.js';
import type { Library } from '../../library/library.js';
import type { Drawing } from '../../picture/drawing.js';
import { type SealedReply, seal } from '../../reply/seal.js';
import { renderMessage, type SendableMessage } from './message.js';
import type { PageState, Target } from './page-state.js';

/** How a reply goes out. */
export interface SendOptions {
  /** What the buttons carry; a reply of one page needs none. */
  readonly state?: PageState;
  readonly target?: Target;
  /** Said above the reply. */
  readonly notice?: string;
  /** True if only the asker sees it. What was deferred stays as it was deferred. */
  readonly hidden: boolean;
  /** True if it takes the place of the message whose button was pressed. */
  readonly update?: boolean;
}

const NO_LONGER_TAKEN: readonly (string | number)[] = [
  RESTJSONErrorCodes.UnknownInteraction,
  RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged,
  RESTJSONErrorCodes.InvalidWebhookToken,
];

const NO_STATE: PageState = { command: '', options: {}, revision: '' };

/** Sends the one answer to one interaction, by whichever of Discord's ways is open. */
export class Delivery {
  constructor(
    private readonly interaction:
      | ChatInputCommandInteraction
      | MessageContextMenuCommandInteraction
      | ButtonInteraction,
    private readonly library: Library,
    private readonly log: Logger,
    private readonly drawing: Drawing,
  ) {}

  /**
   * Tells Discord that the answer will take longer than its 3 seconds; false where it no longer waits for one.
   * Who is to see the answer is settled here, before there is one: what then turns out to say that nothing was
   * found, or what is wrong, is seen by all where the answer would have been.
   */
  async defer({ hidden, update }: Pick<SendOptions, 'hidden' | 'update'>): Promise<boolean> {
    const { interaction } = this;
    try {
      if (update && interaction.isButton()) await interaction.deferUpdate();
      else await interaction.deferReply(hidden ? { flags: MessageFlags.Ephemeral } : {});
      return true;
    } catch (error) {
      if (!this.#isLost(error)) throw error;
      return false;
    }
  }

  /** Renders and sends a reply. Where that fails, the member is told so with the id that the log has. */
  async send(reply: SealedReply, options: SendOptions): Promise<void> {
    try {
      await this.#transmit(
        await renderMessage(reply, options.state ?? NO_STATE, this.drawing, options.target, options.notice),
        options,
      );
    } catch (error) {
      if (this.#isLost(error)) return;
      const apology = await renderMessage(
        seal(failure(error, this.log, 'sending an answer'), this.library),
        NO_STATE,
        this.drawing,
      );
      // The page that could not be turned stays as it is.
      if (options.update && this.interaction.deferred) {
        await this.interaction.followUp({ ...apology, flags: MessageFlags.Ephemeral });
      } else await this.#transmit(apology, { hidden: true });
    }
  }

  /** Waits for an answer, and defers where that takes more than `limit` milliseconds; undefined where nobody waits. */
  async inTime<Answer>(
    answering: Promise<Answer>,
    limit: number,
    options: Pick<SendOptions, 'hidden' | 'update'>,
  ): Promise<Answer | undefined> {
    if (this.interaction.deferred) return answering;
    const late = new AbortController();
    const isLate = setTimeout(limit, true, { signal: late.signal }).catch(() => false);
    const took = await Promise.race([answering.then(() => false), isLate]);
    late.abort();
    return took && !(await this.defer(options)) ? undefined : answering;
  }

  async #transmit(message: SendableMessage, { hidden, update }: SendOptions): Promise<void> {
    const { interaction } = this;
    const files = update ? { attachments: [] } : {};
    if (interaction.deferred) await interaction.editReply({ ...message, ...files });
    else if (update && interaction.isButton()) await interaction.update({ ...message, attachments: [] });
    else await interaction.reply({ ...message, ...(hidden && { flags: MessageFlags.Ephemeral }) });
  }

  /** True if Discord takes no answer any more: the time is over, or another process of the bot gave it. */
  #isLost(error: unknown): boolean {
    const lost = error instanceof DiscordAPIError && NO_LONGER_TAKEN.includes(error.code);
    if (lost) this.log.warn({ err: error }, 'Discord no longer accepts an answer to this interaction');
    return lost;
  }
}

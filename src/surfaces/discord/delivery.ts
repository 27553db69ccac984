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
import type { PageState } from './page-state.js';

/** How a reply goes out. */
export interface SendOptions {
  /** What the buttons carry; a reply of one page needs none. */
  readonly state?: PageState;
  readonly page?: number;
  /** Said above the reply. */
  readonly notice?: string;
  /** Whether only the asker sees it. What was deferred stays as it was deferred. */
  readonly hidden: boolean;
  /** Whether it takes the place of the message whose button was pressed. */
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

  /** Tells Discord that the answer will take longer than its 3 seconds; false where it no longer waits for one. */
  async defer(hidden: boolean): Promise<boolean> {
    try {
      await this.interaction.deferReply(hidden ? { flags: MessageFlags.Ephemeral } : {});
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
        await renderMessage(reply, options.state ?? NO_STATE, this.drawing, options.page, options.notice),
        options,
      );
    } catch (error) {
      if (this.#isLost(error)) return;
      const apology = seal(failure(error, this.log, 'sending an answer'), this.library);
      await this.#transmit(await renderMessage(apology, NO_STATE, this.drawing), { hidden: true });
    }
  }

  async #transmit(message: SendableMessage, { hidden, update }: SendOptions): Promise<void> {
    const { interaction } = this;
    if (interaction.deferred) await interaction.editReply(message);
    else if (update && interaction.isButton()) await interaction.update({ ...message, attachments: [] });
    else await interaction.reply({ ...message, ...(hidden && { flags: MessageFlags.Ephemeral }) });
  }

  /** Whether Discord takes no answer any more: the time is over, or another process of the bot gave it. */
  #isLost(error: unknown): boolean {
    const lost = error instanceof DiscordAPIError && NO_LONGER_TAKEN.includes(error.code);
    if (lost) this.log.warn({ err: error }, 'Discord no longer takes an answer to this interaction');
    return lost;
  }
}

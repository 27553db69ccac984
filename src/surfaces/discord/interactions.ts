import {
  type APIApplicationCommandAutocompleteInteraction,
  type APIChatInputApplicationCommandInteraction,
  type APIInteraction,
  type APIMessageApplicationCommandInteraction,
  type APIModalSubmitInteraction,
  InteractionResponseType,
  InteractionType,
} from 'discord-api-types/v10';
import { completingMs } from '../../command/choices.js';
import type { Choice, RawOptions } from '../../command/command.js';
import { prepare } from '../../command/run.js';
import { messages } from '../../messages/index.js';
import { MAX_EXCERPTS } from '../../reply/json.js';
import { createDeadline } from '../../text/pace.js';
import { Answering, type InteractionParts } from './answering.js';
import { attachmentsOf, withAttachments } from './attachments.js';
import { answerComponent, isOfOurKind } from './components.js';
import { LIMITS } from './limits.js';
import { referenceTo, targetMessage } from './message-reference.js';
import { messageText } from './message-text.js';
import { modalOf, sentForm } from './modal.js';
import { fitsButtons, type PageState, shortRevision } from './page-state.js';
import { focusedOption, isOnMessage, isTyped, rawOptions } from './payload.js';
import type { Reach, Respond } from './webhook.js';

export type { InteractionParts } from './answering.js';

/** A command as it was asked for: typed, or chosen on a message. */
type CommandInteraction =
  | APIChatInputApplicationCommandInteraction
  | APIMessageApplicationCommandInteraction
  | APIModalSubmitInteraction;

/** Answers each interaction that Discord sends, from the commands, by whichever way it came. */
export class Interactions {
  readonly #answering: Answering;

  constructor(
    private readonly parts: InteractionParts,
    private readonly reach: Reach,
  ) {
    this.#answering = new Answering(parts, reach);
  }

  /**
   * Answers one interaction, first by `respond`, then over its webhook; rejects only where an error of ours could not
   * be told to the member either. Of a kind that no command or button of ours has, it is left without an answer.
   */
  async answer(interaction: APIInteraction, respond: Respond): Promise<void> {
    if (interaction.type === InteractionType.ApplicationCommandAutocomplete) {
      await this.#complete(interaction, respond);
    } else if (interaction.type === InteractionType.ApplicationCommand) {
      if (isTyped(interaction)) {
        const { name, options } = interaction.data;
        await this.#command(interaction, { name, raw: rawOptions(options) }, respond);
      } else if (isOnMessage(interaction)) {
        const message = messageText(targetMessage(interaction) ?? {});
        await this.#command(interaction, { name: interaction.data.name, raw: { message } }, respond);
      }
    } else if (interaction.type === InteractionType.ModalSubmit) {
      await this.#takeForm(interaction, respond);
    } else if (interaction.type === InteractionType.MessageComponent && isOfOurKind(interaction)) {
      await answerComponent({ interaction, respond }, this.#answering);
    }
  }

  async #takeForm(interaction: APIModalSubmitInteraction, respond: Respond): Promise<void> {
    const sent = sentForm(interaction);
    if (sent) return this.#command(interaction, { name: sent.command, raw: sent.options }, respond);
    const delivery = this.#answering.delivery(interaction, respond, this.parts.live.serving.library);
    await delivery.refuse(messages.changing.form.old);
  }

  async #command(
    interaction: CommandInteraction,
    { name, raw }: { readonly name: string; readonly raw: RawOptions },
    respond: Respond,
  ): Promise<void> {
    const began = performance.now();
    const context = this.#answering.context(interaction);
    const delivery = this.#answering.delivery(interaction, respond, context.library);
    const command = this.#answering.find(name);
    if (!command) return delivery.refuse(messages.discord.commandGone(name));
    const { private: hidden, ...options } = raw;
    const moderation = command.moderation ?? false;
    // Whoever verifies somebody's message cannot say who is to see the answer, so nobody else does.
    const onMessage = isOnMessage(interaction);
    const forAskerAlone = moderation || onMessage || hidden === true;
    const isLetIn = !moderation || context.asker.mayModerate;
    // Discord takes no form in answer to one, which can be forged to lack what it asks for.
    const isForm = interaction.type === InteractionType.ModalSubmit;
    const form = isLetIn && !isForm ? command.form?.(raw) : undefined;
    const modal = form && modalOf(name, options, form);
    if (form) return modal ? delivery.ask(modal) : delivery.refuse(messages.changing.form.tooLong);
    const files = isLetIn ? attachmentsOf(interaction) : [];
    if (files.length > 0 && !(await delivery.defer({ hidden: forAskerAlone }))) return;
    const read = await withAttachments(raw, files, this.parts.attachments);
    if ('problem' in read) return delivery.refuse(read.problem);
    const call = prepare(command, read.given, context, this.parts.log);
    const made = { command: name, options, revision: shortRevision(context.library.revision) };
    const state = onMessage ? stateOnMessage(made, interaction, this.reach) : made;
    // Pages that cannot be turned are handed over as a file, as much as a line of JSON holds.
    const window = fitsButtons(state) && !call.acts ? { from: 0 } : { from: 0, excerpts: MAX_EXCERPTS };
    const count = this.#answering.counter(name, 'command', began);
    if (call.slow && !(await delivery.defer({ hidden: forAskerAlone }))) return count();
    const reply = await delivery.inTime(call.answer(window), this.#answering.deferAfter, {
      hidden: forAskerAlone,
    });
    if (!reply) return count();
    const sent = await delivery.send(reply, {
      // A page is made by asking again, and what changes something is not to be done again by turning one.
      state: call.acts ? undefined : state,
      hidden: forAskerAlone || reply.outcome !== 'answered',
    });
    count(sent ? reply.outcome : undefined);
    const took = Math.round(performance.now() - began);
    const by = moderation ? { by: context.asker.name } : {};
    this.parts.log.info(
      { command: name, outcome: reply.outcome, took, ...by },
      sent ? 'Answered' : 'Not delivered',
    );
  }

  async #complete(
    interaction: APIApplicationCommandAutocompleteInteraction,
    respond: Respond,
  ): Promise<void> {
    const { log } = this.parts;
    try {
      const choices = await this.#choices(interaction);
      await respond({
        type: InteractionResponseType.ApplicationCommandAutocompleteResult,
        data: { choices },
      });
    } catch (error) {
      // The next key brings the next request, so nobody waits for this one.
      log.warn({ err: error, command: interaction.data.name }, 'Sending choices failed');
    }
  }

  async #choices({ data }: APIApplicationCommandAutocompleteInteraction): Promise<Choice[]> {
    const { log, live } = this.parts;
    try {
      const { name, value } = focusedOption(data.options);
      const given = rawOptions(data.options);
      const { library } = live.serving;
      const deadline = createDeadline(this.parts.completeWithin ?? completingMs(library));
      const context = { library, given, deadline };
      const choices = (await this.#answering.find(data.name)?.complete?.(name, value, context)) ?? [];
      const isShort = ({ length }: string) => length > 0 && length <= LIMITS.choice;
      const shown = choices.filter((choice) => isShort(choice.name) && isShort(choice.value));
      return shown.slice(0, LIMITS.choices);
    } catch (error) {
      log.warn({ err: error, command: data.name }, 'Completing an option failed');
      return [];
    }
  }
}

/** The state of an answer about a message: its text where that fits the buttons, else where to read it again. */
function stateOnMessage(
  state: PageState,
  interaction: APIMessageApplicationCommandInteraction,
  reach: Reach,
): PageState {
  if (fitsButtons(state)) return state;
  const { message: text, ...options } = state.options;
  const message = referenceTo(interaction, String(text), reach);
  return message ? { ...state, options, message } : state;
}
